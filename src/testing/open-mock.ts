import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { loadApis } from '../apis/load-apis.ts';
import { CONTROL_CONTRACT } from '../apis/root.ts';
import { loadContract } from '../contract/load/load-contract.ts';
import { findScenarioDefect } from '../mock/control/find-scenario-defect.ts';
import { createMock, type Mock } from '../mock/create-mock.ts';
import { findSandbox } from '../mock/request/find-sandbox.ts';
import { CLOCK_LIMITS, type ClockStart, isClockInstant } from '../mock/state/clock.ts';
import { DEFAULT_SANDBOX } from '../mock/state/sandboxes.ts';
import { writeCoverage } from './coverage/coverage-file.ts';
import { describeCoverage } from './coverage/describe-coverage.ts';
import { COVERAGE_VARIABLE } from './coverage-variable.ts';
import { createTestSandbox } from './create-sandbox.ts';
import { observeRequests } from './observe-requests.ts';
import type { TestFetch, TestMock } from './test-sandbox.ts';
import { TestingError } from './testing-error.ts';
import type { TestMockOptions } from './testing-options.ts';

/** How a mock for tests is reached. */
export interface Reached {
  readonly origin: string;
  readonly fetch: TestFetch;
}

/** More than any tests of one worker have at the same time. */
const MAX_SANDBOXES = 10_000;

/** Opens a mock for tests, in the same process or at the port where `reach` serves it. Rejects as `loadApis` does. */
export async function openMock(
  options: TestMockOptions,
  reach: (mock: Mock) => Reached | Promise<Reached>,
): Promise<TestMock> {
  const { project, apis: names, stateful, warn } = options;
  const apis = await loadApis({ project, names, stateful, warn });
  const { scenario, seed, logError } = options;
  const scenarioDefect = scenario === undefined ? undefined : findScenarioDefect(scenario, apis);
  if (scenarioDefect !== undefined) throw new TestingError(scenarioDefect);
  const { coverage: wanted = process.env[COVERAGE_VARIABLE] ?? false } = options;
  const observations = observeRequests(wanted !== false && wanted !== '');
  const mock = createMock({
    apis,
    control: { loadContract: () => loadContract(CONTROL_CONTRACT) },
    sandboxes: {
      limit: MAX_SANDBOXES,
      scenario,
      seed,
      clock: readClockStart(options.clock),
      onRecord: observations.note,
    },
    settings: {
      closedWorld: false,
      strictAuth: false,
      credentials: new Set(),
      ...options.settings,
    },
    logError,
  });
  const reached = await reach(mock);
  const kit = { mock, apis, observations, ...reached };
  const coverage = () =>
    wanted === false || wanted === '' ? [] : describeCoverage(apis, observations.counts());
  /** Always the same one, so that later counts replace earlier ones. */
  const file = `${randomUUID()}.json`;
  let made = 0;
  const close = async () => {
    write();
    await mock.close();
  };
  return {
    ...createTestSandbox(kit, DEFAULT_SANDBOX),
    apis: apis.map(({ name }) => name),
    listApis: mock.listApis,
    sandbox: (name) => createTestSandbox(kit, checkName(name ?? nextName())),
    coverage,
    writeCoverage: write,
    close,
    [Symbol.asyncDispose]: close,
  };

  function nextName(): string {
    made += 1;
    return `test-${made}`;
  }

  function write(place = typeof wanted === 'string' ? wanted : ''): void {
    const met = coverage();
    if (place === '' || met.length === 0) return;
    writeCoverage(place.endsWith('.json') ? place : join(place, file), met);
  }
}

function checkName(name: string): string {
  const found = findSandbox({ path: `/~${name}/`, headers: { get: () => null } });
  if (!('rule' in found) && found.sandbox === name) return name;
  throw new TestingError(
    `Expected the name of a sandbox: 1 to 64 letters, digits, ".", "_" or "-", found ${JSON.stringify(name)}.`,
  );
}

function readClockStart(clock: TestMockOptions['clock']): ClockStart | undefined {
  if (clock === undefined || clock === 'examples' || clock === 'now') return clock;
  const instant = typeof clock === 'number' ? clock : new Date(clock).getTime();
  if (isClockInstant(instant)) return instant;
  throw new TestingError(
    `clock: expected "examples", "now" or an instant ${CLOCK_LIMITS}, found ${JSON.stringify(clock)}.`,
  );
}

import { findInstantDefect, findMoveDefect } from '../mock/control/find-clock-defect.ts';
import { findFaultDefect } from '../mock/control/find-fault-defect.ts';
import { findScenarioDefect } from '../mock/control/find-scenario-defect.ts';
import type { Mock, MockApi } from '../mock/create-mock.ts';
import { filterEntries } from '../mock/journal/filter-entries.ts';
import { prefixOf } from '../mock/request/find-sandbox.ts';
import { toStatefulApi } from '../mock/request/stateful-api.ts';
import { readSandboxFault } from '../mock/scenarios/read-fault.ts';
import type { Fault } from '../mock/state/fault.ts';
import type { Sandbox } from '../mock/state/sandbox.ts';
import { DEFAULT_SANDBOX } from '../mock/state/sandboxes.ts';
import { describeUnknownName } from '../text/nearest-name.ts';
import { describeCoverage } from './coverage/describe-coverage.ts';
import type { Observations } from './observe-requests.ts';
import { readDuration } from './read-duration.ts';
import { describeTestEntry } from './test-entry.ts';
import type {
  ClientBase,
  OwnOptions,
  TestClock,
  TestFaults,
  TestFetch,
  TestSandbox,
} from './test-sandbox.ts';
import { TestingError } from './testing-error.ts';

/** What the sandboxes of a mock for tests share. */
export interface TestKit {
  readonly mock: Mock;
  readonly apis: readonly MockApi[];
  /** Such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  readonly fetch: TestFetch;
  readonly observations: Observations;
}

/** Most entries of a journal. */
const ALL = Number.POSITIVE_INFINITY;

/** Opens a sandbox of a mock for tests. */
export function createTestSandbox(kit: TestKit, name: string): TestSandbox {
  const { mock, apis, origin, fetch, observations } = kit;
  // Opened for each use, since a sandbox may have been removed by the control API.
  const open = () => mock.sandboxes.open(name);
  const url = (api: string) => `${origin}${prefixOf(name)}${findApi(apis, api).mount}`;
  const reset = () => {
    open().reset();
    observations.of(name).forbidden.clear();
  };
  const remove = () => {
    if (name === DEFAULT_SANDBOX) return reset();
    mock.sandboxes.remove(name);
    observations.remove(name);
  };

  return {
    name,
    url,
    fetch,
    client,
    clock: createClock(apis, open),
    scenario: (scenario) => {
      refuse(findScenarioDefect(scenario, apis));
      open().scenario = scenario;
    },
    faults: createFaults(apis, open),
    journal: (filter = {}) =>
      filterEntries(open().journal.entries(), { limit: ALL, ...filter }).entries.map(
        describeTestEntry,
      ),
    forbidden: () => observations.of(name).forbidden.list(),
    coverage: () => {
      const { tally } = observations.of(name);
      return tally === undefined ? [] : describeCoverage(apis, [tally.read()]);
    },
    reset,
    remove,
    [Symbol.dispose]: remove,
  };

  function client<C, Options extends Pick<ClientBase, 'baseUrl'>>(
    api: string,
    create: (options: Options) => C,
    ...options: OwnOptions<Options>
  ): C;
  function client<C>(api: string, create: (options: ClientBase) => C, options: object = {}): C {
    return create({ ...options, baseUrl: url(api), fetch });
  }
}

function createClock(apis: readonly MockApi[], open: () => Sandbox): TestClock {
  return {
    advance: (by) => {
      const milliseconds = readDuration(by);
      const sandbox = open();
      refuse(findMoveDefect(sandbox, apis, milliseconds, String(by)));
      sandbox.clock.advance(milliseconds);
    },
    set: (instant) => {
      const written = readInstant(instant);
      refuse(findInstantDefect(written));
      open().clock.set(Date.parse(written));
    },
    now: (name) => {
      const stateful = toStatefulApi(findApi(apis, name));
      if (stateful === undefined) throw new TestingError(`${name} has no state, and so no clock.`);
      return new Date(open().now(stateful));
    },
  };
}

function readInstant(instant: Date | string): string {
  if (typeof instant === 'string') return instant;
  return Number.isNaN(instant.getTime()) ? 'an invalid Date' : instant.toISOString();
}

function createFaults(apis: readonly MockApi[], open: () => Sandbox): TestFaults {
  const set = (faults: readonly Fault[]) => {
    const read = faults.map((fault, index) => readFault(fault, index));
    refuse(findFaultDefect(read, apis));
    open().faults = read;
  };
  return {
    add: (fault) => set([...open().faults, fault]),
    set,
    clear: () => set([]),
    list: () => [...open().faults],
  };
}

function readFault(fault: Fault, index: number): Fault {
  return readSandboxFault(fault, (pointer, expected, found) => {
    const text = JSON.stringify(found) ?? 'nothing';
    return new TestingError(`faults/${index}${pointer}: expected ${expected}, found ${text}.`);
  });
}

function findApi(apis: readonly MockApi[], name: string): MockApi {
  const api = apis.find((candidate) => candidate.name === name);
  if (api !== undefined) return api;
  const known = apis.map((candidate) => candidate.name);
  throw new TestingError(describeUnknownName('API', name, known));
}

function refuse(defect: string | undefined): void {
  if (defect !== undefined) throw new TestingError(defect);
}

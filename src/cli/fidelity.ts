import { join } from 'node:path';
import { loadProject } from '../apis/load-project.ts';
import { CONTROL_CONTRACT } from '../apis/root.ts';
import { loadContract } from '../contract/load/load-contract.ts';
import { createMatcher } from '../contract/match/match-operation.ts';
import { controlServer } from '../fidelity/control-server.ts';
import { formatReport } from '../fidelity/format-report.ts';
import { ABOUT_FILE, readRecording, type Stranger } from '../fidelity/read-recording.ts';
import { About, type History } from '../fidelity/recording.ts';
import { type OpenServer, replayRecording } from '../fidelity/replay-recording.ts';
import { writeRecording } from '../fidelity/write-recording.ts';
import { createMock, type MockApi } from '../mock/create-mock.ts';
import { pathBelow } from '../mock/http/path-below.ts';
import type { Project } from '../project/project.ts';
import { describeUnknownName } from '../text/nearest-name.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { openProject } from './open-project.ts';
import { UsageError } from './usage-error.ts';

/** Real time of a mock, which stands still; its clock is set. */
const BEGIN = Date.now();

export interface FidelityOptions {
  readonly paths: readonly string[];
  readonly api?: string;
  readonly live?: string;
  readonly record?: string;
  readonly json?: boolean;
}

/** `fidelity`: replays recordings and prints how far the answers agree. Returns 1 where one differs that is not meant to. */
export async function runFidelity(
  { paths, api, live, record, json = false }: FidelityOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { stdout } = environment;
  const project = await openProject(environment);
  const open = live === undefined ? mockOpener(project) : liveOpener(live);
  const reports = [];
  for (const path of paths.length > 0 ? paths : listRecordings(project)) {
    const recording = await readRecording(path, (histories) =>
      identify(project, api, path, histories),
    );
    const { report, replayed } = await replayRecording(recording, open);
    if (record !== undefined) await writeRecording(record, recording, replayed);
    reports.push(report);
  }
  stdout.write(
    json ? `${JSON.stringify(reports, null, 2)}\n` : reports.map(formatReport).join('\n'),
  );
  return reports.some(({ differences }) => differences.length > 0) ? 1 : 0;
}

function listRecordings({ apis }: Project): string[] {
  return apis.flatMap(({ recordings = [] }) => recordings);
}

/** Finds what histories are of that do not say it: the API that was asked for, or the one of the project that has all of their operations. */
async function identify(
  { apis }: Project,
  asked: string | undefined,
  path: string,
  histories: readonly History[],
): Promise<Stranger> {
  const named = histories.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'exchange' ? (step.operationId ?? []) : [])),
  );
  for (const { name, contract, recordings } of apis) {
    if (recordings === undefined) continue;
    const found = { aboutFile: join(recordings, ABOUT_FILE) };
    if (asked === name) return found;
    if (asked !== undefined || named.length === 0) continue;
    const { operations } = await loadContract(contract);
    if (named.every((id) => operations.some((operation) => operation.id === id))) return found;
  }
  if (asked !== undefined) {
    return { about: About.parse({ server: 'a server', date: 'an unknown day', api: asked }) };
  }
  throw new UsageError(
    `${path}: expected ${ABOUT_FILE} beside the recordings, or --api <name or file>, to know of which API they are.`,
  );
}

/** Opens a mock of the API of a recording, at the root as the provider's host. */
function mockOpener(project: Project): OpenServer {
  const loading = loadProject(project);
  return async ({ about }) => {
    const known = await loading;
    const api = known.find(({ name }) => name === about.api) ?? (await loadSpecOf(about, known));
    const mock = createMock({
      apis: [{ ...api, site: '', mount: api.contract.basePath }],
      settings: { ...about.settings, credentials: new Set() },
      sandboxes: { scenario: about.scenario, readTime: () => BEGIN },
      control: { loadContract: () => loadContract(CONTROL_CONTRACT) },
    });
    const { url: origin } = await mock.listen();
    const control = controlServer(`${origin}/_mock`, api.name, about.keys);
    const match = createMatcher(api.contract);
    const findOperation = (method: string, target: string) => {
      const [path = ''] = target.split('?');
      const found = match(method, pathBelow(path, api.contract.basePath) ?? '');
      return found.kind === 'operation' ? found.operation.id : undefined;
    };
    return { origin, findOperation, control: api.behaviour && control, close: mock.close };
  };
}

/** Loads an OpenAPI file that a recording names in the place of an API of the project. */
async function loadSpecOf({ api: file }: About, known: readonly MockApi[]): Promise<MockApi> {
  const names = known.map(({ name }) => name);
  if (!/[./]/.test(file)) throw new UsageError(describeUnknownName('API', file, names));
  const contract = await loadContract(file);
  return { name: contract.title, mount: '', contract, brokenAnswers: 'report' };
}

function liveOpener(live: string): OpenServer {
  const url = URL.parse(live);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`--live: expected a URL such as http://localhost:5212, got "${live}".`);
  }
  return async () => ({ origin: url.origin, close: async () => {} });
}

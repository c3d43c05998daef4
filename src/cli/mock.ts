import { flushCompileCache } from 'node:module';
import { CONSOLE, CONTROL_CONTRACT } from '../apis/root.ts';
import { loadContract } from '../contract/load/load-contract.ts';
import type { FileWatch } from '../contract/load/watch/watch-files.ts';
import { CONTROL_MOUNT } from '../mock/control/control-mount.ts';
import {
  createMock,
  type Mock,
  type MockApi,
  type MockOptions,
  type ServeAgents,
} from '../mock/create-mock.ts';
import { createRequestLog } from '../mock/log/request-log.ts';
import { SharedNameError } from '../mock/request/shared-name-error.ts';
import { StoredRowError } from '../mock/state/stored-row-error.ts';
import type { Project } from '../project/project.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { waitForInterruption } from './interruption.ts';
import { type LoadedApis, loadApis } from './load-apis.ts';
import type { MockCommandOptions } from './mock-command-options.ts';
import { isStoreUrl, type OpenedState, openState, shareLog } from './open-state.ts';
import { openTraces } from './open-traces.ts';
import { isAboveRequests } from './prism-options.ts';
import { readControlToken } from './read-control-token.ts';
import { reportRoutes } from './report-routes.ts';
import { sayAs } from './say-as.ts';
import { formatStartMessage, serializeStart } from './start-message.ts';
import { adviseOnListening, refuseFewFiles } from './system-error.ts';
import { UsageError } from './usage-error.ts';
import type { Worker } from './worker.ts';

/** Milliseconds for which a server that is to end finishes what is under way. */
const STOP_TIMEOUT = 10_000;
const ONE_PROCESS = '--multiprocess has no effect: the mock server is one process.';

/** `mock`: serves until it is interrupted, by several processes if so asked. Returns the exit code. */
export async function runMock(
  options: MockCommandOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { workers = 1 } = options;
  if (workers === 1) return serve(options, environment, undefined);
  const { findWorker } = await import('./worker.ts');
  const worker = findWorker(environment);
  if (worker === undefined) {
    const { runWorkers } = await import('./run-workers.ts');
    return runWorkers(workers, options, environment);
  }
  try {
    return await serve(options, worker.environment, worker);
  } finally {
    worker.leave();
  }
}

async function serve(
  options: MockCommandOptions,
  environment: CliEnvironment,
  worker: Worker | undefined,
): Promise<number> {
  const { say, settle } = environment;
  if (options.multiprocess === true && worker === undefined) say(ONE_PROCESS);
  refuseFewFiles();
  const controlToken = await readControlToken(options, environment);
  refuseOpenOrigins(options, controlToken);
  const since = Date.now();
  const served = await loadApis(options, environment);
  const log = openLog(options, environment);
  const state =
    worker === undefined || isStoreUrl(options.state)
      ? await openState(options, sayAs('state', options, environment))
      : await shareLog(worker.log, options);
  const prepared = prepareMock(served, { ...options, controlToken }, environment, state);
  const sayOfTraces = sayAs('traces', options, environment);
  const traces = await openTraces(served, options, { ...environment, say: sayOfTraces });
  const { peers } = worker ?? {};
  const mockOptions = { ...prepared, ...log.options, trace: traces?.trace, peers };
  const mock = createOrExplain(mockOptions, state);
  const { url } = await listenOrExplain(mock, options);
  // Whoever waits for the message may interrupt as soon as it is there.
  const interruption = waitForInterruption(environment);
  const started =
    options.json === true
      ? serializeStart(url, mockOptions, new Date())
      : formatStartMessage(url, mockOptions);
  if (worker === undefined) say(started);
  else worker.tellStarted(started);
  let watch: FileWatch | undefined;
  const end = new AbortController();
  try {
    const { controlPath = CONTROL_MOUNT, sandboxes: namedSandboxes } = options;
    for (const api of served.apis) await reportRoutes(api, { controlPath, namedSandboxes }, say);
    await Promise.race([interruption, doWhatCanWait(end.signal)]);
    await interruption;
  } finally {
    end.abort();
    watch?.close();
    await stop(mock, options.stopTimeout, environment);
    await traces?.close();
    log.close();
  }
  return 0;

  /** Does what can wait, once the first requests are answered. */
  async function doWhatCanWait(signal: AbortSignal): Promise<void> {
    await settle(signal);
    // A server that is killed would keep nothing for its next start.
    flushCompileCache();
    if (options.watch) {
      const { followContracts } = await import('./follow-contracts.ts');
      signal.throwIfAborted();
      watch = followContracts(served, mock, since, say);
    }
    for (const { contract } of served.apis) {
      signal.throwIfAborted();
      await served.checkBeside(contract);
    }
  }
}

/** Lets the mock finish what is under way, unless it is interrupted once more. */
async function stop(
  mock: Mock,
  patience: number = STOP_TIMEOUT,
  environment: CliEnvironment,
): Promise<void> {
  const stopped = mock.stop(patience);
  await Promise.race([stopped, waitForInterruption(environment).then(mock.close)]);
  await stopped;
}

/** A page that needs no token could be anybody's who serves one at that origin later. */
function refuseOpenOrigins(
  { controlOrigin: [first] = [] }: MockCommandOptions,
  controlToken: string | undefined,
): void {
  if (first === undefined || controlToken !== undefined) return;
  throw new UsageError(
    `--control-origin ${first}: expected a control token as well, found none. Give one with --control-token-file or --control-token.`,
  );
}

/** Options of the mock that a command line asks for. */
export function prepareMock(
  served: LoadedApis,
  options: MockCommandOptions,
  { say }: CliEnvironment,
  state: OpenedState | undefined,
): MockOptions {
  const { cors, bodyLimit } = options;
  const readApis = () => served.apis;
  return {
    cors,
    bodyLimit,
    apis: served.apis,
    control: {
      loadContract: () => loadContract(CONTROL_CONTRACT),
      console: CONSOLE,
      token: options.controlToken,
      path: options.controlPath,
      origins: options.controlOrigin,
      agents: serveAgentsLater(readApis, options),
    },
    namedSandboxes: options.sandboxes,
    shareSandboxes: state?.share,
    sandboxes: {
      scenario: options.scenario,
      clock: options.clock,
      limit: options.maxSandboxes,
      journalSize: options.journalSize,
      seed: options.seed,
      state: state?.store,
      onDrop: (name) => say(`Sandbox "${name}" was unused for longest and had to go.`),
    },
    settings: {
      closedWorld: options.closedWorld === true,
      strictAuth: options.strictAuth === true,
      credentials: new Set(options.credential),
    },
    docs: served.project && serveDocsLater(readApis, served.project, options.controlPath),
  };
}

/** Agents that call over HTTP; all that they need is loaded for the first request. */
function serveAgentsLater(
  readApis: () => readonly MockApi[],
  { controlPath = CONTROL_MOUNT, controlToken: token }: MockCommandOptions,
): ServeAgents {
  const loading = async () => {
    const { serveAgents } = await import('./serve-agents.ts');
    return serveAgents({ readApis, controlPath, token });
  };
  let serve: ReturnType<typeof loading> | undefined;
  return async (request, called) => {
    serve ??= loading();
    return (await serve)(request, called);
  };
}

/** The docs of APIs that may be served anew; what builds them is loaded for the first request. */
function serveDocsLater(
  readApis: () => readonly MockApi[],
  project: Project,
  controlPath: string | undefined,
): NonNullable<MockOptions['docs']> {
  const loading = async () => {
    const { serveDocs } = await import('./serve-docs.ts');
    return serveDocs({ project, readLoaded: readApis, controlPath });
  };
  let serve: ReturnType<typeof loading> | undefined;
  return async (path, request) => {
    serve ??= loading();
    return (await serve)(path, request);
  };
}

function openLog(
  { quiet = false, json = false, verboseLevel }: MockCommandOptions,
  { stderr, events }: CliEnvironment,
) {
  const { logExchange, logError, flush } = createRequestLog(stderr, json ? 'json' : 'text');
  // A defect may end the process before the turn that would have written it.
  events.once('exit', flush);
  const isQuiet = quiet || isAboveRequests(verboseLevel);
  const close = () => {
    flush();
    events.off('exit', flush);
  };
  return { options: { log: isQuiet ? undefined : logExchange, logError }, close };
}

/** APIs that share a base path are found here, and rows that do not fit their tables, since APIs have the tables. */
export function createOrExplain(options: MockOptions, state: OpenedState | undefined): Mock {
  try {
    return createMock(options);
  } catch (error) {
    void state?.close();
    if (error instanceof SharedNameError) throw new UsageError(error.message, { cause: error });
    if (!(error instanceof StoredRowError)) throw error;
    throw new UsageError(`--state ${error.message}`, { cause: error });
  }
}

/** Listens as a command line asks for. Throws UsageError for a port that cannot be had. */
export async function listenOrExplain(mock: Mock, { port, host }: MockCommandOptions) {
  try {
    return await mock.listen({ port, host });
  } catch (error) {
    await mock.close();
    const advice = adviseOnListening(error, port, host);
    throw advice === undefined ? error : new UsageError(advice, { cause: error });
  }
}

import { Console } from 'node:console';
import type { Writable } from 'node:stream';
import { loadContract } from '../contract/load/load-contract.ts';
import { serveAgent } from '../mcp/serve-stdio.ts';
import { CONTROL_MOUNT } from '../mock/control/control-mount.ts';
import { type AgentMock, createAgentHost } from './agent-host.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { followContracts } from './follow-contracts.ts';
import { waitForInterruption } from './interruption.ts';
import { loadApis } from './load-apis.ts';
import { createLocalHost } from './local-host.ts';
import { createOrExplain, listenOrExplain, prepareMock } from './mock.ts';
import type { MockCommandOptions } from './mock-command-options.ts';
import { openState } from './open-state.ts';
import { readControlToken } from './read-control-token.ts';
import { readServer } from './server-url.ts';
import { UsageError } from './usage-error.ts';

export interface McpCommandOptions extends Omit<MockCommandOptions, 'port' | 'host' | 'cors'> {
  /** Origin of a mock that runs already; a mock of this process unless given. */
  readonly url?: string | undefined;
  /** Port on which the mock of this process is served as well. */
  readonly port?: number | undefined;
}

/** Mock of an agent, and what ends with it. */
interface OpenMock extends AsyncDisposable {
  readonly mock: Pick<AgentMock, 'origin' | 'fetch' | 'findContract'>;
}

/** Stands for the origin of a mock without a port. */
const NO_PORT = 'http://localhost';
const HOST = '127.0.0.1';

/** `mcp`: serves an agent over stdin and stdout until it goes away, or until an interruption. Returns the exit code. */
export async function runMcp(
  options: McpCommandOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { stdin, stdout, stderr, say, findProject } = environment;
  using _ = printTo(stderr);
  const token = await readControlToken(options, environment);
  await using open =
    options.url === undefined
      ? await startMock(options, environment, token)
      : connect(options.url, options, environment);
  const host = createAgentHost({
    ...open.mock,
    controlPath: options.controlPath ?? CONTROL_MOUNT,
    token,
    mayVerify: true,
    local: createLocalHost((await findProject())?.root ?? process.cwd(), environment),
  });
  const interruption = waitForInterruption(environment);
  await using agent = serveAgent(host, { stdin, stdout, onError: say });
  say(`Serving an agent on stdin and stdout, with ${describeMock(options, open.mock.origin)}.`);
  await Promise.race([agent.ended, interruption]);
  return 0;
}

/** Has programs print elsewhere, such as a behaviour: on stdout it would break the protocol. */
function printTo(stream: Writable): Disposable {
  const usual = globalThis.console;
  globalThis.console = new Console(stream, stream);
  return {
    [Symbol.dispose]: () => {
      globalThis.console = usual;
    },
  };
}

function describeMock({ url, port }: McpCommandOptions, origin: string): string {
  if (url !== undefined) return `the mock at ${origin}`;
  return port === undefined ? 'a mock of its own' : `a mock of its own, also at ${origin}`;
}

/** Starts a mock in this process, on a port if one is asked for. */
async function startMock(
  options: McpCommandOptions,
  environment: CliEnvironment,
  controlToken: string | undefined,
): Promise<OpenMock> {
  const { say } = environment;
  const { port } = options;
  const commandOptions = { ...options, controlToken, port: port ?? 0, host: HOST, cors: true };
  const since = Date.now();
  const served = await loadApis(commandOptions, environment);
  const state = await openState(options, say);
  const prepared = prepareMock(served, commandOptions, environment, state);
  const mock = createOrExplain({ ...prepared, logError: say }, state);
  const listener = port === undefined ? undefined : await listenOrExplain(mock, commandOptions);
  const watch = options.watch ? followContracts(served, mock, since, say) : undefined;
  return {
    mock: {
      origin: listener?.url ?? NO_PORT,
      fetch: mock.fetch,
      findContract: async (api) => served.apis.find(({ name }) => name === api)?.contract,
    },
    [Symbol.asyncDispose]: async () => {
      watch?.close();
      await mock.close();
    },
  };
}

/** Takes a mock that runs already, with the contracts of the project here, as their files are at each call. */
function connect(
  text: string,
  { files, port }: McpCommandOptions,
  { findProject }: CliEnvironment,
): OpenMock {
  if (files.length > 0 || port !== undefined) {
    throw new UsageError(
      '--url is for a mock that runs already: expected neither APIs nor --port beside it. Leave out one of them.',
    );
  }
  const { origin, pathname } = readServer('--url', text);
  if (pathname !== '/') {
    throw new UsageError(`--url: expected the origin of a mock, ${origin}, found "${text}".`);
  }
  return {
    mock: {
      origin,
      fetch: (request) => fetch(request),
      findContract: async (name) => {
        const known = (await findProject())?.apis.find((api) => api.name === name);
        return known && loadContract(known.contract, { onFlaws: () => {} });
      },
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

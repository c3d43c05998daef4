import { join } from 'node:path';
import { OWN_APIS } from '../apis.ts';
import { loadContract } from '../contract/load-contract.ts';
import { createMock, type Mock, type MockApi, type MockOptions } from '../mock/create-mock.ts';
import { createRequestLog } from '../mock/log/request-log.ts';
import { readSpecs, type Spec } from './read-specs.ts';
import { ROOT } from './root.ts';
import { serveDocs } from './serve-docs.ts';
import { formatStartMessage, serializeStart } from './start-message.ts';
import { UsageError } from './usage-error.ts';

export interface MockCommandOptions {
  /** Paths, or `name=path` each; none for the own APIs. */
  readonly files: readonly string[];
  readonly port: number;
  readonly host: string;
  readonly cors: boolean;
  /** In bytes. */
  readonly bodyLimit?: number | undefined;
  /** Whether requests are left out of the log. */
  readonly quiet?: boolean;
  /** Whether start message and log are one JSON object per line. */
  readonly json?: boolean;
}

/** `mock`: serves until it is interrupted. Returns the exit code. */
export async function runMock(options: MockCommandOptions): Promise<number> {
  const mockOptions = await prepare(options);
  const mock = createMock(mockOptions);
  const { url } = await listenOrExplain(mock, options);
  // Whoever waits for the message may interrupt as soon as it is there.
  const interruption = waitForInterruption();
  console.error(
    options.json === true
      ? serializeStart(url, mockOptions, new Date())
      : formatStartMessage(url, mockOptions),
  );
  await interruption;
  await mock.close();
  return 0;
}

async function prepare(options: MockCommandOptions): Promise<MockOptions> {
  const { files, cors, bodyLimit } = options;
  const settings = { cors, bodyLimit, ...createLog(options) };
  const specs = readSpecs(files);
  if (specs.length > 0) return { ...settings, apis: await Promise.all(specs.map(loadSpec)) };
  return { ...settings, apis: await loadOwnApis(), docs: serveDocs() };
}

function createLog({ quiet = false, json = false }: MockCommandOptions) {
  const { logExchange, logError, flush } = createRequestLog(process.stderr, json ? 'json' : 'text');
  // A defect may end the process before the turn that would have written it.
  process.once('exit', flush);
  return { log: quiet ? undefined : logExchange, logError };
}

/** A spec of somebody else's: its examples may break it, and are served all the same. */
async function loadSpec({ name, mount, file }: Spec): Promise<MockApi> {
  return { name, mount, contract: await loadContract(file), brokenAnswers: 'report' };
}

/** The own APIs, each below its name and the path of its provider's server. */
export function loadOwnApis(): Promise<MockApi[]> {
  return Promise.all(
    OWN_APIS.map(async ({ name, contract: entry, loadProvider }) => {
      const [contract, provider] = await Promise.all([
        loadContract(join(ROOT, entry)),
        loadProvider(),
      ]);
      return { ...provider, name, mount: `/${name}${contract.basePath}`, contract };
    }),
  );
}

async function listenOrExplain(mock: Mock, { port, host }: MockCommandOptions) {
  try {
    return await mock.listen({ port, host });
  } catch (error) {
    const advice = advise(error, port, host);
    throw advice === undefined ? error : new UsageError(advice, { cause: error });
  }
}

/** What the caller can do about a system error; nothing for one that only we can mend. */
function advise(error: unknown, port: number, host: string): string | undefined {
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Choose another with --port <number>.`;
    case 'EACCES':
      return `Port ${port} needs more rights. Choose another with --port <number>.`;
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EAI_AGAIN':
    case 'EINVAL':
    case 'ENOTFOUND':
      return `Address "${host}" is not one of this machine. Choose another with --host <address>.`;
    default:
      return undefined;
  }
}

function waitForInterruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

import { join } from 'node:path';
import { OWN_APIS } from '../apis.ts';
import { loadContract } from '../contract/load-contract.ts';
import { createMock, type Mock, type MockApi } from '../mock/create-mock.ts';
import { ROOT } from './root.ts';
import { serveDocs } from './serve-docs.ts';
import { UsageError } from './usage-error.ts';

export interface MockCommandOptions {
  readonly file?: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly cors: boolean;
}

/** `mock`: serves until it is interrupted. Returns the exit code. */
export async function runMock(options: MockCommandOptions): Promise<number> {
  const mock = createMock(await prepare(options));
  const { url } = await listenOrExplain(mock, options);
  console.error(`Mock server listens on ${url}`);
  await interrupted();
  await mock.close();
  return 0;
}

async function prepare({ file, cors }: MockCommandOptions) {
  if (file !== undefined) {
    return { apis: [{ name: file, mount: '', contract: await loadContract(file) }], cors };
  }
  return { apis: await loadOwnApis(), docs: serveDocs(), cors };
}

/** The own APIs, each below its name and the path of its provider's server. */
export function loadOwnApis(): Promise<MockApi[]> {
  return Promise.all(
    OWN_APIS.map(async ({ name, contract: entry, loadErrorFormat }) => {
      const [contract, formatError] = await Promise.all([
        loadContract(join(ROOT, entry)),
        loadErrorFormat(),
      ]);
      return { name, mount: `/${name}${contract.basePath}`, contract, formatError };
    }),
  );
}

async function listenOrExplain(mock: Mock, { port, host }: MockCommandOptions) {
  try {
    return await mock.listen({ port, host });
  } catch (error) {
    throw new UsageError(explain(error, port, host), { cause: error });
  }
}

function explain(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another with --port <number>.`;
  if (code === 'EACCES')
    return `Port ${port} needs more rights. Choose another with --port <number>.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `Address "${host}" is not one of this machine. Choose another with --host <address>.`;
  }
  return error instanceof Error ? error.message : String(error);
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

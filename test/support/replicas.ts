import { onTestFinished } from 'vitest';
import { loadProject } from '../../src/apis/load-project.ts';
import { CONTROL_CONTRACT } from '../../src/apis/root.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { createMock, type Mock } from '../../src/mock/create-mock.ts';
import { shareSandboxes } from '../../src/mock/shared-state/share-sandboxes.ts';
import type { StateLog } from '../../src/mock/state/state-log.ts';

const apis = await loadProject();

export interface ReplicaOptions {
  readonly maxStaleness?: number;
  /** Time in Unix milliseconds; stands still unless it is given. */
  readonly readTime?: () => number;
}

/** Mock of all own APIs over a store, as one of several servers; closed after the test. */
export function replicaOver(log: StateLog, options: ReplicaOptions = {}): Mock {
  const { maxStaleness, readTime = () => Date.parse('2030-01-01T00:00:00Z') } = options;
  const mock = createMock({
    apis,
    sandboxes: { readTime },
    control: { loadContract: () => loadContract(CONTROL_CONTRACT) },
    shareSandboxes: (shared) => shareSandboxes(log, { ...shared, maxStaleness }),
    logError: (error) => {
      throw error;
    },
  });
  onTestFinished(() => mock.close());
  return mock;
}

/** Asks a mock with a JSON body; gives status, headers and the body, parsed where it is JSON. */
export async function askReplica(
  { fetch }: Pick<Mock, 'fetch'>,
  request: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  const [method = '', target = ''] = request.split(' ');
  const response = await fetch(
    new Request(`http://mock.test${target}`, {
      method,
      headers: {
        authorization: 'Bearer x',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? JSON.parse(text) : text,
  };
}

import { loadProject } from '../../../src/apis/load-project.ts';
import { CONTROL_CONTRACT } from '../../../src/apis/root.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { createMock, type Mock, type MockApi } from '../../../src/mock/create-mock.ts';
import type { SandboxesOptions } from '../../../src/mock/state/sandboxes.ts';
import {
  openStateFile,
  type StateFileOptions,
} from '../../../src/mock/state-file/open-state-file.ts';
import { askOf } from '../../support/ask-mock.ts';

const control = await loadContract(CONTROL_CONTRACT);
const [crego] = (await loadProject()).filter(({ name }) => name === 'crego');
if (crego === undefined) throw new Error('There is no API "crego".');

/** The API that the tests of state files ask. */
export const CREGO: MockApi = crego;
export const SHARES = '/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';

export interface KeptMock extends Disposable {
  readonly mock: Mock;
  /** Status and body of an answer to a request such as `GET /path`. */
  readonly ask: Ask;
}

export type Ask = (
  request: string,
  body?: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape.
) => Promise<{ readonly status: number; readonly body: any }>;

/** Starts a mock of one API; its state is in the file, if one is given, until it ends. */
export function startKept(
  file: string | undefined,
  sandboxes: SandboxesOptions = {},
  api: MockApi = CREGO,
  options: StateFileOptions = {},
): KeptMock {
  const state = file === undefined ? undefined : openStateFile(file, options);
  const mock = createMock({
    apis: [api],
    control: { loadContract: async () => control },
    sandboxes: { ...sandboxes, state },
  });
  const send = askOf(mock);
  const ask: Ask = async (request, body) => {
    const { status, body: answer } = await send(request, body);
    return { status, body: answer };
  };
  return { mock, ask, [Symbol.dispose]: () => mock.sandboxes.close() };
}

/** Creates a share. */
export function share({ ask }: Pick<KeptMock, 'ask'>, prefix = '') {
  return ask(`POST ${prefix}${SHARES}`, { expires_at: '2025-04-01T00:00:00Z' });
}

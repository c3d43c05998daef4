import { loadProject } from '../../src/apis/load-project.ts';
import { CONTROL_CONTRACT } from '../../src/apis/root.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import type { Contract } from '../../src/contract/model/contract.ts';
import { createMock, type MockApi } from '../../src/mock/create-mock.ts';

export interface RunningMock {
  readonly contract: Contract;
  /** Base URL of the API that was asked for. */
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts the mock server of all own APIs on a free port, as `npm start` does on a fixed one; the control API is
 * beside them, answered by its examples.
 */
export async function startOwnMock(name: string): Promise<RunningMock> {
  const apis = [...(await loadProject()), await loadControlApi()];
  const api = apis.find((candidate) => candidate.name === name);
  if (api === undefined) throw new Error(`No own API is called "${name}".`);
  const mock = createMock({ apis });
  const { url } = await mock.listen();
  return { contract: api.contract, baseUrl: `${url}${api.mount}`, close: mock.close };
}

async function loadControlApi(): Promise<MockApi> {
  const name = 'mock-control';
  return { name, mount: `/${name}`, contract: await loadContract(CONTROL_CONTRACT) };
}

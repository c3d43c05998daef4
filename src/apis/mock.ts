import type { Contract } from '../contract/model/contract.ts';
import { createMock as createMockOf, type Mock, type MockOptions } from '../mock/create-mock.ts';
import type { ProjectPlace } from './find-project.ts';
import type { ApisOptions } from './load-apis.ts';
import { CONSOLE, CONTROL_CONTRACT } from './root.ts';

export * from '../mock/create-mock.ts';

/** What a mock of a project serves, and how; APIs that are given are served beside those of the project. */
export interface ProjectMockOptions extends Omit<MockOptions, 'control'>, ApisOptions {
  readonly project: ProjectPlace;
  /** Who may call the control API, and where; its contract comes with this package. */
  readonly control?: Partial<NonNullable<MockOptions['control']>> | undefined;
}

/**
 * Creates a mock of a project: the one that `share-contracts mock` serves, with its control API, and without a port until
 * `listen` is called. Rejects as `loadApis` does.
 */
export function createMock(options: ProjectMockOptions): Promise<Mock>;
/**
 * Creates a mock of one or more APIs, each at its own base path.
 *
 * Throws if two APIs have the same name or base path, or an option guards nothing, such as an empty token; ContractError for
 * invalid scenarios, and StoredRowError for stored rows that do not fit their tables. A schema that does not compile is found on
 * first use: the answer is the provider's internal error.
 */
export function createMock(options: MockOptions): Mock;
export function createMock(options: MockOptions | ProjectMockOptions): Mock | Promise<Mock> {
  return 'project' in options ? createProjectMock(options) : createMockOf(options);
}

async function createProjectMock(options: ProjectMockOptions): Promise<Mock> {
  const { apis = [], control = {}, ...others } = options;
  // Whoever mocks a contract alone loads nothing of projects.
  const { loadApis } = await import('./load-apis.ts');
  const loaded = await loadApis(options);
  return createMockOf({
    ...others,
    apis: [...loaded, ...apis],
    control: { loadContract: loadControlContract, console: CONSOLE, ...control },
  });
}

async function loadControlContract(): Promise<Contract> {
  const { loadContract } = await import('../contract/load/load-contract.ts');
  return loadContract(CONTROL_CONTRACT);
}

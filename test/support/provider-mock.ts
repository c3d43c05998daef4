import { importBehaviour, importProvider } from '../../src/apis/import-module.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { formatViolation } from '../../src/contract/model/describe-violation.ts';
import { findMedia } from '../../src/contract/model/media-type.ts';
import { createContractChecks } from '../../src/contract/validate/contract-checks.ts';
import { createMock } from '../../src/mock/create-mock.ts';
import { OWN_APIS } from './own-project.ts';
import type { Ask } from './test-mock.ts';

export interface ProviderMock {
  readonly ask: Ask;
  /** Same mock with a contract that declares no response, so that every answer breaks it. */
  readonly askBroken: Ask;
  /** Ways in which an answer breaks what the operation declares for its status. */
  readonly findViolations: (operationId: string, response: Response) => Promise<string[]>;
}

/** Mock of one own API with its real contract and error format, at the root and without a port. */
export async function createProviderMock(name: string): Promise<ProviderMock> {
  const api = OWN_APIS.find((candidate) => candidate.name === name);
  if (api === undefined) throw new Error(`No own API is called "${name}".`);
  const contract = await loadContract(api.contract);
  const provider = await importProvider(api.errors ?? '');
  const behaviour = await importBehaviour(api.behaviour ?? '');
  const checks = createContractChecks(contract);
  const silent = contract.operations.map((operation) => ({ ...operation, responses: [] }));
  const askFor =
    (served: typeof contract, acting: typeof behaviour | undefined): Ask =>
    (target, init) => {
      const mock = createMock({
        apis: [{ ...provider, name, mount: '', contract: served, behaviour: acting }],
      });
      return mock.fetch(new Request(`http://mock.test${target}`, init));
    };

  return {
    ask: askFor(contract, behaviour),
    // A behaviour could not even read the examples that it starts from.
    askBroken: askFor({ ...contract, operations: silent }, undefined),
    findViolations: async (operationId, response) => {
      const operation = contract.operations.find(({ id }) => id === operationId);
      const declared = operation?.responses.find(({ status }) => status === `${response.status}`);
      const media = findMedia(declared?.content ?? [], response.headers.get('content-type') ?? '');
      if (operation === undefined || media === undefined) return ['nothing is declared'];
      const body = checks.decodeBody(await response.clone().text(), media);
      const { status, headers } = response;
      return checks.checkResponse(operation, { status, headers, body }).map(formatViolation);
    },
  };
}

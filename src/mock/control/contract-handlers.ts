import { describeUnknownName } from '../../text/nearest-name.ts';
import type { MockApi } from '../request/mock-api.ts';
import type { ControlHandlers } from './control-handlers.ts';
import type { Controlled } from './controlled.ts';
import { describeOperation, summariseOperation } from './describe-operation.ts';
import { problem } from './problem.ts';

/** Creates the handlers that tell what the contracts say. */
export function createContractHandlers({ listApis }: Controlled) {
  return {
    listApiOperations: ({ path }) => {
      const api = findApi(listApis(), path.api);
      if (typeof api === 'string') return problem(404, api);
      return { status: 200, body: { operations: api.contract.operations.map(summariseOperation) } };
    },
    getApiOperation: ({ path, link }) => {
      const api = findApi(listApis(), path.api);
      if (typeof api === 'string') return problem(404, api);
      const { operations } = api.contract;
      const operation = operations.find(({ id }) => id === path.operation);
      if (operation === undefined) {
        const known = operations.map(({ id }) => id);
        const what = `operation of ${api.name}`;
        return problem(404, describeUnknownName(what, path.operation, known));
      }
      return { status: 200, body: describeOperation(api, operation, link(api.mount)) };
    },
  } satisfies ControlHandlers;
}

/** Finds an API by its name, or says which ones there are. */
function findApi(apis: readonly MockApi[], name: string): MockApi | string {
  const known = apis.map((api) => api.name);
  return apis.find((api) => api.name === name) ?? describeUnknownName('API', name, known);
}

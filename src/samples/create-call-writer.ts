import type { Contract, Operation } from '../contract/model/contract.ts';
import { listMethods } from '../generate/list-methods.ts';
import type { ClientSource } from './client-source.ts';
import { formatClientSample } from './format-client-sample.ts';
import type { OperationSample } from './operation-sample.ts';

/** An API whose client is called. */
export interface CalledApi {
  readonly name: string;
  readonly contract: Contract;
  readonly client: ClientSource;
  /** Base URL of a server or a mock. */
  readonly baseUrl: string;
}

/** Writes a sample as a call of the client; `undefined` where the client has no method for it, or cannot send it. */
export type WriteCall = (operation: Operation, sample: OperationSample) => string | undefined;

/** Creates the writer of calls of an API. */
export function createCallWriter({ name: api, contract, client, baseUrl }: CalledApi): WriteCall {
  const findMethod = createMethodFinder(contract, client);
  return (operation, { input }) => {
    const method = findMethod(operation);
    if (method === undefined || input === undefined) return undefined;
    return formatClientSample({ api, baseUrl, source: client, method, operation, input });
  };
}

/** A generated client has a method for each operation, also where two of them have one id. */
function createMethodFinder(
  contract: Contract,
  { methods: own }: ClientSource,
): (operation: Operation) => string | undefined {
  if (own !== undefined) return ({ id }) => (Object.hasOwn(own, id) ? own[id] : undefined);
  const methods = new Map(listMethods(contract).map(({ operation, name }) => [operation, name]));
  return (operation) => methods.get(operation);
}

import type { Contract, Operation } from '../contract/model/contract.ts';
import { listCallable } from './list-callable.ts';
import { nameMethods } from './name-methods.ts';

/** Method of a generated client, and the operation that it calls. */
export interface ClientMethod {
  readonly name: string;
  readonly operation: Operation;
}

/** Lists the methods that the client of a contract has, in document order. */
export function listMethods(contract: Contract): ClientMethod[] {
  const callable = listCallable(contract);
  const names = nameMethods(callable.map(({ operationId }) => operationId));
  return callable.map(({ operation }, index) => ({ name: names[index] ?? '', operation }));
}

import { openOperation } from '../contract/extensions/open-operation.ts';
import type { Contract, Operation } from '../contract/model/contract.ts';
import { text } from '../contract/model/json-cursor.ts';
import { isTyped } from './list-untyped.ts';

/** Operation that a client has a method for. */
export interface CallableOperation {
  readonly operationId: string;
  readonly operation: Operation;
}

/** Lists the operations that have types and an `operationId`, in document order. */
export function listCallable({ document, operations }: Contract): CallableOperation[] {
  return operations.filter(isTyped).flatMap((operation) => {
    const operationId = text(openOperation(document, operation), 'operationId');
    return operationId === undefined ? [] : [{ operationId, operation }];
  });
}

/** Counts the operations that have types but no `operationId`. */
export function countUnnamed(contract: Contract): number {
  return contract.operations.filter(isTyped).length - listCallable(contract).length;
}

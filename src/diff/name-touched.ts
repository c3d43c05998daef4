import type { Contract } from '../contract/model/contract.ts';
import { listMethods } from '../generate/list-methods.ts';
import type { Change, TouchedOperation } from './change.ts';
import type { Uses } from './source/read-coverage.ts';
import { nameType } from './type-name.ts';

/** What is known of an API besides its contract. */
export interface Known {
  /** Name of the API, by which coverage has it. */
  readonly api: string;
  readonly before: Contract;
  readonly after: Contract;
  readonly uses: Uses;
}

/**
 * Adds to changes the methods and types of the generated client that they touch, as consumers have them: by the names of the
 * former version where it has the operation; and what tests of consumers met.
 */
export function nameTouched(
  changes: readonly Change[],
  { api, before, after, uses }: Known,
): Change[] {
  const methods = new Map(
    [after, before].flatMap((contract) =>
      listMethods(contract).map(({ name, operation: { method, path } }) => [
        `${method} ${path}`,
        name,
      ]),
    ),
  );
  const formerIds = new Map(
    before.operations.map(({ method, path, id }) => [`${method} ${path}`, id]),
  );
  return changes.map((change) => ({
    ...change,
    types: change.types.map(nameType),
    operations: change.operations.map((operation) => addUses(addMethod(operation))),
  }));

  function addMethod(operation: TouchedOperation): TouchedOperation {
    const clientMethod = methods.get(keyOf(operation));
    return clientMethod === undefined ? operation : { ...operation, clientMethod };
  }

  function addUses(operation: TouchedOperation): TouchedOperation {
    const id = formerIds.get(keyOf(operation)) ?? operation.id;
    const met = uses.get(`${api} ${id}`) ?? uses.get(`${api} ${operation.id}`);
    return met === undefined ? operation : { ...operation, uses: met };
  }
}

function keyOf({ method, path }: TouchedOperation): string {
  return `${method} ${path}`;
}

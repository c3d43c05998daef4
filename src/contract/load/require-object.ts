import { ContractError } from '../model/contract-error.ts';
import { FLAW } from '../model/flaw.ts';
import { isJsonObject, type JsonCursor } from '../model/json-cursor.ts';
import { describeType } from './describe-type.ts';

/**
 * Returns the cursor of a part that nothing can be read without. Throws ContractError unless it is an
 * object, and for one that was found to be flawed before.
 */
export function requireObject(cursor: JsonCursor, what: string): JsonCursor {
  const { node, pointer } = cursor;
  if (!isJsonObject(node)) {
    throw new ContractError(`expected an object as ${what}, found ${describeType(node)}.`, {
      pointer,
    });
  }
  const flaw = node[FLAW];
  if (typeof flaw !== 'string') return cursor;
  throw new ContractError(flaw, { pointer, isKnown: true });
}

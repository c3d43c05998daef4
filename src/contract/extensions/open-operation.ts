import type { Operation } from '../model/contract.ts';
import { type JsonCursor, jump } from '../model/json-cursor.ts';

/** Returns the place of an operation in the document of its contract. */
export function openOperation(document: unknown, { pointer }: Operation): JsonCursor {
  return jump(document, `#${encodeURIComponent(pointer)}`);
}

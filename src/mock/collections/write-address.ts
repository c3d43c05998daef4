import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { writeAccess, writeOptionalAccess } from './write-code.ts';
import type { Writing } from './writing.ts';

/** Key of the row that a path or a body names. */
export function writeAddress(
  known: CollectionOperation,
  { isNested, isTyped, model }: Writing,
): string {
  const [name = 'id'] = model.collection.key;
  const body = isTyped ? 'body' : 'Object(body)';
  const { keyParameter } = known;
  const key =
    keyParameter === undefined
      ? writeAccess(writeOptionalAccess(body, known.requestEnvelope), [name])
      : writeAccess('path', [keyParameter]);
  return joinKeys(isNested ? [...listOwners(known), key] : [key]);
}

/** Code of the keys of the parents that a path names. */
export function writeOwner(known: CollectionOperation): string {
  return joinKeys(listOwners(known));
}

function listOwners({ scope }: CollectionOperation): string[] {
  return scope.map(({ parameter }) => writeAccess('path', [parameter]));
}

/** Joins keys to one text. */
function joinKeys(codes: readonly string[]): string {
  const [only] = codes;
  if (only !== undefined && codes.length === 1) return `String(${only})`;
  return `\`${codes.map((code) => `\${${code}}`).join('/')}\``;
}

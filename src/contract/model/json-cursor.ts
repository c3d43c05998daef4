import { ContractError } from './contract-error.ts';
import { ExactNumber } from './exact-number.ts';

/**
 * Position in a JSON document that follows local `$ref`s on the way down.
 *
 * `pointer` is the JSON Pointer (https://www.rfc-editor.org/rfc/rfc6901) of the node itself, not of
 * a reference to it, so that a schema has one pointer wherever it is used.
 */
export interface JsonCursor {
  readonly document: unknown;
  readonly pointer: string;
  readonly node: unknown;
}

type JsonObject = Record<string, unknown>;

/** Whether a value is a JSON object: no array, null, bytes or exact number. */
export function isJsonObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value) &&
    !(value instanceof ExactNumber)
  );
}

/** Returns a cursor at the root of a document. */
export function openDocument(document: unknown): JsonCursor {
  return { document, pointer: '', node: document };
}

/** Returns the child under `key`, following references; `undefined` if there is none. */
export function child(cursor: JsonCursor, key: string | number): JsonCursor | undefined {
  const found = dataAt(cursor, key);
  return found && follow(found);
}

/** Returns the child under `key` as it is: in data, a `$ref` is no reference. */
export function dataAt(cursor: JsonCursor, key: string | number): JsonCursor | undefined {
  const { document, pointer } = cursor;
  const node = childNode(cursor.node, key);
  return node === undefined
    ? undefined
    : { document, pointer: `${pointer}/${escapeToken(key)}`, node };
}

/** Returns the descendant under a list of keys; `undefined` if one is missing. */
export function descend(cursor: JsonCursor, ...keys: (string | number)[]): JsonCursor | undefined {
  return keys.reduce<JsonCursor | undefined>((at, key) => at && child(at, key), cursor);
}

/** Lists the members of an object, or the items of an array by index, in document order. */
export function children(cursor: JsonCursor | undefined): [key: string, child: JsonCursor][] {
  if (cursor === undefined || typeof cursor.node !== 'object' || cursor.node === null) return [];
  return Object.keys(cursor.node).flatMap((key) => {
    const found = child(cursor, key);
    return found === undefined ? [] : [[key, found] as [string, JsonCursor]];
  });
}

/** Returns the string under `key`; `undefined` for anything else. */
export function text(cursor: JsonCursor, key: string): string | undefined {
  const node = childNode(cursor.node, key);
  return typeof node === 'string' ? node : undefined;
}

/** Whether the member under `key` is true. */
export function isFlag(cursor: JsonCursor, key: string): boolean {
  return child(cursor, key)?.node === true;
}

/** Escapes a key as a token of a JSON Pointer, https://www.rfc-editor.org/rfc/rfc6901#section-3. */
export function escapeToken(key: string | number): string {
  const token = String(key);
  return token.includes('~') || token.includes('/')
    ? token.replaceAll('~', '~0').replaceAll('/', '~1')
    : token;
}

/**
 * Returns the key that a token of a JSON Pointer stands for,
 * https://www.rfc-editor.org/rfc/rfc6901#section-4.
 */
export function unescapeToken(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

/**
 * Follows a Reference Object, ignoring its other members:
 * https://spec.openapis.org/oas/v3.1.1#reference-object.
 */
export function dereference(cursor: JsonCursor): JsonCursor {
  return follow(cursor, () => true);
}

/** Follows a chain of local references. Throws ContractError for a broken or circular one. */
function follow(cursor: JsonCursor, isReference = isBareReference): JsonCursor {
  const seen = new Set<string>();
  let at = cursor;
  while (isJsonObject(at.node) && typeof at.node.$ref === 'string' && isReference(at.node)) {
    const ref = at.node.$ref;
    if (seen.has(ref)) {
      throw new ContractError(`"${ref}" refers to itself.`, { pointer: cursor.pointer });
    }
    seen.add(ref);
    at = jump(at.document, ref, cursor.pointer);
  }
  return at;
}

/**
 * A reference with siblings is a schema and is kept
 * (https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.1), unless the siblings are
 * annotations.
 */
function isBareReference(node: JsonObject): boolean {
  return Object.keys(node).every(
    (key) => ['$ref', 'summary', 'description'].includes(key) || key.startsWith('x-'),
  );
}

/**
 * Returns the node that `#` and a JSON Pointer lead to. Throws ContractError if there is none, with
 * the pointer of what refers to it.
 */
export function jump(document: unknown, ref: string, from?: string): JsonCursor {
  if (!ref.startsWith('#'))
    throw new ContractError(`"${ref}" is not a reference inside the bundle.`, { pointer: from });
  const pointer = decodeFragment(ref, from);
  const node = pointer.split('/').slice(1).map(unescapeToken).reduce<unknown>(childNode, document);
  if (node === undefined) throw new ContractError(`"${ref}" does not exist.`, { pointer: from });
  return { document, pointer, node };
}

function decodeFragment(ref: string, from: string | undefined): string {
  try {
    return decodeURIComponent(ref.slice(1));
  } catch (cause) {
    throw new ContractError(`"${ref}" is not valid percent-encoding.`, { cause, pointer: from });
  }
}

function childNode(node: unknown, key: string | number): unknown {
  if (Array.isArray(node)) return node[Number(key)];
  return isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

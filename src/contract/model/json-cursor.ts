import { ContractError } from './contract-error.ts';

/**
 * Position in a JSON document that follows local `$ref`s as it descends.
 *
 * `pointer` is the JSON Pointer (RFC 6901) of the node that is really there, not of the reference to it,
 * so that one schema has one pointer wherever it is used from.
 */
export interface JsonCursor {
  readonly document: unknown;
  readonly pointer: string;
  readonly node: unknown;
}

type JsonObject = Record<string, unknown>;

/** Whether a value is a JSON object, neither an array nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Cursor at the root of a document. */
export function openDocument(document: unknown): JsonCursor {
  return { document, pointer: '', node: document };
}

/** Child under `key`, with references followed; `undefined` where there is none. */
export function child(cursor: JsonCursor, key: string | number): JsonCursor | undefined {
  const node = childNode(cursor.node, key);
  if (node === undefined) return undefined;
  return follow({
    document: cursor.document,
    pointer: `${cursor.pointer}/${escapeToken(key)}`,
    node,
  });
}

/** Descendant under a list of keys; `undefined` as soon as one of them is missing. */
export function descend(cursor: JsonCursor, ...keys: (string | number)[]): JsonCursor | undefined {
  return keys.reduce<JsonCursor | undefined>((at, key) => at && child(at, key), cursor);
}

/** Members of an object, or items of an array under their index, in document order. */
export function children(cursor: JsonCursor | undefined): [key: string, child: JsonCursor][] {
  if (cursor === undefined || typeof cursor.node !== 'object' || cursor.node === null) return [];
  return Object.keys(cursor.node).flatMap((key) => {
    const found = child(cursor, key);
    return found === undefined ? [] : [[key, found] as [string, JsonCursor]];
  });
}

/** Text under `key`; `undefined` where there is none or it is not a string. */
export function text(cursor: JsonCursor, key: string): string | undefined {
  const node = childNode(cursor.node, key);
  return typeof node === 'string' ? node : undefined;
}

/** Whether the member under `key` is true. */
export function isFlag(cursor: JsonCursor, key: string): boolean {
  return child(cursor, key)?.node === true;
}

/** Text of a reference token in a JSON Pointer, RFC 6901 section 3. */
export function escapeToken(key: string | number): string {
  const token = String(key);
  return token.includes('~') || token.includes('/')
    ? token.replaceAll('~', '~0').replaceAll('/', '~1')
    : token;
}

/** Key that a reference token of a JSON Pointer stands for. */
export function unescapeToken(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

/** Node behind a Reference Object, whose other members count for nothing: OpenAPI 3.1 section 4.8.23. */
export function dereference(cursor: JsonCursor): JsonCursor {
  return follow(cursor, () => true);
}

/** Node behind a chain of local references. Throws ContractError for a broken or circular one. */
function follow(cursor: JsonCursor, isReference = isBareReference): JsonCursor {
  const seen = new Set<string>();
  let at = cursor;
  while (isJsonObject(at.node) && typeof at.node.$ref === 'string' && isReference(at.node)) {
    const ref = at.node.$ref;
    if (seen.has(ref)) throw new ContractError(`"${ref}" refers to itself.`);
    seen.add(ref);
    at = jump(at.document, ref);
  }
  return at;
}

/** References with siblings are schemas (JSON Schema 2020-12) and stay as they are; an annotation is no such sibling. */
function isBareReference(node: JsonObject): boolean {
  return Object.keys(node).every(
    (key) => ['$ref', 'summary', 'description'].includes(key) || key.startsWith('x-'),
  );
}

/** Node behind a local reference, `#` and a JSON Pointer. Throws ContractError where there is none. */
export function jump(document: unknown, ref: string): JsonCursor {
  if (!ref.startsWith('#'))
    throw new ContractError(`"${ref}" is not a reference inside the bundle.`);
  const pointer = decodeFragment(ref);
  const node = pointer.split('/').slice(1).map(unescapeToken).reduce<unknown>(childNode, document);
  if (node === undefined) throw new ContractError(`"${ref}" leads nowhere.`);
  return { document, pointer, node };
}

function decodeFragment(ref: string): string {
  try {
    return decodeURIComponent(ref.slice(1));
  } catch (cause) {
    throw new ContractError(`"${ref}" is not percent-encoded as a URI is.`, { cause });
  }
}

function childNode(node: unknown, key: string | number): unknown {
  if (Array.isArray(node)) return node[Number(key)];
  return isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

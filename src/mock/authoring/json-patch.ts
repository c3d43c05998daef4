import { isDeepStrictEqual } from 'node:util';
import { copyJson } from '../../contract/model/copy-json.ts';
import { isJsonObject, unescapeToken } from '../../contract/model/json-cursor.ts';

/** Patched value, or why an operation of the patch cannot be applied, with its index. */
export type Patched =
  | { readonly value: unknown }
  | { readonly failed: number; readonly reason: string };

/** Reason why an operation cannot be applied. */
class PatchError extends Error {
  override readonly name = 'PatchError';
}

/** Applies a JSON Patch, https://www.rfc-editor.org/rfc/rfc6902#section-4; all of it, or nothing. */
export function applyJsonPatch(target: unknown, patch: unknown): Patched {
  if (!Array.isArray(patch)) return { failed: 0, reason: 'expected an array of operations' };
  // One member holds the document, so that the whole of it can be replaced as well.
  const root = { '': copyJson(target) };
  for (const [index, operation] of patch.entries()) {
    try {
      apply(root, operation);
    } catch (error) {
      if (!(error instanceof PatchError)) throw error;
      return { failed: index, reason: error.message };
    }
  }
  return { value: root[''] };
}

function apply(root: Record<string, unknown>, operation: unknown): void {
  if (!isJsonObject(operation)) throw new PatchError('expected an operation');
  const { op, path, from, value } = operation;
  if (typeof path !== 'string') throw new PatchError('expected a "path"');
  switch (op) {
    case 'add':
      add(root, path, copyJson(value));
      break;
    case 'remove':
      remove(root, path);
      break;
    case 'replace':
      read(root, path);
      replace(root, path, copyJson(value));
      break;
    case 'move':
      move(root, textOf(from), path);
      break;
    case 'copy':
      add(root, path, copyJson(read(root, textOf(from))));
      break;
    case 'test':
      if (!isDeepStrictEqual(read(root, path), value)) {
        throw new PatchError(`"${path}" has another value`);
      }
      break;
    default:
      throw new PatchError('expected "op" to be add, remove, replace, move, copy or test');
  }
}

function move(root: unknown, from: string, path: string): void {
  const moved = read(root, from);
  if (path.startsWith(`${from}/`)) throw new PatchError(`"${from}" cannot be moved into itself`);
  remove(root, from);
  add(root, path, moved);
}

function textOf(from: unknown): string {
  if (typeof from === 'string') return from;
  throw new PatchError('expected a "from"');
}

function tokensOf(path: string): string[] {
  if (path !== '' && !path.startsWith('/')) throw new PatchError(`"${path}" is no JSON Pointer`);
  return ['', ...path.split('/').slice(1).map(unescapeToken)];
}

function read(root: unknown, path: string): unknown {
  return tokensOf(path).reduce<unknown>((owner, token) => childOf(owner, token, path), root);
}

function childOf(owner: unknown, token: string, path: string): unknown {
  if (Array.isArray(owner) && isIndex(token, owner.length - 1)) return owner[Number(token)];
  if (isJsonObject(owner) && Object.hasOwn(owner, token)) return owner[token];
  throw new PatchError(`"${path}" does not exist`);
}

/** Whether a token is an index up to a last one, without leading zeros. */
function isIndex(token: string, last: number): boolean {
  return /^(?:0|[1-9]\d*)$/.test(token) && Number(token) <= last;
}

function ownerOf(root: unknown, path: string): { owner: unknown; token: string } {
  const tokens = tokensOf(path);
  const token = tokens.pop() ?? '';
  const owner = tokens.reduce<unknown>((at, one) => childOf(at, one, path), root);
  return { owner, token };
}

function add(root: unknown, path: string, value: unknown): void {
  const { owner, token } = ownerOf(root, path);
  if (!Array.isArray(owner)) {
    define(owner, token, value, path);
    return;
  }
  const index = token === '-' ? owner.length : Number(token);
  if (token !== '-' && !isIndex(token, owner.length)) throw new PatchError(`"${path}" is no place`);
  owner.splice(index, 0, value);
}

function replace(root: unknown, path: string, value: unknown): void {
  const { owner, token } = ownerOf(root, path);
  if (Array.isArray(owner)) owner[Number(token)] = value;
  else define(owner, token, value, path);
}

function remove(root: unknown, path: string): void {
  read(root, path);
  const { owner, token } = ownerOf(root, path);
  if (Array.isArray(owner)) owner.splice(Number(token), 1);
  else if (isJsonObject(owner)) delete owner[token];
}

/** Not by assignment, which would set the prototype for the name "__proto__". */
function define(owner: unknown, token: string, value: unknown, path: string): void {
  if (!isJsonObject(owner)) throw new PatchError(`"${path}" does not exist`);
  const flags = { enumerable: true, configurable: true, writable: true };
  Object.defineProperty(owner, token, { value, ...flags });
}

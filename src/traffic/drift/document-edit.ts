import type { Edit } from '../edit/edit.ts';

/** Change of a bundled document. */
export interface DocumentEdit {
  /** Pointer to an object that is there. */
  readonly at: string;
  /** Keys from there on, which may be missing. */
  readonly path: readonly string[];
  readonly change: Change;
}

export type Change =
  | { readonly kind: 'set'; readonly key: string; readonly value: unknown }
  /** Adds items to the list that the path leads to. */
  | { readonly kind: 'append'; readonly values: readonly unknown[] }
  /** Takes an item from the list that the path leads to, and the list where it was the last. */
  | { readonly kind: 'drop'; readonly value: unknown }
  | { readonly kind: 'remove'; readonly key: string }
  | { readonly kind: 'rename'; readonly key: string; readonly to: string };

/** Finds the edit of a file for a change; `keys` lead to its place as far as that is known. */
export function resolveEdit(
  root: unknown,
  keys: readonly string[],
  { path, change }: Pick<DocumentEdit, 'path' | 'change'>,
): Edit | undefined {
  const base = findBase(root, keys);
  if (base === undefined) return undefined;
  const at = [...base];
  for (const [index, key] of path.entries()) {
    const node = valueAt(root, at);
    if (isMissing(node, key)) return createMissing(at, path.slice(index), change);
    at.push(key);
  }
  switch (change.kind) {
    case 'append':
      return { kind: 'append', keys: at, values: change.values };
    case 'drop':
      return dropItem(valueAt(root, at), at, change.value);
    default:
      return { ...change, keys: at };
  }
}

/** Keys of a file for those of the bundled document, which an upgrade of its version may have wrapped. */
function findBase(root: unknown, keys: readonly string[]): string[] | undefined {
  const found: string[] = [];
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    const node = valueAt(root, found);
    if (!isMissing(node, key)) found.push(key);
    // What may be null became an alternative of what it was.
    else if (key === 'anyOf' && keys[index + 1] === '0') index += 1;
    // Parameters of Swagger 2.0 are schemas themselves.
    else if (key !== 'schema') return undefined;
  }
  return found;
}

function isMissing(node: unknown, key: string): boolean {
  if (Array.isArray(node)) return !(Number(key) < node.length);
  return typeof node !== 'object' || node === null || !Object.hasOwn(node, key);
}

function valueAt(root: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((node, key) => {
    if (Array.isArray(node)) return node[Number(key)];
    const isThere = typeof node === 'object' && node !== null && Object.hasOwn(node, key);
    return isThere ? Reflect.get(node, key) : undefined;
  }, root);
}

/** Creates what a path leads to that is not there. */
function createMissing(
  keys: readonly string[],
  [key = '', ...rest]: readonly string[],
  change: Change,
): Edit | undefined {
  const nest = (inner: unknown) =>
    rest.reduceRight<unknown>((value, name) => ({ [name]: value }), inner);
  if (change.kind === 'set') {
    return { kind: 'set', keys, key, value: nest({ [change.key]: change.value }) };
  }
  return change.kind === 'append'
    ? { kind: 'set', keys, key, value: nest(change.values) }
    : undefined;
}

function dropItem(list: unknown, keys: readonly string[], value: unknown): Edit | undefined {
  if (!Array.isArray(list)) return undefined;
  const at = list.indexOf(value);
  const key = keys.at(-1);
  if (at < 0 || key === undefined) return undefined;
  const owner = keys.slice(0, -1);
  return list.length === 1
    ? { kind: 'remove', keys: owner, key }
    : { kind: 'remove', keys, key: String(at) };
}

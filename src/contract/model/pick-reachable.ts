import { isJsonObject } from './json-cursor.ts';
import { readFragment } from './reference.ts';

/**
 * Picks the part of a bundled document that a node reaches by local references, directly or
 * indirectly. A reference that leads nowhere is data, and skipped.
 *
 * Components and path items are taken whole and shared, not copied, so that the cost depends on
 * what is reachable and not on the size of the document.
 */
export function pickReachable(document: unknown, node: unknown): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  const seen = new Set<string>();
  const pending = listReferences(node);
  for (let ref = pending.pop(); ref !== undefined; ref = pending.pop()) {
    const keys = unitOf(ref);
    const unit = JSON.stringify(keys);
    if (seen.has(unit)) continue;
    seen.add(unit);
    const found = findUnit(document, keys);
    if (found === undefined) continue;
    place(picked, keys, found);
    pending.push(...listReferences(found));
  }
  return picked;
}

/** Keys of `components/<kind>/<name>`, or the first two keys of any other reference. */
function unitOf(ref: string): string[] {
  const keys = readFragment(ref.slice(1));
  return keys.slice(0, keys[0] === 'components' ? 3 : 2);
}

function findUnit(document: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (node, key) => (isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : undefined),
    document,
  );
}

function listReferences(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(listReferences);
  if (!isJsonObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#/')
      ? [value]
      : listReferences(value),
  );
}

function place(picked: Record<string, unknown>, keys: readonly string[], node: unknown): void {
  const names = [...keys];
  const last = names.pop();
  let at = picked;
  for (const name of names) {
    const next = at[name];
    const inner = isJsonObject(next) ? next : {};
    at[name] = inner;
    at = inner;
  }
  if (last !== undefined) at[last] = node;
}

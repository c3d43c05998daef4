import { isJsonObject, jump, unescapeToken } from './json-cursor.ts';

/**
 * Picks the part of a bundled document that a node reaches by local references, directly or
 * indirectly.
 *
 * Components and path items are taken whole and shared, not copied, so that the cost depends on
 * what is reachable and not on the size of the document.
 */
export function pickReachable(document: unknown, node: unknown): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  const seen = new Set<string>();
  const pending = listReferences(node);
  for (let ref = pending.pop(); ref !== undefined; ref = pending.pop()) {
    const tokens = unitOf(ref);
    const unit = `#/${tokens.join('/')}`;
    if (seen.has(unit)) continue;
    seen.add(unit);
    const found = jump(document, unit).node;
    place(picked, tokens, found);
    pending.push(...listReferences(found));
  }
  return picked;
}

/** `components/<kind>/<name>`, or the first two tokens of any other reference. */
function unitOf(ref: string): string[] {
  const tokens = ref.slice(2).split('/');
  return tokens.slice(0, tokens[0] === 'components' ? 3 : 2);
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

function place(picked: Record<string, unknown>, tokens: readonly string[], node: unknown): void {
  const names = tokens.map((token) => unescapeToken(decodeURIComponent(token)));
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

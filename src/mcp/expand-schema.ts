import { isJsonObject, jump } from '../contract/model/json-cursor.ts';
import { lastToken } from '../contract/model/reference.ts';
import { toPlain } from '../contract/model/to-plain.ts';

/** Part of a document with its references replaced. */
export interface Expanded {
  readonly value: unknown;
  /** Whether references stay that lead too deep, or to much more than is read. */
  readonly isCut: boolean;
}

/** Values that are copied at most: the references of some documents lead to more than a memory holds. */
const MAX_NODES = 20_000;

/**
 * Replaces local references in a part of a bundled document by what they lead to; the name of the component becomes its `title`
 * unless it has one. A reference to what it stands in stays, and so does one below `depth` others.
 */
export function expandSchema(document: unknown, part: unknown, depth: number): Expanded {
  let left = MAX_NODES;
  let isCut = false;
  const value = expand(toPlain(part), []);
  return { value, isCut };

  function expand(node: unknown, open: readonly string[]): unknown {
    left -= 1;
    if (Array.isArray(node)) return node.map((item) => expand(item, open));
    if (!isJsonObject(node)) return node;
    const { $ref, ...siblings } = node;
    if (typeof $ref !== 'string') return expandMembers(node, open);
    if (open.includes($ref)) return node;
    if (open.length >= depth || left <= 0) {
      isCut = true;
      return node;
    }
    const target = expand(toPlain(jump(document, $ref).node), [...open, $ref]);
    if (!isJsonObject(target)) return target;
    return { title: lastToken($ref), ...target, ...expandMembers(siblings, open) };
  }

  function expandMembers(node: Readonly<Record<string, unknown>>, open: readonly string[]) {
    const members = Object.entries(node).map(([name, member]) => [name, expand(member, open)]);
    return Object.fromEntries(members);
  }
}

import { ContractError } from '../model/contract-error.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { childOrigin, type Origin } from '../model/origin.ts';
import { readReference } from '../model/reference.ts';
import type { Sources } from './load-sources.ts';

/** Value that a reference stands for. */
export interface Target extends Origin {
  readonly node: unknown;
}

/** Target of a `$ref` that stands in a file, or the reason why there is none. */
export type FindTarget = (ref: string, base: string) => Target | string;

/**
 * Makes the function that follows references between files, through references to the value in the end.
 *
 * A reference with siblings is a schema of its own (JSON Schema 2020-12) and ends the way. `rewritten` holds
 * the targets of references that were rewritten already.
 */
export function createTargetFinder(
  sources: Sources,
  rewritten: ReadonlyMap<object, Target>,
): FindTarget {
  return (ref, base) => find(ref, base, new Set());

  function find(ref: string, base: string, trail: Set<string>): Target | string {
    const step = `${base} ${ref}`;
    if (trail.has(step)) return 'it refers to itself';
    trail.add(step);
    const reference = readReference(base, ref);
    if (reference === undefined) return 'its fragment is no JSON Pointer';
    const source = sources.get(reference.source);
    if (source === undefined) return `${reference.source} was not read`;
    if (source instanceof ContractError) return source.message.replace(/\.$/, '');
    const root: Target = { source: source.name, pointer: '', node: source.value };
    const target = reference.keys.reduce<Target | string>(
      (at, key) => (typeof at === 'string' ? at : enter(at, key, trail)),
      root,
    );
    return typeof target === 'string' || !isBare(target.node) ? target : follow(target, trail);
  }

  /** Member of a value, or of what the value refers to. */
  function enter(at: Target, key: string, trail: Set<string>): Target | string {
    const { node, pointer } = at;
    if (typeof node === 'object' && node !== null && Object.hasOwn(node, key)) {
      const member: unknown = Reflect.get(node, key);
      return { ...childOrigin(at, key), node: member };
    }
    const target = follow(at, trail);
    if (typeof target === 'string') return target;
    return target === at ? `there is no "${key}" in "#${pointer}"` : enter(target, key, trail);
  }

  /** Value behind a reference; any other value is its own target. */
  function follow(at: Target, trail: Set<string>): Target | string {
    if (!isJsonObject(at.node)) return at;
    const known = rewritten.get(at.node);
    if (known !== undefined) return known;
    const { $ref } = at.node;
    return typeof $ref === 'string' ? find($ref, at.source, trail) : at;
  }
}

function isBare(node: unknown): boolean {
  return isJsonObject(node) && typeof node.$ref === 'string' && Object.keys(node).length === 1;
}

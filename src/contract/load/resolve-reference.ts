import { ContractError } from '../model/contract-error.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { childOrigin, type Origin } from '../model/origin.ts';
import { readReference } from '../model/reference.ts';
import type { Sources } from './load-sources.ts';
import { createFileLocator } from './own-uris.ts';

/** Value that a reference leads to, and where it is written. */
export interface Target extends Origin {
  readonly node: unknown;
}

/** Finds the target of a `$ref` in a file, or returns the reason why there is none. */
export type FindTarget = (ref: string, base: string) => Target | string;

/**
 * Creates a function that follows references between files to the final value.
 *
 * A reference with siblings is a schema in its own right, where the search ends
 * (https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.1). `rewritten` holds the
 * targets of references that were already rewritten.
 */
export function createTargetFinder(
  sources: Sources,
  rewritten: ReadonlyMap<object, Target>,
): FindTarget {
  const locate = createFileLocator(sources);
  return (ref, base) => find(ref, base, new Set());

  function find(ref: string, base: string, trail: Set<string>): Target | string {
    const step = `${base} ${ref}`;
    if (trail.has(step)) return 'it refers to itself';
    trail.add(step);
    const reference = readReference(base, ref);
    if (reference === undefined) return 'its fragment is not a JSON Pointer';
    const name = locate(reference.source, base, ref.replace(/#.*$/s, ''));
    const source = sources.get(name);
    if (source === undefined) return `${name} was not read`;
    if (source instanceof ContractError) return source.message.replace(/\.$/, '');
    const root: Target = { source: source.name, pointer: '', node: source.value };
    const target = reference.keys.reduce<Target | string>(
      (at, key) => (typeof at === 'string' ? at : enter(at, key, trail)),
      root,
    );
    return typeof target === 'string' || !isBare(target.node) ? target : follow(target, trail);
  }

  /** Member of a value, or of the value that it refers to. */
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

  /** Target of a reference; any other value is its own target. */
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

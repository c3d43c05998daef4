import { ContractError } from '../model/contract-error.ts';
import { isJsonObject, unescapeToken } from '../model/json-cursor.ts';
import { childOrigin } from '../model/origin.ts';
import { readReference, splitReference } from '../model/reference.ts';
import type { Sources } from './load-sources.ts';
import { createFileLocator } from './own-uris.ts';
import type { SchemaNames, Target } from './schema-names.ts';

export type { Target } from './schema-names.ts';

/**
 * Finds the target of a `$ref` in a file, or returns the reason why there is none.
 *
 * `node` is the object that has the reference; without one, it is taken for part of no schema.
 */
export type FindTarget = (ref: string, base: string, node?: object) => Target | string;

/**
 * Creates a function that follows references between files to the final value.
 *
 * A reference with siblings is a schema in its own right, where the search ends
 * (https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.1). `rewritten` holds the
 * targets of references that were already rewritten.
 */
export function createTargetFinder(
  sources: Sources,
  names: SchemaNames,
  rewritten: ReadonlyMap<object, Target>,
): FindTarget {
  const locate = createFileLocator(sources);
  return (ref, base, node) => {
    const known = node && rewritten.get(node);
    return known ?? find(ref, base, node, new Set());
  };

  function find(
    ref: string,
    base: string,
    node: object | undefined,
    trail: Set<string>,
  ): Target | string {
    const step = `${base} ${ref}`;
    if (trail.has(step)) return 'it refers to itself';
    trail.add(step);
    const target = names.find(ref, base, node) ?? findInFile(ref, base, trail);
    return typeof target === 'string' || !isBare(target.node) ? target : follow(target, trail);
  }

  function findInFile(ref: string, base: string, trail: Set<string>): Target | string {
    const reference = readReference(base, ref);
    const { fragment } = splitReference(ref);
    if (reference === undefined) return `no schema has the anchor "${fragment}"`;
    const name = locate(reference.source, base, ref.replace(/#.*$/s, ''));
    const source = sources.get(name);
    if (source === undefined) return `${name} was not read`;
    if (source instanceof ContractError) return source.message.replace(/\.$/, '');
    const root: Target = { source: source.name, pointer: '', node: source.value };
    const target = descend(root, reference.keys, trail);
    if (typeof target !== 'string' || !fragment.includes('%')) return target;
    // Some write a name that has a percent sign as it is.
    const raw = descend(root, fragment.split('/').slice(1).map(unescapeToken), trail);
    return typeof raw === 'string' ? target : raw;
  }

  function descend(root: Target, keys: readonly string[], trail: Set<string>): Target | string {
    return keys.reduce<Target | string>(
      (at, key) => (typeof at === 'string' ? at : enter(at, key, trail)),
      root,
    );
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
    return typeof $ref === 'string' ? find($ref, at.source, at.node, trail) : at;
  }
}

/** Whether only references follow each other, which siblings do not change. */
export function leadsInCircle(target: Target | string, findTarget: FindTarget): boolean {
  const trail = new Set<unknown>();
  let at = target;
  while (typeof at !== 'string' && isJsonObject(at.node) && typeof at.node.$ref === 'string') {
    if (trail.has(at.node)) return true;
    trail.add(at.node);
    at = findTarget(at.node.$ref, at.source, at.node);
  }
  return false;
}

function isBare(node: unknown): boolean {
  return isJsonObject(node) && typeof node.$ref === 'string' && Object.keys(node).length === 1;
}

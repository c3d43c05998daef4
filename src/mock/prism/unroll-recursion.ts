import { listMembers, type Shape } from '../../contract/model/document-shape.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';

interface Unrolling {
  readonly resolve: ResolveSchema;
  /** Reference to the schema itself. */
  readonly own: string;
  /** What has become of each object, because YAML anchors put one in several places. */
  readonly known: Map<object, object>;
}

/**
 * Puts copies of schemas that refer to themselves in the place of the references to them.
 *
 * Prism's sampler ends at a reference that it is inside of. Prism first resolves the references
 * that are part of no circle, so that its answers show one whole member of a tree.
 *
 * Returns a copy that shares everything unchanged.
 */
export function unrollRecursion(schema: unknown, own: string, resolve: ResolveSchema): unknown {
  if (!isJsonObject(schema)) return schema;
  return unroll(schema, 'schema', { resolve, own, known: new Map() });
}

function unroll(node: object, shape: Shape, state: Unrolling): object {
  const done = state.known.get(node);
  if (done !== undefined) return done;
  const made = shape === 'schema' ? unrollReference(node, state) : undefined;
  const unrolled = made ?? unrollMembers(node, shape, state);
  state.known.set(node, unrolled);
  return unrolled;
}

function unrollReference(node: object, { own, resolve }: Unrolling): object | undefined {
  const $ref: unknown = Reflect.get(node, '$ref');
  if (typeof $ref !== 'string' || $ref === own) return undefined;
  const target = resolve({ $ref });
  if (typeof target === 'boolean') return undefined;
  return refersTo($ref, target, 'schema', new Set())
    ? copy(target, 'schema', new Map())
    : undefined;
}

/** Copies schemas, not their values: the sampler ends at an object as well that it is inside of. */
function copy(node: object, shape: Shape, known: Map<object, object>): object {
  const done = known.get(node);
  if (done !== undefined) return done;
  const copied = Array.isArray(node) ? [...node] : { ...node };
  known.set(node, copied);
  for (const { key, node: member, shape: below } of listMembers(node, shape)) {
    if (isObject(member)) Reflect.set(copied, key, copy(member, below, known));
  }
  return copied;
}

/** Whether an object holds a reference, without following others. */
function refersTo($ref: string, node: object, shape: Shape, seen: Set<object>): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  if (shape === 'schema' && Reflect.get(node, '$ref') === $ref) return true;
  return listMembers(node, shape).some(
    (member) => isObject(member.node) && refersTo($ref, member.node, member.shape, seen),
  );
}

function unrollMembers(node: object, shape: Shape, state: Unrolling): object {
  const changed = listMembers(node, shape).flatMap(({ key, node: member, shape: below }) => {
    const made = isObject(member) ? unroll(member, below, state) : member;
    return made === member ? [] : [[key, made] as const];
  });
  if (changed.length === 0) return node;
  return Object.assign(Array.isArray(node) ? [...node] : { ...node }, Object.fromEntries(changed));
}

function isObject(node: unknown): node is object {
  return typeof node === 'object' && node !== null;
}

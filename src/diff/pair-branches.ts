import { isDeepStrictEqual } from 'node:util';
import type { Spot } from './change.ts';
import type { SchemaPair } from './schema-pair.ts';
import type { SchemaView, ViewSchemas } from './schema-view.ts';

/** Alternatives of two versions. */
export interface Branches {
  readonly both: readonly (readonly [before: Spot, after: Spot])[];
  readonly gone: readonly Spot[];
  readonly added: readonly Spot[];
}

/** Tells whether two alternatives are the same one; tried in this order, so that the surest likeness wins. */
type Likeness = (before: Spot, after: Spot) => boolean;

/**
 * Pairs alternatives: by name, title, the value of a member that tells them apart, equality, and type. A schema that becomes
 * one alternative among others, or was one, is paired with it.
 */
export function pairBranches(pair: SchemaPair): Branches {
  const gone = [...branchesOf(pair.before)];
  const added = [...branchesOf(pair.after)];
  // Neither version has any.
  if (pair.before.alternatives.length + pair.after.alternatives.length === 0) {
    return { both: [], gone: [], added: [] };
  }
  const isSplit = gone.length > 0 && added.length > 0;
  if (!isSplit && gone.length === 0) return pairWhole(pair.before.spot, added, 'before');
  if (!isSplit) return pairWhole(pair.after.spot, gone, 'after');
  const both: [Spot, Spot][] = [];
  for (const isSame of likenesses(pair)) {
    for (const one of [...gone]) {
      const other = added.find((candidate) => isSame(one, candidate));
      if (other === undefined) continue;
      both.push([one, other]);
      gone.splice(gone.indexOf(one), 1);
      added.splice(added.indexOf(other), 1);
    }
  }
  return { both, gone, added };
}

function pairWhole(whole: Spot, branches: readonly Spot[], side: 'before' | 'after'): Branches {
  const same = branches.find((branch) => isLike(whole, branch));
  if (same === undefined) return { both: [], gone: [], added: [] };
  const others = branches.filter((branch) => branch !== same);
  return side === 'before'
    ? { both: [[whole, same]], gone: [], added: others }
    : { both: [[same, whole]], gone: others, added: [] };
}

/** Whether a schema is an alternative: the same reference target, or of the same type. */
function isLike(whole: Spot, branch: Spot): boolean {
  const { $ref, type } = Object(branch.value);
  if (typeof $ref === 'string') return `#${whole.pointer}` === $ref;
  const of = Object(whole.value).type;
  return type !== undefined && isDeepStrictEqual([type].flat(), [of].flat());
}

function branchesOf({ alternatives }: SchemaView): readonly Spot[] {
  return alternatives.flatMap(({ branches }) => branches);
}

function likenesses({ viewBefore, viewAfter }: SchemaPair): Likeness[] {
  const compare =
    (read: (spot: Spot, view: ViewSchemas) => unknown): Likeness =>
    (before, after) => {
      const key = read(before, viewBefore);
      return key !== undefined && isDeepStrictEqual(key, read(after, viewAfter));
    };
  return [
    compare(({ value }) => referenceOf(value)),
    compare(({ value }) => titleOf(value)),
    compare((spot, view) => constantsOf(view([spot]), view)),
    compare(({ value }) => value),
    compare((spot, view) => [...(view([spot]).types ?? [])].sort().join() || undefined),
  ];
}

function referenceOf(value: unknown): unknown {
  const { $ref } = Object(value);
  return typeof $ref === 'string' ? $ref : undefined;
}

function titleOf(value: unknown): unknown {
  const { title } = Object(value);
  return typeof title === 'string' ? title : undefined;
}

/** Members that have one value, such as `kind: circle`. */
function constantsOf(schema: SchemaView, view: ViewSchemas): unknown {
  const constants = [...schema.members].flatMap(([name, member]) => {
    const { keywords } = view(member);
    const only = keywords.get('const')?.[0]?.value ?? keywords.get('enum')?.[0]?.value;
    const values = [only].flat();
    return only !== undefined && values.length === 1
      ? [`${name} ${JSON.stringify(values[0])}`]
      : [];
  });
  return constants.length === 0 ? undefined : constants.sort();
}

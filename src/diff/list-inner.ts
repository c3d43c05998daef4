import { pairBranches } from './pair-branches.ts';
import type { SchemaPair } from './schema-pair.ts';
import { listItems, listMembers, type Schemas, type SchemaView } from './schema-view.ts';
import { hasVisible } from './visible-members.ts';

/** Schemas inside a pair of schemas that stand for each other, and the way to them in words. */
export interface InnerPair {
  readonly suffix: string;
  readonly before: Schemas;
  readonly after: Schemas;
}

/** Keywords with one schema inside. */
const SINGLE = [
  ['items', '[]'],
  ['additionalProperties', '/*'],
  ['unevaluatedProperties', '/*'],
  ['additionalItems', '[]'],
  ['unevaluatedItems', '[]'],
] as const;

/** Lists the schemas inside of both versions that are compared. */
export function listInner(pair: SchemaPair): InnerPair[] {
  const branches = pairBranches(pair).both.map(
    ([before, after]): InnerPair => ({ suffix: '', before: [before], after: [after] }),
  );
  if (isWrapped(pair)) return branches;
  return [...listMemberPairs(pair), ...listSingle(pair), ...listNumbered(pair), ...branches];
}

/** Whether one version has the schema as it is, the other as one of several alternatives. */
export function isWrapped(pair: SchemaPair): boolean {
  const hasBoth = pair.before.alternatives.length > 0 && pair.after.alternatives.length > 0;
  return !hasBoth && pairBranches(pair).both.length > 0;
}

function listMemberPairs(pair: SchemaPair): InnerPair[] {
  return [...pair.after.members].flatMap(([name, after]) => {
    const before = pair.before.members.get(name);
    if (before === undefined) return [];
    const isThere = hasVisible(pair, 'before', name) && hasVisible(pair, 'after', name);
    return isThere ? [{ suffix: `/${name}`, before, after }] : [];
  });
}

function listSingle({ before, after }: SchemaPair): InnerPair[] {
  return SINGLE.flatMap(([keyword, suffix]) => {
    const one = before.keywords.get(keyword);
    const other = after.keywords.get(keyword);
    if (one === undefined || other === undefined) return [];
    // Whether there may be any is compared outside.
    const isPlain = [...one, ...other].every(({ value }) => typeof value !== 'boolean');
    return isPlain ? [{ suffix, before: one, after: other }] : [];
  });
}

/** Items by position, and members by pattern. */
function listNumbered({ before, after }: SchemaPair): InnerPair[] {
  const read = (view: SchemaView) =>
    new Map(
      [
        ...(view.keywords.get('prefixItems') ?? []).flatMap((spot) =>
          listItems(spot).map((item, index) => [`[${index}]`, item] as const),
        ),
        ...(view.keywords.get('patternProperties') ?? []).flatMap((spot) =>
          listMembers(spot).map(([name, member]) => [`/{${name}}`, member] as const),
        ),
      ].map((entry) => entry),
    );
  const others = read(after);
  return [...read(before)].flatMap(([suffix, one]) => {
    const other = others.get(suffix);
    return other === undefined ? [] : [{ suffix, before: [one], after: [other] }];
  });
}

import type { Found, Spot } from '../change.ts';
import { pairBranches } from '../pair-branches.ts';
import { findEffect, type SchemaRule } from '../schema-pair.ts';

/** Alternatives are added or removed, or take the place of a schema that had none. */
export const alternativesChanged: SchemaRule = (pair) => {
  const { both, gone, added } = pairBranches(pair);
  const [before] = pair.before.alternatives;
  const [after] = pair.after.alternatives;
  const remove = (spot: Spot): Found =>
    findEffect(pair, 'narrows', 'alternative-removed', `may no longer be ${describe(spot)}`, {
      before: spot,
      after: after?.spot,
    });
  const add = (spot: Spot): Found =>
    findEffect(pair, 'widens', 'alternative-added', `may also be ${describe(spot)}`, {
      before: before?.spot,
      after: spot,
    });
  if (before === undefined && after !== undefined && both.length === 0) {
    const what = 'must fit one of several schemas';
    return [findEffect(pair, 'narrows', 'alternatives-set', what, { after: after.spot })];
  }
  if (after === undefined && before !== undefined && both.length === 0) {
    const what = 'need not fit one of several schemas any more';
    return [findEffect(pair, 'widens', 'alternatives-dropped', what, { before: before.spot })];
  }
  return [...gone.map(remove), ...added.map(add)];
};

/** Words for a schema: its name, its title, its types. */
function describe({ value }: Spot): string {
  const { $ref, title, type } = Object(value);
  if (typeof $ref === 'string') return $ref.replace(/^.*\//, '');
  if (typeof title === 'string') return title;
  return type === undefined ? 'something else' : [type].flat().map(String).join(' or ');
}

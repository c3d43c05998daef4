import { findEffect, type SchemaRule } from '../schema-pair.ts';
import { showValue } from '../show-value.ts';

/** A pattern is set, dropped or exchanged; which texts fit two patterns is not compared. */
export const patternChanged: SchemaRule = (pair) => {
  const before = pair.before.keywords.get('pattern') ?? [];
  const after = pair.after.keywords.get('pattern') ?? [];
  const gone = before.filter(({ value }) => !after.some((other) => other.value === value));
  const added = after.filter(({ value }) => !before.some((other) => other.value === value));
  const [former] = gone;
  const [latter] = added;
  const places = { before: former, after: latter };
  if (former === undefined && latter === undefined) return [];
  if (latter === undefined) {
    const what = `need not fit the pattern ${showValue(former?.value)} any more`;
    return [findEffect(pair, 'widens', 'pattern-removed', what, places)];
  }
  if (former === undefined) {
    const what = `must fit the pattern ${showValue(latter.value)}`;
    return [findEffect(pair, 'narrows', 'pattern-added', what, places)];
  }
  const what = `must fit the pattern ${showValue(latter.value)}, was ${showValue(former.value)}`;
  return [findEffect(pair, 'differs', 'pattern-changed', what, places)];
};

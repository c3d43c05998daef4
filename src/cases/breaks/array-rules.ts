import type { SchemaObject } from '../../contract/model/json-schema.ts';
import type { RuleCase } from './rule-cases.ts';

/** Most items of a list that is made to break a limit. */
const MOST_ITEMS = 2000;

/** Rules about lists; `makeItem` gives further items, each of which differs from the others. */
export function listArrayRules(
  schema: SchemaObject,
  value: unknown,
  makeItem: (index: number) => unknown,
): RuleCase[] {
  if (!Array.isArray(value)) return [];
  const { minItems, maxItems, uniqueItems, contains } = schema;
  const items: readonly unknown[] = value;
  const cases: RuleCase[] = [];
  if (typeof minItems === 'number' && minItems > 0) {
    cases.push({
      keyword: 'minItems',
      what: `fewer than ${minItems} items`,
      breaks: ofCount(items, minItems - 1, makeItem),
      edges: [{ what: `${minItems} items`, values: ofCount(items, minItems, makeItem) }],
    });
  }
  if (typeof maxItems === 'number') {
    const isMade = maxItems <= MOST_ITEMS;
    cases.push({
      keyword: 'maxItems',
      what: `more than ${maxItems} items`,
      breaks: isMade ? ofCount(items, maxItems + 1, makeItem) : [],
      edges: [
        { what: `${maxItems} items`, values: isMade ? ofCount(items, maxItems, makeItem) : [] },
      ],
    });
  }
  if (uniqueItems === true) {
    const [first = makeItem(0)] = items;
    const breaks = [
      [first, first],
      [...items, first],
      [first, ...items.slice(0, -1)],
    ].filter((list) => list.length > 1);
    cases.push({ keyword: 'uniqueItems', what: 'an item twice', breaks });
  }
  if (contains !== undefined) {
    const breaks = [[], ...items.map((_, index) => items.filter((__, other) => other !== index))];
    cases.push({ keyword: 'contains', what: 'without an item that it must contain', breaks });
  }
  return cases;
}

function* ofCount(
  items: readonly unknown[],
  count: number,
  makeItem: (index: number) => unknown,
): Generator<unknown[]> {
  const kept = items.slice(0, count);
  const distinct = [...kept];
  for (let index = 0; distinct.length < count && index < 2 * count + 20; index += 1) {
    const made = makeItem(index);
    const text = JSON.stringify(made);
    if (made !== undefined && !distinct.some((one) => JSON.stringify(one) === text))
      distinct.push(made);
  }
  if (distinct.length === count) yield distinct;
  const last = kept.at(-1) ?? makeItem(0);
  if (last !== undefined) {
    yield [...kept, ...Array.from({ length: count - kept.length }, () => last)];
  }
}

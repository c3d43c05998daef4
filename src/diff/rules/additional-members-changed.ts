import type { Spot } from '../change.ts';
import { findEffect, type SchemaRule } from '../schema-pair.ts';
import type { SchemaView } from '../schema-view.ts';

/** Members that no schema names become allowed, forbidden, or are to fit a schema. */
export const additionalMembersChanged: SchemaRule = (pair) =>
  [
    'additionalProperties',
    'unevaluatedProperties',
    'additionalItems',
    'unevaluatedItems',
    'items',
  ].flatMap((keyword) => {
    const before = find(pair.before, keyword);
    const after = find(pair.after, keyword);
    const from = strictness(before);
    const to = strictness(after);
    if (from === to) return [];
    const things = keyword.endsWith('tems') ? 'items' : 'members';
    const whats = [
      `may have ${things} of any kind`,
      `may have other ${things} of one kind only`,
      `may have no other ${things}`,
    ];
    const effect = to > from ? 'narrows' : 'widens';
    return [
      findEffect(pair, effect, `additional-${things}-changed`, whats[to] ?? '', { before, after }),
    ];
  });

function find({ keywords }: SchemaView, keyword: string): Spot | undefined {
  const spots = keywords.get(keyword) ?? [];
  return spots.toSorted((one, other) => strictness(other) - strictness(one))[0];
}

function strictness(spot: Spot | undefined): number {
  if (spot?.value === false) return 2;
  const isAny =
    spot === undefined ||
    spot.value === true ||
    (typeof spot.value === 'object' && spot.value !== null && Object.keys(spot.value).length === 0);
  return isAny ? 0 : 1;
}

import { findEffect, type SchemaRule } from '../schema-pair.ts';

/** Items may be equal, or no longer. */
export const uniqueItemsChanged: SchemaRule = (pair) => {
  const find = (side: 'before' | 'after') =>
    pair[side].keywords.get('uniqueItems')?.find(({ value }) => value === true);
  const before = find('before');
  const after = find('after');
  if ((before === undefined) === (after === undefined)) return [];
  return after === undefined
    ? [findEffect(pair, 'widens', 'unique-items-changed', 'may hold equal items', { before })]
    : [findEffect(pair, 'narrows', 'unique-items-changed', 'may not hold equal items', { after })];
};

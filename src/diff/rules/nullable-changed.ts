import { findEffect, type SchemaRule } from '../schema-pair.ts';

/** `null` becomes allowed or forbidden. */
export const nullableChanged: SchemaRule = (pair) => {
  const { before, after } = pair;
  if (before.isNever || after.isNever || !before.types?.size || !after.types?.size) return [];
  if (before.isNullable === after.isNullable) return [];
  const places = { before: before.spot, after: after.spot };
  const at = {
    before: { pointer: places.before.pointer, value: before.isNullable },
    after: { pointer: places.after.pointer, value: after.isNullable },
  };
  return after.isNullable
    ? [findEffect(pair, 'widens', 'became-nullable', 'may be null', at)]
    : [findEffect(pair, 'narrows', 'became-not-nullable', 'may no longer be null', at)];
};

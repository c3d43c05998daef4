import type { Found, Spot } from '../change.ts';
import { findEffect, type SchemaPair, type SchemaRule } from '../schema-pair.ts';
import { listMembers } from '../schema-view.ts';
import { showValue } from '../show-value.ts';

/** The member that tells alternatives apart, or what its values stand for, changes. */
export const discriminatorChanged: SchemaRule = (pair) => {
  const [before] = pair.before.keywords.get('discriminator') ?? [];
  const [after] = pair.after.keywords.get('discriminator') ?? [];
  if (before === undefined && after === undefined) return [];
  const places = { before, after };
  if (before === undefined || after === undefined) {
    const what = after === undefined ? 'has no discriminator any more' : 'has a discriminator';
    return [rateRisky(findEffect(pair, 'differs', 'discriminator-changed', what, places))];
  }
  const from = memberOf(before, 'propertyName');
  const to = memberOf(after, 'propertyName');
  if (from?.value !== to?.value) {
    const what = `is told apart by ${showValue(to?.value)}, was by ${showValue(from?.value)}`;
    return [
      findEffect(pair, 'differs', 'discriminator-changed', what, { before: from, after: to }),
    ];
  }
  return compareMappings(pair, before, after);
};

function compareMappings(pair: SchemaPair, before: Spot, after: Spot): Found[] {
  const from = readMapping(before);
  const to = readMapping(after);
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((name) => {
    const one = from.get(name);
    const other = to.get(name);
    if (nameOf(one) === nameOf(other)) return [];
    const places = { before: one ?? before, after: other ?? after };
    const value = `the value ${showValue(name)} of its discriminator`;
    if (one !== undefined && other !== undefined) {
      const what = `has another schema for ${value}`;
      return [findEffect(pair, 'differs', 'discriminator-changed', what, places)];
    }
    const what = `${other === undefined ? 'no longer names' : 'names'} ${value}`;
    const found = findEffect(pair, 'differs', 'discriminator-changed', what, places);
    return [other === undefined ? { ...found, consumer: 'risky' } : rateRisky(found)];
  });
}

function rateRisky(found: Found): Found {
  return { ...found, consumer: 'risky', provider: 'risky' };
}

function memberOf(spot: Spot, name: string): Spot | undefined {
  return listMembers(spot).find(([key]) => key === name)?.[1];
}

function readMapping(spot: Spot): ReadonlyMap<string, Spot> {
  const mapping = memberOf(spot, 'mapping');
  return new Map(mapping === undefined ? [] : listMembers(mapping));
}

/** A mapping may name a schema or refer to it. */
function nameOf(spot: Spot | undefined): string | undefined {
  return spot === undefined ? undefined : String(spot.value).replace(/^.*\//, '');
}

import { findEffect, type SchemaRule } from '../schema-pair.ts';
import { hasVisible } from '../visible-members.ts';

/** Members of both versions become required or optional. */
export const requiredChanged: SchemaRule = (pair) => {
  const { before, after } = pair;
  const names = new Set([...before.required.keys(), ...after.required.keys()]);
  return [...names].flatMap((name) => {
    const from = before.required.get(name);
    const to = after.required.get(name);
    if ((from === undefined) === (to === undefined)) return [];
    // One that is new or gone has a rule of its own.
    const isThere = hasVisible(pair, 'before', name);
    if (isThere !== hasVisible(pair, 'after', name)) return [];
    if (!isThere && (before.members.has(name) || after.members.has(name))) return [];
    const places = {
      before: from ?? { pointer: before.spot.pointer, value: undefined },
      after: to ?? { pointer: after.spot.pointer, value: undefined },
    };
    const member = JSON.stringify(name);
    return to === undefined
      ? [
          findEffect(
            pair,
            'widens',
            'member-became-optional',
            `need not have ${member} any more`,
            places,
          ),
        ]
      : [findEffect(pair, 'narrows', 'member-became-required', `must have ${member}`, places)];
  });
};

import type { Found } from '../change.ts';
import type { Ratings } from '../rating.ts';
import { findEffect, type SchemaPair, type SchemaRule } from '../schema-pair.ts';
import type { SchemaView } from '../schema-view.ts';
import { hasVisible } from '../visible-members.ts';

/** Members are added, removed, or travel one way only, by `readOnly` and `writeOnly`. */
export const membersChanged: SchemaRule = (pair) => {
  const names = new Set([...pair.before.members.keys(), ...pair.after.members.keys()]);
  return [...names].flatMap((name) => {
    const was = hasVisible(pair, 'before', name);
    const is = hasVisible(pair, 'after', name);
    if (was === is) return [];
    return [is ? describeAdded(pair, name) : describeRemoved(pair, name)];
  });
};

function describeRemoved(pair: SchemaPair, name: string): Found {
  const isHidden = pair.after.members.has(name);
  const toProvider = pair.flow === 'to-provider';
  const member = JSON.stringify(name);
  if (isHidden) {
    const rule = toProvider ? 'member-became-read-only' : 'member-became-write-only';
    const what = toProvider ? `may no longer be sent ${member}` : `no longer has ${member}`;
    const ratings: Ratings = { consumer: 'breaking', provider: toProvider ? 'risky' : 'breaking' };
    return make(pair, name, rule, what, ratings);
  }
  // A server most often passes over what it does not know.
  const isIgnored = toProvider && !isClosed(pair.after);
  const ratings: Ratings = { consumer: isIgnored ? 'risky' : 'breaking', provider: 'safe' };
  return make(pair, name, 'member-removed', `no longer has ${member}`, ratings);
}

function describeAdded(pair: SchemaPair, name: string): Found {
  const isRequired = pair.after.required.has(name);
  const wasHidden = pair.before.members.has(name);
  const member = JSON.stringify(name);
  if (pair.flow === 'to-provider') {
    const rule = wasHidden ? 'member-became-writable' : 'member-added';
    const what = isRequired ? `must have the new ${member}` : `may have the new ${member}`;
    return make(pair, name, rule, what, {
      consumer: isRequired ? 'breaking' : 'safe',
      provider: 'breaking',
    });
  }
  const rule = wasHidden ? 'member-became-readable' : 'member-added';
  return make(pair, name, rule, `has the new ${member}`, {
    // A strict reader refuses what a closed object did not have.
    consumer: isClosed(pair.before) ? 'risky' : 'safe',
    provider: isRequired ? 'breaking' : 'safe',
  });
}

function make(pair: SchemaPair, name: string, rule: string, what: string, ratings: Ratings): Found {
  const before = pair.before.members.get(name)?.[0];
  const after = pair.after.members.get(name)?.[0];
  return { ...findEffect(pair, 'differs', rule, what, { before, after }), ...ratings };
}

function isClosed({ keywords }: SchemaView): boolean {
  return ['additionalProperties', 'unevaluatedProperties'].some((keyword) =>
    keywords.get(keyword)?.some(({ value }) => value === false),
  );
}

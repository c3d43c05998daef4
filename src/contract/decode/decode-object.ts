import type { Serialization } from '../model/contract.ts';
import { allowsAdditional, type ObjectShape } from '../model/object-shape.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { decodeTexts } from './decode-branch.ts';
import { splitValue } from './split-value.ts';
import { describeKind } from './value-kind.ts';

export type Pair = readonly [name: string, text: string];

/** Whether each member is sent as a parameter of its own. */
export function isSpread({ in: place, style, explode }: Serialization): boolean {
  const isPairs = style === 'form' || style === 'cookie';
  return isPairs && explode && (place === 'query' || place === 'cookie');
}

/**
 * Picks the members of an exploded object from everything that was sent.
 *
 * An object that allows any member gets those that no other parameter claims.
 */
export function pickMembers(
  sent: readonly Pair[],
  place: Serialization['in'],
  shape: ObjectShape,
  siblings: readonly Serialization[],
): Pair[] {
  const isOpen = allowsAdditional(shape);
  const isClaimed = (name: string) =>
    siblings.some(
      (sibling) =>
        sibling.in === place && (name === sibling.name || name.startsWith(`${sibling.name}[`)),
    );
  return sent.filter(([name]) => shape.properties.has(name) || (isOpen && !isClaimed(name)));
}

/**
 * Splits a text into members: `name=value` pairs when exploded, otherwise alternating names and
 * values.
 *
 * Returns `undefined` for a text in another form.
 */
export function splitMembers(text: string, serialization: Serialization): Pair[] | undefined {
  const parts = splitValue(text, serialization);
  if (serialization.explode) {
    const pairs = parts.map((part) => part.split(/=(.*)/s, 2));
    return pairs.every(isPair) ? pairs : undefined;
  }
  if (parts.length % 2 > 0) return undefined;
  return parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? '']] : []));
}

function isPair(parts: readonly string[]): parts is Pair & string[] {
  return parts.length === 2;
}

/** Builds an object with members of the declared types; one sent twice becomes a list. */
export function joinMembers(
  pairs: readonly Pair[],
  { properties, additional }: ObjectShape,
  resolve: ResolveSchema,
): Record<string, unknown> {
  const members = [...Map.groupBy(pairs, ([name]) => name)].map(([name, group]) => {
    const kind = describeKind(properties.get(name) ?? additional, resolve);
    const texts = group.map(([, text]) => text);
    return [name, decodeTexts(texts, kind, resolve)];
  });
  return Object.fromEntries(members);
}

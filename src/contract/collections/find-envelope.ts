import type { SchemaPlace } from '../model/contract.ts';
import { findKey, type KeyParameter } from './find-key.ts';
import { plainName, singular } from './member-names.ts';
import type { SchemaPlaces } from './schema-places.ts';

/** Schema inside of a body, and the members that lead to it. */
export interface Enveloped {
  readonly envelope: readonly string[];
  readonly place: SchemaPlace;
}

const ITEM_NAMES = ['data', 'result', 'item', 'object', 'response', 'payload', 'resource'];
/** Objects that are part of an item, or tell of it. */
const ABOUT_NAMES = ['meta', 'metadata', 'sys', 'attributes', 'links', 'pagination', 'error'];
const LIST_NAMES = [
  ...['data', 'items', 'results', 'records', 'rows', 'value', 'values', 'content', 'entries'],
  ...['list', 'elements', 'objects', 'resources', 'hits', 'collection'],
];
/** Arrays beside the items of a list. */
const BESIDE_NAMES = ['links', 'included'];
/** Objects in which the array of a list may be. */
const OUTER_NAMES = ['data', 'result', 'results', 'response', 'payload', 'embedded', 'body'];

/** Finds the item in a body: the body itself, or one of its members, where that has the key. */
export function findItem(
  body: SchemaPlace,
  parameter: KeyParameter,
  places: SchemaPlaces,
): Enveloped {
  const whole = { envelope: [], place: body };
  const own = findKey(body, parameter, places);
  if (own !== undefined && own.rank < 2) return whole;
  const noun = plainName(singular(parameter.segment));
  const members = [...places.members(body)];
  const candidates = members
    .filter(([name, place]) => !ABOUT_NAMES.includes(plainName(name)) && isObject(place, places))
    .map(([name, place]) => {
      const key = findKey(place, parameter, places);
      const isNamed = plainName(name) === noun || ITEM_NAMES.includes(plainName(name));
      const isAlone = members.length === 1;
      const score = (isNamed ? 4 : 0) + (isAlone ? 2 : 0) + (key === undefined ? 0 : 3 - key.rank);
      return { envelope: [name], place, score };
    })
    .toSorted((one, other) => other.score - one.score);
  const [best] = candidates;
  // A name alone, as of `id` beside `data`, may be that of the body itself.
  if (best === undefined || best.score < (own === undefined ? 3 : 5)) return whole;
  return { envelope: best.envelope, place: best.place };
}

/** Finds the array of items in the body of a list; its place is that of one item. */
export function findList(
  body: SchemaPlace,
  segment: string,
  item: SchemaPlace | undefined,
  places: SchemaPlaces,
): Enveloped | undefined {
  const whole = itemsOf(body, places);
  if (whole !== undefined) return { envelope: [], place: whole };
  const direct = listArrays(body, [], places);
  const nested = [...places.members(body)]
    .filter(
      ([name]) => OUTER_NAMES.includes(plainName(name)) || plainName(name) === plainName(segment),
    )
    .flatMap(([name, place]) => listArrays(place, [name], places));
  const all = [...direct, ...nested];
  const wanted = item && places.target(item).pointer;
  const scored = all.map((candidate) => {
    const name = plainName(candidate.envelope.at(-1) ?? '');
    const isSame = places.target(candidate.place).pointer === wanted;
    const isNoun = name === plainName(segment) || singular(name) === singular(plainName(segment));
    const isKnown = LIST_NAMES.includes(name);
    const score =
      (isSame ? 8 : 0) + (isNoun ? 4 : 0) + (isKnown ? 3 : 0) + (all.length === 1 ? 2 : 0);
    return { candidate, score: score - candidate.envelope.length };
  });
  const [best] = scored.toSorted((one, other) => other.score - one.score);
  return best === undefined || best.score < 1 ? undefined : best.candidate;
}

function listArrays(
  place: SchemaPlace,
  outer: readonly string[],
  places: SchemaPlaces,
): Enveloped[] {
  return [...places.members(place)].flatMap(([name, member]) => {
    const items = BESIDE_NAMES.includes(plainName(name)) ? undefined : itemsOf(member, places);
    return items === undefined ? [] : [{ envelope: [...outer, name], place: items }];
  });
}

/** Schema of the items of an array of objects. */
function itemsOf(place: SchemaPlace, places: SchemaPlaces): SchemaPlace | undefined {
  if (!places.types(place).includes('array')) return undefined;
  const items = places.items(place);
  return items !== undefined && isObject(items, places) ? items : undefined;
}

/** Whether a schema allows objects. */
export function isObject(place: SchemaPlace, places: SchemaPlaces): boolean {
  const types = places.types(place);
  return types.length === 0 || types.includes('object') || places.members(place).size > 0;
}

import type { SchemaPlaces } from '../../contract/collections/schema-places.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import type { Random } from '../state/random.ts';

/** What a new key depends on. */
export interface KeyWish {
  readonly random: Random;
  /** Next number of a sequence that starts behind the numbers of the seed. */
  readonly next: () => number;
  /** Name or title of the item, for keys that are words. */
  readonly title: string | undefined;
}

/** Makes keys of one form. */
export type MakeKey = (wish: KeyWish) => string | number;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\d/;
const DIGITS = '0123456789';
const HEX = '0123456789abcdef';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const PLAIN_LENGTH = 12;

/** Chooses how keys are made: by the type and format of their schema, and in the form of an example. */
export function createKeyMaker(
  place: SchemaPlace | undefined,
  example: unknown,
  name: string,
  places: SchemaPlaces,
): MakeKey {
  const types = place === undefined ? [] : places.types(place);
  const isNumber = types.some((type) => type === 'integer' || type === 'number');
  if (isNumber || (types.length === 0 && typeof example === 'number')) return ({ next }) => next();
  const text = example === undefined || example === null ? '' : String(example);
  const format = place && places.keyword(place, 'format');
  if (format === 'uuid' || UUID.test(text)) return ({ random }) => random.uuid();
  if (/^[1-9]\d{0,14}$/.test(text)) return ({ next }) => String(next());
  if (isWords(name, text)) {
    return ({ random, title }) =>
      title === undefined ? imitate(text || 'item', random) : slugOf(title);
  }
  const least = limitOf(place, 'minLength', places) ?? 0;
  const most = limitOf(place, 'maxLength', places) ?? Number.POSITIVE_INFINITY;
  const length = Math.min(Math.max(PLAIN_LENGTH, least), most);
  if (text === '' || INSTANT.test(text)) {
    return ({ random }) => random.text(LOWER + DIGITS, length);
  }
  return ({ random }) => imitate(text, random);
}

function limitOf(
  place: SchemaPlace | undefined,
  keyword: string,
  places: SchemaPlaces,
): number | undefined {
  const limit = place && places.keyword(place, keyword);
  return typeof limit === 'number' ? limit : undefined;
}

/** Whether a key is made of the words of a name. */
function isWords(name: string, example: string): boolean {
  const isCoded = /[A-Z_]/.test(example) && /\d/.test(example);
  return /slug|name|handle/i.test(name) && !isCoded;
}

function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return slug || 'item';
}

/** Writes a text in the form of another one: prefixes stay, and each other character is of the same kind. */
function imitate(text: string, random: Random): string {
  // A prefix such as `cus_` tells the kind of an item.
  const prefix = /^[a-z]+(?:_[a-z]+)*[_-](?=\w{4})/i.exec(text)?.[0] ?? '';
  const rest = text.slice(prefix.length);
  const isVaried = /[a-z\d]/i.test(rest);
  if (!isVaried) return prefix + rest + random.text(LOWER + DIGITS, PLAIN_LENGTH);
  const isHex = /^[\da-f]+$/.test(rest) && /\d/.test(rest);
  const made = [...rest].map((character) => imitateOne(character, isHex, random)).join('');
  // Few characters would soon come twice.
  return rest.length < 4 ? `${prefix}${made}-${random.text(LOWER + DIGITS, 8)}` : prefix + made;
}

function imitateOne(character: string, isHex: boolean, random: Random): string {
  if (isHex) return random.text(HEX, 1);
  if (/\d/.test(character)) return random.text(DIGITS, 1);
  if (/[a-z]/.test(character)) return random.text(LOWER, 1);
  return /[A-Z]/.test(character) ? random.text(LOWER.toUpperCase(), 1) : character;
}

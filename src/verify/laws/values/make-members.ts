import type { PlanTools } from '../../../cases/case-tools.ts';
import type { SchemaPlaces } from '../../../contract/collections/schema-places.ts';
import type { SchemaPlace } from '../../../contract/model/contract.ts';
import type { Item } from '../../session/known-ids.ts';
import type { Random } from './create-random.ts';
import { isFreeText, isReference, isState } from './member-kinds.ts';

/** How much of what a body may have is made: all that can be, or only texts that any server takes. */
export type Richness = 'rich' | 'plain';

/** What the members of a body are made by. */
export interface MemberMaker {
  readonly places: SchemaPlaces;
  readonly tools: PlanTools;
  readonly random: Random;
  /** Members that are not made. */
  readonly isLeft: (name: string) => boolean;
}

/** Longest text, and shortest one that is random enough to be told from others. */
const LONGEST = 48;
const SHORT = 12;
const DAY = 86_400_000;

/**
 * Makes values for the members of a body that no server has a reason to write otherwise: lower-case texts without space around
 * them, whole seconds that are still to come, sorted lists.
 *
 * Names of other things, and states, are left to the body that they are put into. `isValid` judges the whole of it.
 */
export function makeMembers(
  body: SchemaPlace,
  base: Item,
  richness: Richness,
  maker: MemberMaker,
  isValid: (members: Item) => boolean,
): Item {
  const { places, isLeft } = maker;
  const required = places.required(body);
  let made: Item = {};
  for (const [name, place] of places.members(body)) {
    if (isLeft(name) || isState(name) || places.keyword(place, 'readOnly') === true) continue;
    if (richness === 'plain' && !isFreeText(name) && !required.has(name)) continue;
    const value = makeValue(name, place, richness, maker);
    if (value === undefined) continue;
    const more = { ...made, [name]: value };
    if (isValid({ ...base, ...more })) made = more;
  }
  return made;
}

/** Makes a value of a member; `undefined` for one that means something else. */
export function makeValue(
  name: string,
  place: SchemaPlace,
  richness: Richness,
  maker: MemberMaker,
): unknown {
  const { places, tools, random } = maker;
  const options = places.keyword(place, 'enum');
  const candidates = Array.isArray(options)
    ? [random.pick(options.filter((one) => one !== null))]
    : listCandidates(name, place, richness, maker);
  const fits = (value: unknown) =>
    value !== undefined && tools.oracle(place, value, 'request').length === 0;
  return candidates.find(fits);
}

function listCandidates(
  name: string,
  place: SchemaPlace,
  richness: Richness,
  maker: MemberMaker,
): unknown[] {
  const { places, random } = maker;
  if (places.keyword(place, 'const') !== undefined || isReference(name)) return [];
  const [type] = places.types(place).filter((one) => one !== 'null');
  switch (type) {
    case 'boolean':
      return [random.below(2) === 1];
    case 'integer':
    case 'number':
      return listNumbers(place, maker);
    case 'string':
      return listTexts(name, place, richness, maker);
    case 'array': {
      const items = places.items(place);
      if (items === undefined) return [];
      const made = [1, 2].map(() => makeValue(name, items, 'plain', maker));
      if (made.some((one) => typeof one !== 'string' && typeof one !== 'number')) return [];
      const sorted = [...new Set(made)].toSorted((one, other) =>
        String(one) < String(other) ? -1 : 1,
      );
      return [sorted, sorted.slice(0, 1)];
    }
    default:
      return [];
  }
}

function listNumbers(place: SchemaPlace, { places, random }: MemberMaker): number[] {
  const [low, high, step] = ['minimum', 'maximum', 'multipleOf'].map((keyword) => {
    const value = places.keyword(place, keyword);
    return typeof value === 'number' ? value : undefined;
  });
  const least = Math.ceil(low ?? 1);
  const most = Math.floor(Math.min(high ?? least + 97, least + 97));
  const drawn = Array.from(
    { length: 4 },
    () => least + random.below(Math.max(1, most - least + 1)),
  );
  return drawn.map((value) => (step === undefined ? value : Math.ceil(value / step) * step));
}

function listTexts(
  name: string,
  place: SchemaPlace,
  richness: Richness,
  { places, random }: MemberMaker,
): string[] {
  const later = new Date(
    Math.floor(Date.now() / DAY) * DAY +
      (20 + random.below(300)) * DAY +
      random.below(86_400) * 1000,
  );
  const instant = later.toISOString().replace('.000', '');
  switch (places.keyword(place, 'format')) {
    case 'date-time':
      return [instant];
    case 'date':
      return [instant.slice(0, 10)];
    case 'email':
      return [`sc-${random.word(10)}@example.com`];
    case 'uri':
    case 'url':
      return [`https://example.com/${random.word(10)}`];
    case undefined:
    case 'password':
      break;
    default:
      return [];
  }
  const most = places.keyword(place, 'maxLength');
  const longest = Math.min(typeof most === 'number' ? most : LONGEST, LONGEST);
  if (longest < SHORT) return [random.word(longest)];
  const isPhrase = richness === 'rich' && isFreeText(name);
  const word = random.word(SHORT);
  return isPhrase
    ? [writePhrase(longest, random), word]
    : [word, random.word(longest), word.toUpperCase()];
}

/** Words with one space between them, exactly so long. */
function writePhrase(length: number, random: Random): string {
  const words = Array.from({ length: Math.ceil(length / 7) }, () => random.word(6)).join(' ');
  return words.slice(0, length).trimEnd().padEnd(length, 'x');
}

import type { SchemaPlace } from '../model/contract.ts';
import { plainName, singular, wordsOf } from './member-names.ts';
import type { SchemaPlaces } from './schema-places.ts';

/** Member of an item that a path parameter means, and how sure that is: 0 is the surest. */
export interface FoundKey {
  readonly path: readonly string[];
  readonly rank: number;
}

/** What is known of the parameter that names an item. */
export interface KeyParameter {
  readonly name: string;
  /** Last segment of the path of the collection. */
  readonly segment: string;
  readonly types: readonly string[];
}

/** Names of keys, the likeliest first. */
const USUAL = ['id', 'uuid', 'guid', 'gid', 'sid', 'key', 'slug', 'name', 'login', 'username'];
const RARE = ['code', 'number', 'handle', 'token', 'sha', 'hash', 'email', 'ref', 'title'];
/** Members that parameters of another name mean. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['index', 'number'],
  ['iid', 'number'],
]);
const SCALAR = ['string', 'integer', 'number'];

/** Finds the member that a path parameter names: by its name, by its end, or by the usual names. */
export function findKey(
  item: SchemaPlace,
  parameter: KeyParameter,
  places: SchemaPlaces,
): FoundKey | undefined {
  const members = places.members(item);
  const names = [...members].flatMap(([name, place]) => (isScalar(place, places) ? [name] : []));
  const fitting = names.filter((name) => canBe(members.get(name), parameter.types, places));
  const found = findByName(fitting, parameter) ?? findUsual(names, members, parameter, places);
  if (found !== undefined && found.rank < 2) return found;
  return findInside(members, parameter, places) ?? found;
}

/** Looks for a name that is the parameter's, its end, or the noun of the path with a usual end. */
function findByName(names: readonly string[], parameter: KeyParameter): FoundKey | undefined {
  const wanted = plainName(parameter.name);
  const same = names.find((name) => plainName(name) === wanted);
  if (same !== undefined) return { path: [same], rank: 0 };
  const words = wordsOf(parameter.name);
  for (let start = 1; start < words.length; start += 1) {
    const end = words.slice(start).join('');
    const suffix = names.find((name) => plainName(name).replace(/^_+/, '') === end);
    if (suffix !== undefined) return { path: [suffix], rank: 1 };
  }
  const alias = names.find((name) => plainName(name) === ALIASES.get(wanted));
  if (alias !== undefined) return { path: [alias], rank: 1 };
  const noun = plainName(singular(parameter.segment));
  const ends = [words.at(-1) ?? '', 'id'];
  const prefixed = names.find((name) => ends.some((end) => plainName(name) === noun + end));
  if (prefixed !== undefined) return { path: [prefixed], rank: 1 };
  const longer = names.find((name) => plainName(name).endsWith(wanted));
  return longer === undefined || names.some((name) => USUAL.includes(plainName(name)))
    ? undefined
    : { path: [longer], rank: 2 };
}

/** Looks for a usual name; one of the parameter's type goes before others. */
function findUsual(
  names: readonly string[],
  members: ReadonlyMap<string, SchemaPlace>,
  { name: parameter, types }: KeyParameter,
  places: SchemaPlaces,
): FoundKey | undefined {
  const isName = /name|login|slug/i.test(parameter);
  const usual = isName ? [...USUAL.slice(6), ...USUAL.slice(0, 6)] : USUAL;
  const candidates = [...usual, ...RARE].flatMap((wanted) =>
    names.filter((name) => plainName(name) === wanted),
  );
  const fits = (name: string) => {
    const place = members.get(name);
    const own = place === undefined ? [] : places.types(place);
    return types.length === 0 || own.length === 0 || types.some((type) => own.includes(type));
  };
  const found = candidates.find(fits) ?? candidates[0];
  return found === undefined ? undefined : { path: [found], rank: 2 };
}

/** Looks one level deeper for the very name, as in `metadata.name`. */
function findInside(
  members: ReadonlyMap<string, SchemaPlace>,
  { name: parameter }: KeyParameter,
  places: SchemaPlaces,
): FoundKey | undefined {
  const wanted = plainName(parameter);
  for (const [outer, place] of members) {
    if (!/^(?:meta|metadata|sys|attributes)$/i.test(outer)) continue;
    for (const [name, inner] of places.members(place)) {
      const isWanted = plainName(name) === wanted || plainName(name) === 'id';
      if (isWanted && isScalar(inner, places)) return { path: [outer, name], rank: 2 };
    }
  }
  return undefined;
}

/** Whether a parameter of some types can have the values of a member: text stands for a number, and not the other way. */
function canBe(
  place: SchemaPlace | undefined,
  types: readonly string[],
  places: SchemaPlaces,
): boolean {
  const own = place === undefined ? [] : places.types(place);
  const isNumber = (type: string) => type === 'integer' || type === 'number';
  return types.length === 0 || own.length === 0 || !types.every(isNumber) || own.some(isNumber);
}

function isScalar(place: SchemaPlace, places: SchemaPlaces): boolean {
  const types = places.types(place);
  return types.length === 0 || types.some((type) => SCALAR.includes(type));
}

import type { Operation, PathValues } from '../model/contract.ts';
import type { HeaderReader } from '../model/header-reader.ts';
import { splitPathKey } from '../model/path-key.ts';

/** Parts of a request besides its path that a path key can ask for. */
export interface Sent {
  readonly query: URLSearchParams;
  readonly headers: HeaderReader;
}

/** Parameter that a request must have, with a value if one is given. */
export interface Condition {
  readonly in: 'query' | 'header';
  readonly name: string;
  readonly value: string | undefined;
}

/** What the key of an operation says besides its path. */
export interface Conditions {
  /** A request without these is for another operation. */
  readonly required: readonly Condition[];
  /** A request with these is for this operation rather than for another one. */
  readonly preferred: readonly Condition[];
  /** Names in a query by the path parameters that are their values, as in `?from={date}`. */
  readonly variables: ReadonlyMap<string, string>;
}

/** Pair of a query, or a name alone. */
interface Pair {
  readonly name: string;
  readonly value: string | undefined;
}

export const NO_CONDITIONS: Conditions = { required: [], preferred: [], variables: new Map() };

const VARIABLE = /^\{([^{}]+)\}$/;

/**
 * Reads the query and the fragment of an operation's path key.
 *
 * A pair of the query is required, but for one with a parameter in its value, which may be optional. No request has a
 * fragment. But where one names parameters that the operation declares, as in AWS's `/#Action=CreateUser`, these tell
 * its requests from those of the others.
 */
export function readConditions({ path, parameters }: Operation): Conditions {
  const { template, query, fragment } = splitPathKey(path);
  if (template === path) return NO_CONDITIONS;
  const pairs = readPairs(query);
  const [open, fixed] = [pairs.filter(isOpen), pairs.filter((pair) => !isOpen(pair))];
  return {
    required: fixed.map((pair) => ({ in: 'query', ...pair })),
    preferred: [
      ...open.map(({ name }) => ({ in: 'query' as const, name, value: undefined })),
      ...readPairs(fragment).flatMap((pair) => {
        const place = parameters.find(({ name }) => isSameName(name, pair.name))?.in;
        return place === 'query' || place === 'header' ? [{ in: place, ...pair }] : [];
      }),
    ],
    variables: new Map(
      open
        .map(({ name, value = '' }): [string, string] => [VARIABLE.exec(value)?.[1] ?? '', name])
        .filter(([name]) => parameters.some((known) => known.in === 'path' && known.name === name)),
    ),
  };
}

/** Whether a request has what a condition asks for; one value of several is enough. */
export function holds({ in: place, name, value }: Condition, { query, headers }: Sent): boolean {
  if (place === 'query') return query.has(name, value);
  const found = headers.get(name);
  return found !== null && (value === undefined || found === value);
}

/** Adds the values of path parameters that are in the query, percent-encoded as those of a path are. */
export function addVariables(
  values: PathValues,
  { variables }: Conditions,
  { query }: Sent,
): PathValues {
  const found = [...variables].flatMap(([name, key]) => {
    const value = query.get(key);
    return value === null ? [] : [[name, encodeURIComponent(value)]];
  });
  return { ...values, ...Object.fromEntries(found) };
}

/** Pairs of a query; a name that has a parameter says nothing. */
function readPairs(text: string): Pair[] {
  return text.split('&').flatMap((part) => {
    const [[name = '', value] = []] = new URLSearchParams(part);
    if (name === '' || name.includes('{')) return [];
    return [{ name, value: part.includes('=') ? value : undefined }];
  });
}

function isOpen({ value = '' }: Pair): boolean {
  return /\{[^{}]+\}/.test(value);
}

/** Names of header fields have no case, and no query tells names apart by it. */
function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

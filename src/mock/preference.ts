import parsePreferHeader from 'parse-prefer-header';
import type { HeaderReader } from '../contract/header-reader.ts';
import { createMemory } from '../contract/remember.ts';
import type { Violation } from '../contract/violation.ts';

/** What a caller asks of the mock itself: which status, which example, fixed or generated data. */
export interface Preference {
  readonly code: number | undefined;
  readonly example: string | undefined;
  readonly dynamic: boolean | undefined;
  readonly seed: string | undefined;
}

const NAMES = ['code', 'dynamic', 'example', 'seed'] as const;

/** What a request prefers that says nothing; the same object for all of them. */
export const NO_PREFERENCE: Preference = {
  code: undefined,
  example: undefined,
  dynamic: undefined,
  seed: undefined,
};

/**
 * Reads the preferences of a request: header `Prefer` (RFC 7240), or else the query parameters `__code`,
 * `__example`, `__dynamic` and `__seed`, as Prism does.
 */
export function readPreference(
  headers: HeaderReader,
  query: URLSearchParams,
): Preference | Violation {
  const header = headers.get('prefer');
  if (header !== null) return recall(header, () => readHeader(header));
  if (!hasPreferences(query)) return NO_PREFERENCE;
  return read('query', (name) => query.get(`__${name}`) ?? undefined);
}

function hasPreferences(query: URLSearchParams): boolean {
  for (const name of query.keys()) if (name.startsWith('__')) return true;
  return false;
}

function readHeader(header: string): Preference | Violation {
  const parsed = parsePreferHeader(header);
  return read('header', (name) => parsed[name]);
}

/** Headers that were read before: callers use few, and reading one takes longer than most else of a request. */
const recall = createMemory<Preference | Violation>(100);

type Source = (name: string) => string | true | undefined;

function read(part: 'header' | 'query', find: Source): Preference | Violation {
  const bare = NAMES.find((name) => find(name) === true);
  if (bare !== undefined) return broken(part, bare, 'a value', true);
  const [code, dynamic, example, seed] = NAMES.map((name) => {
    const value = find(name);
    return typeof value === 'string' ? value : undefined;
  });
  if (code !== undefined && !/^[2-5]\d\d$/.test(code)) {
    return broken(part, 'code', 'a status from 200 to 599', code);
  }
  if (dynamic !== undefined && !['true', 'false'].includes(dynamic)) {
    return broken(part, 'dynamic', 'true or false', dynamic);
  }
  if (code === undefined && dynamic === undefined && example === undefined && seed === undefined) {
    return NO_PREFERENCE;
  }
  return {
    code: code === undefined ? undefined : Number(code),
    example,
    dynamic: dynamic === undefined ? undefined : dynamic === 'true',
    seed,
  };
}

export function isViolation(value: object): value is Violation {
  return 'keyword' in value;
}

function broken(
  part: 'header' | 'query',
  name: string,
  expected: string,
  found: string | true,
): Violation {
  const pointer = part === 'header' ? `/prefer/${name}` : `/__${name}`;
  return { in: part, pointer, keyword: 'preference', expected, found };
}

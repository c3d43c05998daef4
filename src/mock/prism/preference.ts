import parsePreferHeader from 'parse-prefer-header';
import type { HeaderReader } from '../../contract/model/header-reader.ts';
import type { Violation } from '../../contract/model/violation.ts';

/** What a caller asks of the mock: which status, which example, fixed or random data. */
export interface Preference {
  readonly code: number | undefined;
  readonly example: string | undefined;
  readonly dynamic: boolean | undefined;
  readonly seed: string | undefined;
}

const NAMES = ['code', 'dynamic', 'example', 'seed'] as const;

/** Preference of a request that has none. Always the same object: compare with `===`. */
export const NO_PREFERENCE: Preference = {
  code: undefined,
  example: undefined,
  dynamic: undefined,
  seed: undefined,
};

/**
 * Reads `Prefer` (https://www.rfc-editor.org/rfc/rfc7240#section-2), or without it the query
 * parameters `__code`, `__example`, `__dynamic` and `__seed`, as Prism does.
 */
export function readPreference(
  headers: HeaderReader,
  query: URLSearchParams,
): Preference | Violation {
  const header = headers.get('prefer');
  if (header !== null) return readHeader(header);
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

type Source = (name: string) => string | true | undefined;

function read(part: 'header' | 'query', find: Source): Preference | Violation {
  const bare = NAMES.find((name) => find(name) === true);
  if (bare !== undefined) return refuse(part, bare, 'a value', true);
  const [code, dynamic, example, seed] = NAMES.map((name) => {
    const value = find(name);
    return typeof value === 'string' ? value : undefined;
  });
  if (code !== undefined && !/^[2-5]\d\d$/.test(code)) {
    return refuse(part, 'code', 'a status from 200 to 599', code);
  }
  if (dynamic !== undefined && !['true', 'false'].includes(dynamic)) {
    return refuse(part, 'dynamic', 'true or false', dynamic);
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

/** Whether reading gave a violation instead of a value. */
export function isViolation(value: object): value is Violation {
  return 'rule' in value;
}

function refuse(
  part: 'header' | 'query',
  name: (typeof NAMES)[number],
  expected: string,
  found: string | true,
): Violation {
  const pointer = part === 'header' ? `/prefer/${name}` : `/__${name}`;
  const rule = { keyword: 'preference', params: { name }, message: `must be ${expected}` };
  return { in: part, pointer, rule, found };
}

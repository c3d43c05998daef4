import parsePreferHeader from 'parse-prefer-header';
import type { HeaderReader } from '../contract/header-reader.ts';
import type { Violation } from '../contract/violation.ts';

/** What a caller asks of the mock itself: which status, which example, fixed or generated data. */
export interface Preference {
  readonly code: number | undefined;
  readonly example: string | undefined;
  readonly dynamic: boolean | undefined;
  readonly seed: string | undefined;
}

const NAMES = ['code', 'dynamic', 'example', 'seed'] as const;

const NONE: Preference = {
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
  if (header === null && query.size === 0) return NONE;
  const parsed = header === null ? undefined : parsePreferHeader(header);
  const read = (name: string): string | undefined => {
    const value = parsed === undefined ? query.get(`__${name}`) : parsed[name];
    return typeof value === 'string' ? value : undefined;
  };
  const part = header === null ? 'query' : 'header';
  const bare = NAMES.find((name) => parsed?.[name] === true);
  if (bare !== undefined) return broken(part, bare, 'a value', true);
  const [code, dynamic] = [read('code'), read('dynamic')];
  if (code !== undefined && !/^[2-5]\d\d$/.test(code)) {
    return broken(part, 'code', 'a status from 200 to 599', code);
  }
  if (dynamic !== undefined && !['true', 'false'].includes(dynamic)) {
    return broken(part, 'dynamic', 'true or false', dynamic);
  }
  return {
    code: code === undefined ? undefined : Number(code),
    example: read('example'),
    dynamic: dynamic === undefined ? undefined : dynamic === 'true',
    seed: read('seed'),
  };
}

export function isViolation(value: Preference | Violation): value is Violation {
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

import type { Api, JournalEntry, OperationCoverage } from '../../generated/mock-control/types.ts';
import { writeLiteral } from '../../samples/write-literal.ts';

/** Writes a request of the journal as a call of the typed client; `undefined` where its path does not fit the operation. */
export function writeCall(
  entry: JournalEntry,
  api: Pick<Api, 'url'>,
  operation: Pick<OperationCoverage, 'id' | 'path'>,
): string | undefined {
  const url = URL.parse(entry.url);
  const base = URL.parse(api.url)?.pathname.replace(/\/$/, '') ?? '';
  const below = url?.pathname.replace(/^\/(?:~|%7e)[^/]+/i, '');
  if (url === null || below === undefined || !below.startsWith(base)) return undefined;
  const path = matchPath(operation.path, below.slice(base.length));
  if (path === undefined) return undefined;
  const query = readQuery(url.searchParams);
  const body = readBody(entry.request.body);
  const input = {
    ...(Object.keys(path).length > 0 && { path }),
    ...(Object.keys(query).length > 0 && { query }),
    ...(body !== undefined && { body }),
  };
  const argument = Object.keys(input).length === 0 ? '' : writeLiteral(input);
  return `await client${writeMember(operation.id)}(${argument});`;
}

function writeMember(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${writeLiteral(name)}]`;
}

/** Values of the variables of a path template; `undefined` where the path is another one. */
function matchPath(template: string, path: string): Record<string, string> | undefined {
  const segments = path.split('/');
  const expected = template.split('/');
  if (segments.length !== expected.length) return undefined;
  const values: [string, string][] = [];
  for (const [index, one] of expected.entries()) {
    const found = matchSegment(one, segments[index] ?? '');
    if (found === undefined) return undefined;
    values.push(...found);
  }
  return Object.fromEntries(values);
}

/** Value of the variable of a segment, if it has one; `undefined` for another text, and for several variables. */
function matchSegment(template: string, text: string): [string, string][] | undefined {
  const start = template.indexOf('{');
  if (start < 0) return decode(text) === template ? [] : undefined;
  const end = template.indexOf('}', start);
  const [before, after] = [template.slice(0, start), template.slice(end + 1)];
  const length = text.length - before.length - after.length;
  const fits = text.startsWith(before) && text.endsWith(after) && length > 0;
  if (!fits || after.includes('{')) return undefined;
  const name = template.slice(start + 1, end);
  return [[name, decode(text.slice(before.length, before.length + length))]];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A text that is written as a number is one in all likelihood. */
function readQuery(params: URLSearchParams): Record<string, unknown> {
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name).map((text) => (isNumber(text) ? Number(text) : text));
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function isNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d{0,14})$/.test(text);
}

function readBody(body: string | null): unknown {
  if (body === null) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

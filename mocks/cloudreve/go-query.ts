import type { ExpectedValue } from '../../src/mock/authoring/index.ts';

/** Spellings of true, https://pkg.go.dev/strconv#ParseBool. */
const TRUE = new Set<unknown>([true, '1', 't', 'T', 'TRUE', 'True']);

/**
 * Reads a query as Go does: pairs with a semicolon or a broken escape are dropped, the first of repeated parameters counts, and
 * an integer may have a plus sign. https://pkg.go.dev/net/url#ParseQuery
 */
export function readGoQuery(text: string, parameters: readonly ExpectedValue[]): URLSearchParams {
  const query = new URLSearchParams();
  for (const pair of text.split('&')) {
    const read = pair === '' || pair.includes(';') ? undefined : readPair(pair);
    if (read === undefined) continue;
    const [name, value] = read;
    const types = parameters.find((parameter) => parameter.name === name)?.types;
    if (types === undefined) query.append(name, value);
    else if (!query.has(name)) query.append(name, normalize(value, types));
  }
  return query;
}

/** Writes a query as Go does: sorted by name, https://pkg.go.dev/net/url#Values.Encode. */
export function writeGoQuery(query: URLSearchParams): string {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  return [...sorted].map(([name, value]) => `${escapeText(name)}=${escapeText(value)}`).join('&');
}

function escapeText(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function readPair(pair: string): [name: string, value: string] | undefined {
  const at = pair.indexOf('=');
  const parts = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  try {
    const [name = '', value = ''] = parts.map((part) =>
      /[+%]/.test(part) ? decodeURIComponent(part.replaceAll('+', ' ')) : part,
    );
    return [name, value];
  } catch {
    return undefined;
  }
}

function normalize(value: string, types: readonly string[]): string {
  return types.includes('integer') && /^\+\d+$/.test(value) ? value.slice(1) : value;
}

/** Whether a flag is set, in any spelling that the contract has for it. */
export function isSet(flag: unknown): boolean {
  return TRUE.has(flag);
}

import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { tryJson } from '../../contract/model/parse-json.ts';
import type { IsSecret } from '../../contract/secrets/secret-name.ts';
import { MASK } from '../../contract/secrets/secret-shape.ts';
import type { Exchange } from '../exchange.ts';

/** Shortest text that is searched for: a shorter one would be found by chance. */
const MIN_LENGTH = 8;
/** Fields that have credentials, besides those that the contract names. */
const CREDENTIALS = /^(?:proxy-)?authorization$|^cookie$/i;

/** Lists the secrets of a request that its answer may quote: credentials, and values of secret names. */
export function listSentSecrets(
  { query, request: { headers, body } }: Pick<Exchange, 'query' | 'request'>,
  isSecret: IsSecret,
): string[] {
  const fields = headers
    .filter(([name]) => CREDENTIALS.test(name) || isSecret(name))
    .flatMap(([, value]) => [value, ...value.split(/[\s;,]+/), ...value.split(/[\s;,="]+/)]);
  const parameters = [...new URLSearchParams(query)].flatMap(([name, value]) =>
    isSecret(name) ? [value] : [],
  );
  const members = [...listMembers(tryJson(body?.toString() ?? ''), isSecret)];
  const all = [...fields, ...parameters, ...members];
  // The longest first, since one may be a part of another.
  return [...new Set(all)]
    .filter(({ length }) => length >= MIN_LENGTH)
    .sort((one, other) => other.length - one.length);
}

/** Hides in a text what it quotes of secrets, also within JSON and URLs. */
export function hideQuoted(text: string, secrets: readonly string[]): string {
  const quotes = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.toWellFormed()),
  ]);
  return [...new Set(quotes)].reduce((shown, quote) => shown.replaceAll(quote, MASK), text);
}

function* listMembers(value: unknown, isSecret: IsSecret): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* listMembers(item, isSecret);
  if (!isJsonObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string' && isSecret(name)) yield member;
    yield* listMembers(member, isSecret);
  }
}

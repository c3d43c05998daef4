import querystring from 'node:querystring';
import type { IsSecret } from './secret-name.ts';
import { MASK } from './secret-shape.ts';

/** Names before `=` or `:`, including those of a URL or a JSON object inside a value. */
const NAME = /(?:^|[?&;#{,\s])["']?([^?&;#{,\s"'=:]+)["']?\s*[=:]/g;

/**
 * Pair without encoding or nesting, read in a tenth of the time of others (Node 24, November 2026).
 */
const PLAIN_PAIR = /^([\w.[\]-]*)=[\w.~-]*$/;

/** Masks secret values in a raw query string. */
export function maskQuery(query: string, isSecret: IsSecret): string {
  return query
    .split('&')
    .map((pair) => maskPair(pair, isSecret))
    .join('&');
}

/** Masks the value of a secret `name=value`; an empty value shows that none was sent. */
export function maskPair(pair: string, isSecret: IsSecret): string {
  const equals = pair.indexOf('=');
  if (!namesIn(pair).some(isSecret)) return pair;
  const name = pair.slice(0, equals + 1);
  // A name that holds a pair of its own may have the secret in it.
  if (/[:=]./s.test(decode(name))) return MASK;
  return equals === pair.length - 1 ? pair : `${name}${MASK}`;
}

function namesIn(pair: string): string[] {
  const [, only] = PLAIN_PAIR.exec(pair) ?? [];
  if (only !== undefined) return [only];
  return [...decode(pair).matchAll(NAME)].map(([, name = '']) => name);
}

function decode(text: string): string {
  return querystring.unescape(text.replaceAll('+', ' '));
}

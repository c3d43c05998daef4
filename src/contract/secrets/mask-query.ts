import querystring from 'node:querystring';
import { isSecretName } from './secret-name.ts';
import { MASK } from './secret-shape.ts';

/** Names before `=` or `:`, including those of a URL or a JSON object inside a value. */
const NAME = /(?:^|[?&;#{,\s])["']?([^?&;#{,\s"'=:]+)["']?\s*[=:]/g;

/**
 * Pair without encoding or nesting, read in a tenth of the time of others (Node 24, November 2026).
 */
const PLAIN_PAIR = /^([\w.[\]-]*)=[\w.~-]*$/;

/** Masks secret values in a raw query string; `names` are those that a contract declares. */
export function maskQuery(query: string, names: ReadonlySet<string> | undefined): string {
  return query
    .split('&')
    .map((pair) => maskPair(pair, names))
    .join('&');
}

/** Masks the value of a secret `name=value`; an empty value shows that none was sent. */
export function maskPair(pair: string, names: ReadonlySet<string> | undefined): string {
  const equals = pair.indexOf('=');
  if (equals === pair.length - 1) return pair;
  const isSecret = namesIn(pair).some(
    (name) => names?.has(name.toLowerCase()) || isSecretName(name),
  );
  return isSecret ? `${pair.slice(0, equals + 1)}${MASK}` : pair;
}

function namesIn(pair: string): string[] {
  const [, only] = PLAIN_PAIR.exec(pair) ?? [];
  if (only !== undefined) return [only];
  const text = querystring.unescape(pair.replaceAll('+', ' '));
  return [...text.matchAll(NAME)].map(([, name = '']) => name);
}

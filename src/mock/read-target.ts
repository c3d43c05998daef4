/** Parts of a request target that decide where it leads. */
export interface Target {
  readonly path: string;
  readonly query: string;
}

/** What the URL standard would rewrite: dot segments, fragments and characters that it percent-encodes. */
const NEEDS_REWRITE = /[#"<>^`{}]|\/\.|%2e/i;

/**
 * Reads a request target, RFC 9112 section 3.2: a path with its query, or an absolute URL.
 *
 * Gives `undefined` for any other one, such as `*`. A path comes out as the URL standard writes it.
 */
export function readTarget(target: string): Target | undefined {
  if (target.includes('\\')) return undefined;
  if (!target.startsWith('/')) return /^https?:/i.test(target) ? readUrl(target) : undefined;
  if (NEEDS_REWRITE.test(target)) return readUrl(`http://localhost${target}`);
  const at = target.indexOf('?');
  return at < 0
    ? { path: target, query: '' }
    : { path: target.slice(0, at), query: target.slice(at + 1) };
}

function readUrl(text: string): Target | undefined {
  const url = URL.parse(text);
  return url === null ? undefined : { path: url.pathname, query: url.search.slice(1) };
}

import { decodeValid } from '../../contract/model/percent-encoding.ts';

/**
 * Path relative to a base path, at least `/`; `undefined` for a path outside of it.
 *
 * Segments are compared behind their percent-encoding, and what remains is as it was sent.
 */
export function pathBelow(path: string, base: string): string | undefined {
  if (path.startsWith(base)) {
    const rest = path.slice(base.length);
    if (rest === '' || rest.startsWith('/')) return rest || '/';
  }
  return path.includes('%') ? pathBelowDecoded(path.split('/'), base.split('/')) : undefined;
}

function pathBelowDecoded(path: readonly string[], base: readonly string[]): string | undefined {
  const isBelow = base.every((segment, at) => decodeValid(segment) === decodeValid(path[at] ?? ''));
  return isBelow ? `/${path.slice(base.length).join('/')}` : undefined;
}

import { posix } from 'node:path';

/** Links from one path of the site to another, so that the site works below any path. Query and fragment are kept as they are. */
export function linkBetween(from: string, to: string): string {
  const end = to.search(/[?#]/);
  const [path, rest] = end === -1 ? [to, ''] : [to.slice(0, end), to.slice(end)];
  const link = posix.relative(posix.dirname(from), path);
  return link.split('/').map(encodeURIComponent).join('/') + rest;
}

/** Path relative to a base path, at least `/`; `undefined` for a path outside of it. */
export function pathBelow(path: string, base: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const rest = path.slice(base.length);
  return rest === '' || rest.startsWith('/') ? rest || '/' : undefined;
}

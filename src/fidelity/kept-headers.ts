/** Headers of an answer that say something of an API, and not of a server or a moment; names in lower case. */
const KEPT = new Set([
  'allow',
  'cache-control',
  'content-disposition',
  'content-type',
  'link',
  'location',
  'retry-after',
  'www-authenticate',
]);

/** Takes from the headers of an answer those that a recording keeps. */
export function pickKeptHeaders(
  headers: Iterable<readonly [name: string, value: string]>,
): Record<string, string> {
  return Object.fromEntries(
    [...headers]
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => KEPT.has(name)),
  );
}

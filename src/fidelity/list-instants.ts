const INSTANT = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))"/g;

/** Lists the instants in a JSON value, as RFC 3339 writes them. */
export function listInstants(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(INSTANT)].map(([, instant = '']) => instant);
}

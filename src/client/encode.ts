/** Encodes a value as part of a path or a query. */
export function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}

/** Writes a value as pairs with the names of all its levels, as clients do: `items[0][price]=p`. */
export function writeDeep(name: string, value: unknown): [name: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [[name, textOf(value)]];
  return Object.entries(value).flatMap(([key, member]) => writeDeep(`${name}[${key}]`, member));
}

/** Text of a scalar; JSON of anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

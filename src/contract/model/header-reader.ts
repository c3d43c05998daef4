/** Header fields of a message by their name in any case; the `Headers` of the Fetch standard is one. */
export interface HeaderReader {
  /** Value of a field, several joined by a comma; null where there is none. */
  readonly get: (name: string) => string | null;
}

/** Reads fields from an object whose keys are lower case. */
export function readFrom(fields: Readonly<Record<string, unknown>>): HeaderReader {
  return {
    get: (name) => {
      const value = fields[name.toLowerCase()];
      return typeof value === 'string' ? value : null;
    },
  };
}

/** Same fields without those of some names, which are lower case. */
export function withoutFields(reader: HeaderReader, names: readonly string[]): HeaderReader {
  if (names.length === 0) return reader;
  return { get: (name) => (names.includes(name.toLowerCase()) ? null : reader.get(name)) };
}

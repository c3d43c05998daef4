/**
 * Reads header fields by name, in any case; `Headers` is one:
 * https://fetch.spec.whatwg.org/#headers-class.
 */
export interface HeaderReader {
  /** Value of a field, several joined by commas; null if there is none. */
  readonly get: (name: string) => string | null;
}

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** Whether a header may have a name, https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2. */
export function isFieldName(name: string): boolean {
  return TOKEN.test(name);
}

/** Header fields by name; a list stands for several fields of that name, such as `Set-Cookie`. */
export type HeaderFields = Readonly<Record<string, string | readonly string[]>>;

/** Lists all fields with one value each. */
export function listSeparately(fields: HeaderFields): [name: string, value: string][] {
  return Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
}

/** Creates a reader of an object with lower-case keys. */
export function readFrom(fields: Readonly<Record<string, unknown>>): HeaderReader {
  return {
    get: (name) => {
      const value = fields[name.toLowerCase()];
      return typeof value === 'string' ? value : null;
    },
  };
}

/** Creates a reader without the fields of some names, given in lower case. */
export function withoutFields(reader: HeaderReader, names: readonly string[]): HeaderReader {
  if (names.length === 0) return reader;
  return { get: (name) => (names.includes(name.toLowerCase()) ? null : reader.get(name)) };
}

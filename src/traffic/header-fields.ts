import type { HeaderReader } from '../contract/model/header-reader.ts';
import type { Field } from './exchange.ts';

/** Creates a reader of a list of header fields. */
export function readFields(fields: readonly Field[]): HeaderReader {
  return {
    get: (wanted) => {
      const name = wanted.toLowerCase();
      const values = fields.filter(([field]) => field.toLowerCase() === name);
      if (values.length === 0) return null;
      // Cookies that a browser sends in several fields are one list, https://www.rfc-editor.org/rfc/rfc9113#section-8.2.3.
      return values.map(([, value]) => value).join(name === 'cookie' ? '; ' : ', ');
    },
  };
}

/** Pairs Node's alternating names and values. */
export function pairFields(rawHeaders: readonly string[]): Field[] {
  return Array.from({ length: rawHeaders.length >> 1 }, (_, index) => [
    rawHeaders[2 * index] ?? '',
    rawHeaders[2 * index + 1] ?? '',
  ]);
}

import { ExactNumber } from '../model/exact-number.ts';
import { findSchemas } from '../model/find-schemas.ts';

/** Keywords whose values are data, which keeps its digits. */
const VALUES = ['const', 'default', 'enum', 'example', 'examples'];

/**
 * Rounds the limits in the schemas of a document to doubles, in place: validators compute with them.
 */
export function roundLimits(document: unknown): void {
  for (const schema of findSchemas(document)) {
    for (const [keyword, value] of Object.entries(schema)) {
      if (value instanceof ExactNumber && !VALUES.includes(keyword)) {
        schema[keyword] = value.valueOf();
      }
    }
  }
}

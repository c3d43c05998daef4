import { allowsText, schemaTypes } from './coerce-scalar.ts';
import type { JsonSchema } from './json-schema.ts';
import { bodyFormat } from './media-type.ts';
import { tryJson } from './parse-json.ts';
import type { ResolveSchema } from './resolve-schema.ts';

/**
 * Reads an example of JSON that is written as text, which its schema does not allow: authors paste
 * payloads so, as in all of Xero's files. Any other example is returned unchanged.
 */
export function readJsonText(
  example: unknown,
  mediaType: string,
  schema: JsonSchema | undefined,
  resolve: ResolveSchema,
): unknown {
  if (typeof example !== 'string' || bodyFormat(mediaType) !== 'json') return example;
  return allowsText(schemaTypes(schema, resolve)) ? example : tryJson(example);
}

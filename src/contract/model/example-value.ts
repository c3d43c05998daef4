import { dataAt, type JsonCursor, text } from './json-cursor.ts';
import { bodyFormat } from './media-type.ts';
import { tryJson } from './parse-json.ts';

/** Value of an example, with its place. */
export interface ExampleValue {
  /** JSON Pointer of the value. */
  readonly pointer: string;
  readonly value: unknown;
  /** The value as it is sent, where the example says so. */
  readonly serialized: string | undefined;
}

/**
 * Reads the value of an Example Object, https://spec.openapis.org/oas/v3.2.0#example-object:
 * `dataValue`, else `value`, else for a body `serializedValue`, which is parsed if it is JSON.
 *
 * `undefined` if there is none. Beside `dataValue`, `value` is the content of `externalValue`.
 */
export function readExampleValue(
  example: JsonCursor,
  mediaType: string | undefined,
): ExampleValue | undefined {
  const data = dataAt(example, 'dataValue');
  const serialized = text(example, 'serializedValue') ?? (data && text(example, 'value'));
  const found = data ?? dataAt(example, 'value');
  if (found !== undefined) return { pointer: found.pointer, value: found.node, serialized };
  // That of a parameter may have its name and delimiters in it.
  if (serialized === undefined || mediaType === undefined) return undefined;
  // Text that is no JSON stays text, which the schema of the example then refuses.
  const value = bodyFormat(mediaType) === 'json' ? tryJson(serialized) : serialized;
  return { pointer: `${example.pointer}/serializedValue`, value, serialized };
}

import { writeParts } from '../../contract/example/write-value.ts';
import { schemaTypes } from '../../contract/model/coerce-scalar.ts';
import type { HeaderSpec } from '../../contract/model/contract.ts';
import type { HeaderFields } from '../../contract/model/header-reader.ts';
import { bodyFormat } from '../../contract/model/media-type.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';
import { isAddedByServer, isIgnoredField } from '../../contract/model/server-fields.ts';
import { toAsciiJson } from '../http/header-list.ts';

/** Headers that Prism made, by name in any case; null for those that it cannot make. */
export type MadeHeaders = Readonly<Record<string, unknown>>;

/** What header values are made with. */
export interface HeaderTools {
  readonly resolve: ResolveSchema;
  /** Makes a value of a schema; `undefined` if there is none. */
  readonly sample: (header: HeaderSpec) => unknown;
}

/** Members of a schema that name a value. */
const GIVEN = ['const', 'enum', 'default', 'example', 'examples'];

/**
 * Writes the header fields of a negotiated response: those that Prism made, and those that are
 * documented or required and that it leaves out, because it makes numbers and strings alone.
 */
export function writeHeaders(
  made: MadeHeaders,
  headers: readonly HeaderSpec[],
  tools: HeaderTools,
): HeaderFields {
  const rest = new Map(Object.entries(made).map(([name, value]) => [name.toLowerCase(), value]));
  const fields = headers.flatMap((header): [string, HeaderFields[string]][] => {
    const value = chooseValue(header, rest.get(header.name), tools);
    rest.delete(header.name);
    return value === undefined
      ? []
      : [[header.name, writeHeaderValue(header, value, tools.resolve)]];
  });
  const others = [...rest]
    .filter(([name, value]) => value !== null && !isIgnoredField(name))
    .map(([name, value]): [string, string] => [name, String(value)]);
  return Object.fromEntries([...others, ...fields]);
}

function chooseValue(header: HeaderSpec, made: unknown, { resolve, sample }: HeaderTools): unknown {
  const { name, required, schema, example } = header;
  if (example !== undefined) return example;
  const resolved = resolve(schema.schema);
  const isGiven = GIVEN.some((keyword) => typeof resolved === 'object' && keyword in resolved);
  // A made-up origin, for instance, would keep browsers from reading the response.
  if (!isGiven && isAddedByServer(name)) return undefined;
  if (made !== undefined && made !== null) return made;
  return isGiven || required ? sample(header) : undefined;
}

/** Writes a value in style `simple`, https://spec.openapis.org/oas/v3.1.1#header-object. */
export function writeHeaderValue(
  header: HeaderSpec,
  value: unknown,
  resolve: ResolveSchema,
): HeaderFields[string] {
  const { mediaType, style, explode, schema } = header;
  const isText = typeof value === 'string';
  if (mediaType !== undefined && bodyFormat(mediaType) === 'json') {
    const isWritten = isText && !schemaTypes(schema.schema, resolve).includes('string');
    return isWritten ? value : toAsciiJson(value);
  }
  const parts = isText ? [value] : writeParts({ explode }, value);
  return style === 'lineDelimited' ? parts.flatMap((part) => part.split('\n')) : parts.join(',');
}

import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import { isObjectType, itemTypes, schemaTypes } from '../model/coerce-scalar.ts';
import type { FieldEncoding, Media, Serialization } from '../model/contract.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import { bodyFormat } from '../model/media-type.ts';
import { type ObjectShape, readShape } from '../model/object-shape.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';

/** Form field, serialized like a query parameter unless it is JSON. */
export interface FormField extends Serialization {
  readonly isList: boolean;
  readonly isJson: boolean;
  /** Whether it is an object whose members are sent as separate fields. */
  readonly isSpread: boolean;
}

/** Fields of a form, as its schema declares them. */
export interface FormSpec {
  readonly shape: ObjectShape;
  readonly fields: readonly FormField[];
}

/**
 * Returns the fields of a form by its schema and its `encoding`,
 * https://spec.openapis.org/oas/v3.1.1#encoding-object. They are read once, because every request
 * needs them.
 */
export function describeForm(media: Media, resolve: ResolveSchema): FormSpec {
  return formsOf(resolve)(media);
}

const formsOf = memoizePerObject((resolve: ResolveSchema) =>
  memoizePerObject((media: Media) => readForm(media, resolve)),
);

function readForm({ schema, encoding }: Media, resolve: ResolveSchema): FormSpec {
  const shape = readShape(schema?.schema, resolve);
  const fields = [...shape.properties].map(([name, property]) =>
    readField(name, property, encoding?.get(name) ?? {}, resolve),
  );
  return { shape, fields };
}

function readField(
  name: string,
  schema: JsonSchema,
  encoding: FieldEncoding,
  resolve: ResolveSchema,
): FormField {
  const types = schemaTypes(schema, resolve);
  const isList = types.includes('array');
  const { style = 'form', explode = style === 'form' } = encoding;
  // `contentType` is ignored beside `style` or `explode`,
  // https://spec.openapis.org/oas/v3.1.1#encoding-object.
  const isStyled = encoding.style !== undefined || encoding.explode !== undefined;
  return {
    name,
    in: 'query',
    style,
    explode,
    schema: { pointer: '', schema },
    isList,
    isSpread: isStyled && style === 'form' && explode && isObjectType(types),
    isJson: !isStyled && isJsonField(encoding, isList ? itemTypes(schema, resolve) : types),
  };
}

function isJsonField({ contentType }: FieldEncoding, types: readonly string[]): boolean {
  if (contentType === undefined) return isObjectType(types);
  return bodyFormat(contentType.split(',')[0] ?? '') === 'json';
}

import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { FieldEncoding, Media, Serialization } from '../model/contract.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import { bodyFormat } from '../model/media-type.ts';
import { type ObjectShape, readShape } from '../model/object-shape.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { splitName } from './bracket-names.ts';
import { describeKind, type ValueKind } from './value-kind.ts';

/** Form field, serialized like a query parameter unless it is JSON. */
export interface FormField extends Serialization {
  readonly isList: boolean;
  readonly isJson: boolean;
  /** Whether it is an object whose members are sent as separate fields. */
  readonly isSpread: boolean;
  /** Whether parts of it may be sent by names in brackets. */
  readonly isNested: boolean;
}

/** Fields of a form, as its schema declares them. */
export interface FormSpec {
  readonly shape: ObjectShape;
  readonly fields: readonly FormField[];
  readonly byName: ReadonlyMap<string, FormField>;
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
  return { shape, fields, byName: new Map(fields.map((field) => [field.name, field])) };
}

function readField(
  name: string,
  schema: JsonSchema,
  encoding: FieldEncoding,
  resolve: ResolveSchema,
): FormField {
  const kind = describeKind(schema, resolve);
  const isList = kind.types.includes('array');
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
    isSpread: isStyled && style === 'form' && explode && kind.isObject,
    isNested: style === 'deepObject' || kind.allowsList || kind.allowsObject,
    isJson: !isStyled && isJsonField(encoding, isList ? describeKind(kind.items, resolve) : kind),
  };
}

function isJsonField({ contentType }: FieldEncoding, { isObject }: ValueKind): boolean {
  if (contentType === undefined) return isObject;
  return bodyFormat(contentType.split(',')[0] ?? '') === 'json';
}

/** Finds the field that a name belongs to, which may have brackets: `tags[0]` belongs to `tags`. */
export function findField(
  name: string,
  byName: ReadonlyMap<string, FormField>,
): FormField | undefined {
  const field = byName.get(name);
  if (field !== undefined || splitName(name) === undefined) return field;
  for (let end = name.lastIndexOf('['); end > 0; end = name.lastIndexOf('[', end - 1)) {
    const root = name.slice(0, end);
    const owner = byName.get(root) ?? byName.get(`${root}[]`);
    if (owner?.isNested) return owner;
  }
  return undefined;
}

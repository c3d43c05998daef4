import type { Media } from '../model/contract.ts';
import { allowsAdditional, readShape } from '../model/object-shape.ts';
import { tryJson } from '../model/parse-json.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { joinMembers } from './decode-object.ts';
import { decodeValue } from './decode-value.ts';
import { describeForm, type FormField } from './form-fields.ts';

const NO_HEADERS = { get: () => null };

/**
 * Decodes form fields by the schema and its `encoding`; a field that was sent twice becomes a list.
 *
 * A field that the schema does not know is a string. So is a value that does not fit its type, so
 * that validation reports it.
 */
export function decodeForm(
  form: URLSearchParams,
  media: Media,
  resolve: ResolveSchema,
): Record<string, unknown> {
  const { shape, fields } = describeForm(media, resolve);
  const values = fields.map((field) => [field.name, decodeField(field, form, fields, resolve)]);
  const rest = [...form].filter(([name]) => !fields.some((field) => owns(field, name, resolve)));
  return {
    ...Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    ...joinMembers(rest, { properties: new Map(), additional: shape.additional }, resolve),
  };
}

function decodeField(
  field: FormField,
  form: URLSearchParams,
  fields: readonly FormField[],
  resolve: ResolveSchema,
): unknown {
  if (!field.isJson) {
    return decodeValue(field, { path: {}, query: form, headers: NO_HEADERS }, resolve, fields);
  }
  const values = form.getAll(field.name).map(tryJson);
  // A list arrives as one JSON text, or as one text per item.
  const isList = field.isList && !Array.isArray(values[0]) && values.length > 0;
  return isList || values.length > 1 ? values : values[0];
}

function owns(field: FormField, name: string, resolve: ResolveSchema): boolean {
  if (field.name === name) return true;
  if (field.style === 'deepObject') return name.startsWith(`${field.name}[`);
  if (!field.isSpread) return false;
  const shape = readShape(field.schema.schema, resolve);
  return shape.properties.has(name) || allowsAdditional(shape);
}

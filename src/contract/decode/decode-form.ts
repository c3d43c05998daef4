import type { Media } from '../model/contract.ts';
import { allowsAdditional } from '../model/object-shape.ts';
import { tryJson } from '../model/parse-json.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { readBranches } from './bracket-names.ts';
import { decodeNested } from './decode-nested.ts';
import { joinMembers } from './decode-object.ts';
import { decodeValue, type ParameterSource } from './decode-value.ts';
import { describeParameter } from './describe-parameter.ts';
import { describeForm, type FormField, findField } from './form-fields.ts';
import { describeKind } from './value-kind.ts';

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
  const { shape, fields, byName } = describeForm(media, resolve);
  const sent = { path: {}, query: form, headers: NO_HEADERS, branches: readBranches(form) };
  const values = fields.map((field) => [field.name, decodeField(field, sent, fields, resolve)]);
  const spread = fields.filter(({ isSpread }) => isSpread);
  const isOwned = (name: string) =>
    findField(name, byName) !== undefined ||
    spread.some((field) => hasMember(field, name, resolve));
  const rest = [...form].filter(([name]) => !isOwned(name));
  return {
    ...Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    ...joinMembers(rest, { properties: new Map(), additional: shape.additional }, resolve),
  };
}

function decodeField(
  field: FormField,
  sent: ParameterSource,
  fields: readonly FormField[],
  resolve: ResolveSchema,
): unknown {
  if (!field.isJson) return decodeValue(field, sent, resolve, fields);
  const { steps } = describeParameter(field, resolve);
  const nested = steps && decodeNested(field, steps, sent, resolve);
  if (nested !== undefined) return nested;
  const values = sent.query.getAll(field.name).map((text) => tryJson(text));
  // A list arrives as one JSON text, or as one text per item.
  const isList = field.isList && !Array.isArray(values[0]) && values.length > 0;
  return isList || values.length > 1 ? values : values[0];
}

function hasMember({ schema }: FormField, name: string, resolve: ResolveSchema): boolean {
  const { shape } = describeKind(schema.schema, resolve);
  return shape.properties.has(name) || allowsAdditional(shape);
}

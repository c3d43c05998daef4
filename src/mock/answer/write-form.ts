import { describeForm, type FormField } from '../../contract/decode/form-fields.ts';
import { writePairs } from '../../contract/example/write-value.ts';
import type { Media } from '../../contract/model/contract.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';

type WrittenField = Pick<FormField, 'name' | 'style' | 'explode' | 'isJson'>;

/**
 * Writes an object as a form by the schema and the `encoding` of its content, so that `decodeForm`
 * gives it back: https://spec.openapis.org/oas/v3.1.1#encoding-object. Members without a value are
 * left out.
 */
export function writeForm(
  body: Readonly<Record<string, unknown>>,
  media: Media,
  resolve: ResolveSchema,
): string {
  const { fields } = describeForm(media, resolve);
  const pairs = Object.entries(body)
    .filter(([, value]) => value !== undefined && value !== null)
    .flatMap(([name, value]) =>
      writeField(fields.find((field) => field.name === name) ?? unknownField(name, value), value),
    );
  return new URLSearchParams(pairs).toString();
}

function unknownField(name: string, value: unknown): WrittenField {
  const isJson = [value].flat().some((item) => typeof item === 'object');
  return { name, style: 'form', explode: true, isJson };
}

function writeField(field: WrittenField, value: unknown): [name: string, text: string][] {
  const { name, isJson } = field;
  if (!isJson) return writePairs(field, value);
  return [value].flat().map((item) => [name, JSON.stringify(item)]);
}

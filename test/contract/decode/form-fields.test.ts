import { expect, test } from 'vitest';
import { describeForm } from '../../../src/contract/decode/form-fields.ts';
import type { Media } from '../../../src/contract/model/contract.ts';
import type { ResolveSchema } from '../../../src/contract/model/resolve-schema.ts';

function createMedia(): Media {
  const schema = { type: 'object', properties: { name: { type: 'string' } } } as const;
  const type = 'application/x-www-form-urlencoded';
  return { type, schema: { pointer: '', schema }, examples: [] };
}

test('the fields of a form are read once for each form and document', () => {
  const media = createMedia();
  const resolve: ResolveSchema = (schema) => schema;
  const form = describeForm(media, resolve);

  expect(form.fields.map(({ name }) => name)).toEqual(['name']);
  expect(describeForm(media, resolve)).toBe(form);
  expect(describeForm(createMedia(), resolve)).not.toBe(form);
  expect(describeForm(media, (schema) => schema)).not.toBe(form);
});

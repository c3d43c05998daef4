import { describe, expect, test } from 'vitest';
import { lintSpec } from './lint-spec.ts';

const RULE = 'share/string-format';

function specWith(name: string, schema: string): string {
  return `components: { schemas: { Share: { properties: { ${name}: ${schema} } } } }`;
}

describe(RULE, () => {
  test('refuses a property that says no form', async () => {
    expect(await lintSpec(RULE, specWith('created_at', '{ type: string, minLength: 1 }'))).toEqual([
      {
        message:
          'Property "created_at": its last word "at" implies date-time, expected a string schema with a constraint, found none. Add format, pattern, enum, const, contentEncoding; an opaque id has pattern ^\\S+$.',
        at: 'openapi.yaml#/components/schemas/Share/properties/created_at',
      },
    ]);
  });

  test('refuses a parameter that says no form', async () => {
    const spec =
      'paths: { /a: { parameters: [{ name: X-Request-Id, in: header, schema: { type: string } }] } }';
    expect(await lintSpec(RULE, spec)).toEqual([
      {
        message: expect.stringContaining(
          'Parameter "X-Request-Id" (header): its last word "id" implies id',
        ),
        at: 'openapi.yaml#/paths/~1a/parameters/0/schema',
      },
    ]);
  });

  test.each([
    ['created_at', 'date-time'],
    ['expiresAt', 'date-time'],
    ['uploadDate', 'date-time'],
    ['created_date', 'date-time'],
    ['lastModifiedTime', 'date-time'],
    ['expires', 'date-time'],
    ['url', 'URI'],
    ['shareUrl', 'URI'],
    ['document_name_url', 'URI'],
    ['callbackURL', 'URI'],
    ['file_uri', 'URI'],
    ['id', 'id'],
    ['share_id', 'id'],
    ['shareId', 'id'],
    ['documentID', 'id'],
    ['email', 'e-mail'],
    ['ownerEmail', 'e-mail'],
  ])('takes %s for a %s', async (name, kind) => {
    const [finding] = await lintSpec(RULE, specWith(name, '{ type: string }'));
    expect(finding?.message).toContain(`implies ${kind},`);
  });

  test.each(['paid', 'format', 'flat', 'curl', 'expires_in', 'idea', 'update', 'runtime'])(
    'takes nothing from the name %s',
    async (name) => {
      expect(await lintSpec(RULE, specWith(name, '{ type: string }'))).toEqual([]);
    },
  );

  test.each([
    '{ type: string, format: uuid }',
    '{ type: string, pattern: "^\\\\S+$" }',
    '{ type: string, enum: [a] }',
    '{ type: string, const: a }',
    '{ type: string, contentEncoding: base64url }',
    '{ anyOf: [{ type: string, format: uuid }, { type: string }] }',
    '{ oneOf: [{ type: "null" }, { $ref: Ulid.yaml }] }',
    '{ $ref: Alias.yaml }',
    '{ $ref: Circle.yaml }',
    '{ type: integer }',
    '{ type: [integer, "null"] }',
    'true',
  ])('accepts an id with schema %s', async (schema) => {
    const files = {
      'Ulid.yaml': 'type: string\npattern: "^[0-9A-Z]{26}$"',
      'Alias.yaml': '$ref: Ulid.yaml',
      'Circle.yaml': 'anyOf: [{ $ref: Circle.yaml }, { type: string, format: uuid }]',
    };
    expect(await lintSpec(RULE, specWith('id', schema), files)).toEqual([]);
  });

  test.each([
    '{ type: [string, "null"] }',
    '{ $ref: Text.yaml }',
    '{ $ref: Text.yaml, description: Id. }',
    '{ anyOf: [{ type: string }, { type: "null" }] }',
    '{ allOf: [{ $ref: Text.yaml }] }',
  ])('refuses an id with schema %s', async (schema) => {
    const files = { 'Text.yaml': 'type: string' };
    expect(await lintSpec(RULE, specWith('id', schema), files)).toHaveLength(1);
  });

  test('leaves properties of not and if alone, which describe no data', async () => {
    const condition = '{ properties: { id: { type: string } } }';
    const spec = `components: { schemas: { A: { not: ${condition}, if: ${condition} } } }`;
    expect(await lintSpec(RULE, spec)).toEqual([]);
  });

  test('checks the properties of a property named not', async () => {
    const schema = '{ properties: { not: { properties: { id: { type: string } } } } }';
    expect(await lintSpec(RULE, `components: { schemas: { A: ${schema} } }`)).toHaveLength(1);
  });
});

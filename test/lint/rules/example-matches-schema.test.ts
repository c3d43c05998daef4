import { describe, expect, test } from 'vitest';
import { lintSpec } from './lint-spec.ts';

const RULE = 'share/example-matches-schema';
const MEDIA = 'openapi.yaml#/paths/~1shares/get/responses/200/content';

function specWith(type: string, media: string): string {
  return `paths: { /shares: { get: { responses: { "200": { content: { ${type}: ${media} } } } } } }`;
}

/** Contract in several files whose schemas refer to each other in a circle. */
const FILES = {
  'schemas/Folder.yaml': `
type: object
required: [id]
properties:
  id: { $ref: Id.yaml }
  created_at: { type: string, format: date-time }
  folders: { type: array, items: { $ref: Folder.yaml } }
  label: { $ref: Label.yaml }
additionalProperties: false
xml: { name: folder }
x-note: Extensions assert nothing.
`,
  'schemas/Id.yaml': 'type: integer\nxml: { attribute: true }',
  'schemas/Label.yaml':
    '$ref: "#/$defs/Text"\ntype: string\nmaxLength: 3\n$defs: { Text: { enum: [abc, long] } }',
};

async function lintFolder(type: string, example: string, name = 'documented') {
  const media = `{ schema: { $ref: schemas/Folder.yaml }, examples: { ${name}: { $ref: example.yaml } } }`;
  return lintSpec(RULE, specWith(type, media), { ...FILES, 'example.yaml': example });
}

describe(RULE, () => {
  test.each([
    ['{ id: "1" }', '/id', 'at /id: expected integer, got string "1"'],
    [
      '{ id: 1, created_at: today }',
      '/created_at',
      'at /created_at: expected format date-time, got string "today"',
    ],
    [
      '{ id: 1, folders: [{ id: 2, folders: [{ id: x }] }] }',
      '/folders/0/folders/0/id',
      'at /folders/0/folders/0/id: expected integer, got string "x"',
    ],
    ['{ folders: [] }', '/id', 'at /id: expected a value, got nothing'],
    ['{ id: 1, label: long }', '/label', 'at /label: expected '],
    [
      '{ id: 1, label: xyz }',
      '/label',
      'at /label: expected one of ["abc","long"], got string "xyz"',
    ],
    ['{ id: 1, a/b: 2 }', '', 'expected no member "a/b"'],
    ['text', '', 'expected object, got string "text"'],
  ])('refuses %s at the value that is wrong', async (value, pointer, problem) => {
    const [finding, ...others] = await lintFolder('application/json', `value: ${value}`);
    expect(finding?.message).toContain('Example "documented" of application/json, body');
    expect(finding?.message).toContain(problem);
    expect(finding?.message).toContain('Correct the example or its schema.');
    expect(finding?.at).toBe(`example.yaml#/value${pointer}`);
    expect(others).toEqual([]);
  });

  test('checks the data of an example of OpenAPI 3.2', async () => {
    const [finding] = await lintFolder('application/json', 'dataValue: { id: a }');
    expect(finding?.at).toBe('example.yaml#/dataValue/id');
  });

  test('reports every violation of an example', async () => {
    const findings = await lintFolder('application/json', 'value: { id: a, label: xyz }');
    expect(findings.map(({ at }) => at)).toEqual([
      'example.yaml#/value/id',
      'example.yaml#/value/label',
    ]);
  });

  test.each([
    ['<folder id="x"/>', 'body at /id: expected integer, got string "x"'],
    [
      '<folder id="1"><folder id="2"/><folder/></folder>',
      'body at /folders/1/id: expected a value, got nothing',
    ],
    ['<folder id="1"><size>2</size></folder>', 'expected no member "size"'],
    ['<folder id="1">', "XML line 1, column 1: Unclosed tag 'folder'."],
    ['<file id="1"/>', 'XML line 1, column 1: expected root element <folder>, found <file>.'],
  ])('refuses the XML text %s', async (xml, problem) => {
    const findings = await lintFolder('application/xml', `value: '${xml}'`);
    expect(findings).toEqual([
      { message: expect.stringContaining(problem), at: 'example.yaml#/value' },
    ]);
    expect(findings[0]?.message).toMatch(/^Example "documented" of application\/xml/);
  });

  test('refuses an inline example', async () => {
    const spec = specWith(
      'application/json',
      '{ schema: { items: { type: integer }, type: array }, example: [1, b] }',
    );
    expect(await lintSpec(RULE, spec)).toEqual([
      {
        message:
          'Example of application/json, body at /1: expected integer, got string "b". Correct the example or its schema.',
        at: `${MEDIA}/application~1json/example/1`,
      },
    ]);
  });

  test('refuses a schema that cannot be enforced, once', async () => {
    const examples = '{ a: { value: 1 }, b: { value: 2 } }';
    const spec = specWith('application/json', `{ schema: { if: true }, examples: ${examples} }`);
    expect(await lintSpec(RULE, spec)).toEqual([
      {
        message:
          'Schema of application/json: expected one that can be enforced, found strict mode: "if" without "then" and "else" is ignored. Correct the schema.',
        at: `${MEDIA}/application~1json/schema`,
      },
    ]);
  });

  test('refuses an example that two operations share, and a schema, once', async () => {
    const media = (schema: string) =>
      `{ schema: { $ref: ${schema} }, examples: { documented: { $ref: example.yaml } } }`;
    const two = (schema: string) =>
      ['a', 'b'].map(
        (name) =>
          `  /${name}: { get: { responses: { "200": { content: { application/json: ${media(schema)} } } } } }`,
      );
    const files = { ...FILES, 'example.yaml': 'value: { id: "1" }', 'If.yaml': 'if: true' };
    const findIn = async (schema: string) =>
      (await lintSpec(RULE, ['paths:', ...two(schema)].join('\n'), files)).map(({ at }) => at);
    expect(await findIn('schemas/Folder.yaml')).toEqual(['example.yaml#/value/id']);
    expect(await findIn('If.yaml')).toEqual(['If.yaml#/']);
  });

  test('checks the rest of a schema of which another rule reports a part', async () => {
    const spec = (keyword: string) =>
      specWith(
        'application/json',
        `{ schema: { properties: { a: { type: integer, ${keyword} } } }, example: { a: x } }`,
      );
    const findIn = async (keyword: string) =>
      (await lintSpec(RULE, spec(keyword))).map(({ at }) => at);
    const at = `${MEDIA}/application~1json/example/a`;
    expect(await findIn('format: ulid')).toEqual([at]);
    expect(await findIn('typo: 1')).toEqual([at]);
    // A schema that cannot be compiled is no use.
    expect(await findIn('enum: x')).toEqual([]);
  });

  test.each([
    ['application/json', 'value: { id: 1, folders: [{ id: 2, label: abc }] }'],
    [
      'application/xml',
      'value: <folder id="1"><folder id="2"><label>abc</label></folder></folder>',
    ],
    ['text/xml; charset=utf-8', 'value: <folder id="1"/>'],
    ['application/xml', 'value: { id: 1 }'],
    ['application/json', 'externalValue: https://a.example/folder.json'],
    ['application/json', ''],
  ])('accepts as %s the example %s', async (type, example) => {
    expect(await lintFolder(type, example)).toEqual([]);
  });

  test('accepts anything where there is no schema, or a broken reference, which another rule reports', async () => {
    expect(await lintSpec(RULE, specWith('application/json', '{ example: 1 }'))).toEqual([]);
    const broken =
      '{ schema: { $ref: missing.yaml }, example: 1, examples: { a: { $ref: gone.yaml } } }';
    expect(await lintSpec(RULE, specWith('application/json', broken))).toEqual([]);
  });

  test.each([
    ['requestBody', 'readOnly', 0],
    ['requestBody', 'writeOnly', 1],
    ['responses', 'readOnly', 1],
    ['responses', 'writeOnly', 0],
  ])('in %s, lets a member that is %s be missing or not', async (place, keyword, missing) => {
    const schema = `{ required: [id], properties: { id: { ${keyword}: true } } }`;
    const body = `{ content: { application/json: { schema: ${schema}, examples: { a: { value: {} }, b: { value: { id: 1 } } } } } }`;
    const operation =
      place === 'responses' ? `responses: { "200": ${body} }` : `requestBody: ${body}`;
    const findings = await lintSpec(RULE, `paths: { /a: { post: { ${operation} } } }`);
    expect(findings.length).toBe(missing);
  });

  test.each([
    ['{ type: object, nullable: true }', 'null', 0],
    ['{ nullable: true, allOf: [{ type: object }] }', 'null', 0],
    ['{ type: object }', 'null', 1],
    ['{ type: integer, minimum: 1, exclusiveMinimum: true }', '1', 1],
    ['{ type: integer, minimum: 1, exclusiveMinimum: true }', '2', 0],
  ])('reads %s as OpenAPI 3.0 does, for %s', async (schema, example, problems) => {
    const media = `{ schema: ${schema}, example: ${example} }`;
    const spec = `openapi: 3.0.3\n${specWith('application/json', media)}`;
    expect(await lintSpec(RULE, spec)).toHaveLength(problems);
  });

  test.each([
    ['{ type: object, properties: { a: { type: integer } } }', 1],
    ['{ type: string }', 0],
  ])('reads JSON that is written as text, unless %s allows text', async (schema, problems) => {
    const media = `{ schema: ${schema}, example: '{"a":"1"}' }`;
    expect(await lintSpec(RULE, specWith('application/json', media))).toHaveLength(problems);
  });

  test('refuses an example of a response of Swagger 2.0, once where it is shared', async () => {
    const spec = `swagger: "2.0"
responses: { Count: { schema: { type: integer }, examples: { application/json: [one] } } }
paths:
  /a: { get: { responses: { "200": { $ref: "#/responses/Count" } } } }
  /b: { get: { responses: { "200": { $ref: "#/responses/Count" }, "201": { schema: { type: integer }, examples: { application/json: 1 } } } } }
`;
    expect(await lintSpec(RULE, spec)).toEqual([
      {
        message:
          'Example of application/json, body: expected integer, got array ["one"]. Correct the example or its schema.',
        at: 'openapi.yaml#/responses/Count/examples/application~1json',
      },
    ]);
  });
});

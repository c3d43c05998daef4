import { describe, expect, test } from 'vitest';
import { serveFiles } from '../../support/serve-files.ts';

const HEAD = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';
const answering = (path: string, media: string) =>
  `  ${path}: { get: { responses: { "200": { description: D, content: { application/json: ${media} } } } } }\n`;
const taking = (schema: string) =>
  `  /a: { post: { requestBody: { content: { application/json: { schema: ${schema} } } }, responses: { "204": { description: D } } } }\n`;

/** Answer of an operation whose media type is given, and what is said of its file. */
async function answer(media: string, more = '', files: Record<string, string> = {}) {
  const text = `${HEAD}paths:\n${answering('/a', media)}${more}`;
  const { ask, flaws } = await serveFiles({ 'a.yaml': text, ...files });
  const { status, body } = await ask('GET /a');
  return { status, body, flaws };
}

/** Status of a request to an operation with a body of the schema. */
async function send(
  schema: string,
  body: unknown,
  more: string,
  files: Record<string, string> = {},
): Promise<number> {
  const text = `${HEAD}paths:\n${taking(schema)}${more}`;
  const { ask, flaws } = await serveFiles({ 'a.yaml': text, ...files });
  expect(flaws).toEqual([]);
  return (await ask('POST /a', body)).status;
}

describe('a $ref is a URI reference', () => {
  const plain = '{ "properties": { "a": { "type": "integer" } } }';
  const files = {
    'my dir/plain.json': plain,
    'Größe.json': plain,
    'whole.yaml': 'allOf:\n  - properties: { b: true }\n  - properties: { a: { type: integer } }\n',
  };
  const schemas = [
    'components:',
    '  schemas:',
    '    "Map<string, List<int>>": &it { properties: { a: { type: integer } } }',
    '    "100%": *it',
    '    "a%20b": *it',
    '    "a/b~c#d": *it',
    '    "Größe": *it',
    '    Plain: *it',
    '    Alias: { $ref: "#/components/schemas/Plain" }',
    '    Holder: { properties: { it: { $ref: "#/components/schemas/Plain" } }, allOf: [true, *it] }',
    '',
  ].join('\n');

  test.each([
    'my%20dir/plain.json',
    'my dir/plain.json',
    './my%20dir/plain.json#',
    'Gr%C3%B6%C3%9Fe.json',
    'Größe.json',
    'whole.yaml#/allOf/1',
    '#/components/schemas/Map<string, List<int>>',
    '#/components/schemas/Map%3Cstring%2C%20List%3Cint%3E%3E',
    '#/components/schemas/100%',
    '#/components/schemas/100%25',
    '#/components/schemas/a%20b',
    '#/components/schemas/a%2520b',
    '#/components/schemas/a~1b~0c%23d',
    '#/components/schemas/a~1b~0c#d',
    '#/components/schemas/Größe',
    '#/components/schemas/Gr%C3%B6%C3%9Fe',
    '#/components/schemas/Holder/allOf/1',
    '#/components/schemas/Holder/properties/it',
    '#/components/schemas/Alias',
    'a.yaml#/components/schemas/Plain',
    '#/paths/~1b/get/responses/200/content/application~1json/schema',
    '#/paths/%2Fb/get/responses/200/content/application%2Fjson/schema',
    '#/x-types/Plain',
    '#/x-types/Far',
  ])('%s', async (ref) => {
    const more = [
      answering('/b', '{ schema: { properties: { a: { type: integer } } } }'),
      schemas,
      'x-types:\n  Plain: { properties: { a: { type: integer } } }\n  Far: { $ref: my%20dir/plain.json }\n',
    ].join('');
    for (const schema of [`{ $ref: "${ref}" }`, `{ allOf: [true, { $ref: "${ref}" }] }`]) {
      expect(await send(schema, { a: 1 }, more, files)).toBe(204);
      expect(await send(schema, { a: 'x' }, more, files)).toBe(422);
    }
  });

  test.each([
    ['raw', 'Map<string, List<int>>'],
    ['encoded', 'Map%3Cstring,%20List%3Cint%3E%3E'],
  ])('in Swagger 2.0, %s', async (_how, name) => {
    const document = {
      swagger: '2.0',
      info: { title: 'T', version: '1' },
      produces: ['application/json'],
      paths: {
        '/a': {
          get: {
            responses: { 200: { description: 'D', schema: { $ref: `#/definitions/${name}` } } },
          },
        },
      },
      definitions: { 'Map<string, List<int>>': { type: 'object', example: { a: 1 } } },
    };
    const { ask, flaws } = await serveFiles({ 'a.json': JSON.stringify(document) });
    expect(await ask('GET /a')).toMatchObject({ status: 200, body: { a: 1 } });
    expect(flaws).toEqual([]);
  });

  test('in the values of a discriminator', async () => {
    const more = [
      'components:\n  schemas:\n',
      '    "My Dog": { properties: { kind: true, a: { type: integer } } }\n',
      '    Cat: { properties: { kind: true, a: { type: string } } }\n',
    ].join('');
    const mapping = '{ dog: "#/components/schemas/My%20Dog", cat: "#/components/schemas/Cat" }';
    const schema = `{ oneOf: [{ $ref: "#/components/schemas/My Dog" }, { $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind, mapping: ${mapping} } }`;
    expect(await send(schema, { kind: 'dog', a: 1 }, more)).toBe(204);
    expect(await send(schema, { kind: 'dog', a: 'x' }, more)).toBe(422);
    expect(await send(schema, { kind: 'cat', a: 'x' }, more)).toBe(204);
  });
});

describe('a reference in an example', () => {
  test.each<[what: string, media: string, body: unknown]>([
    ['to JSON', '{ example: { $ref: ex.json#/a } }', { v: 1 }],
    ['to a whole file', '{ example: { it: { $ref: whole.json } } }', { it: [1] }],
    ['to YAML, and from there to JSON', '{ example: [{ $ref: "ex.yaml#/list/1" }] }', [{ v: 1 }]],
    [
      'in a named one',
      '{ examples: { x: { value: { a: { $ref: ex.json#/a } } } } }',
      { a: { v: 1 } },
    ],
    ['in a shared one', '{ examples: { x: { $ref: "#/components/examples/X" } } }', [{ v: 1 }]],
    ['in a file of its own', '{ examples: { x: { $ref: example.yaml } } }', { v: 1 }],
    ['behind an external value', '{ examples: { x: { externalValue: value.json } } }', [{ v: 1 }]],
    [
      'in that of a schema',
      '{ schema: { type: object, example: { a: { $ref: ex.json#/a } } } }',
      { a: { v: 1 } },
    ],
    [
      'in the examples of a schema',
      '{ schema: { examples: [{ a: { $ref: ex.json#/a } }] } }',
      { a: { v: 1 } },
    ],
    [
      'in a default',
      '{ schema: { properties: { p: { default: { $ref: ex.json#/a } } } } }',
      { p: { v: 1 } },
    ],
    ['with members beside it', '{ example: { $ref: ex.json#/a, v: 2, w: 3 } }', { v: 2, w: 3 }],
    [
      'to a schema, which is data here',
      '{ example: { $ref: "#/components/schemas/User" } }',
      { type: 'object', properties: { name: { type: 'string' } } },
    ],
  ])('%s is followed', async (_what, media, body) => {
    const more = [
      'components:\n  examples: { X: { value: [{ $ref: ex.json#/a }] } }\n',
      '  schemas:\n    User: { type: object, properties: { name: { $ref: "#/components/schemas/Name" } } }\n',
      '    Name: { type: string }\n',
    ].join('');
    expect(
      await answer(media, more, {
        'ex.json': '{ "a": { "v": 1 } }',
        'whole.json': '[1]',
        'ex.yaml': 'list: [0, { $ref: ex.json#/a }]\n',
        'example.yaml': 'value: { $ref: ex.json#/a }\n',
        'value.json': '[{ "$ref": "ex.json#/a" }]',
      }),
    ).toEqual({ status: 200, body, flaws: [] });
  });

  test.each<[what: string, media: string, body: unknown, reason: string]>([
    [
      'leads nowhere',
      '{ example: { $ref: "#/no" } }',
      { $ref: '#/no' },
      'cannot follow "#/no": there is no "no" in "#".',
    ],
    [
      'leads to no file',
      '{ example: { a: [{ $ref: no.json }] } }',
      { a: [{ $ref: 'no.json' }] },
      'cannot follow "no.json": no.json: expected a file, found nothing.',
    ],
    [
      'leads back to what contains it',
      '{ examples: { x: { $ref: "#/components/examples/X" } } }',
      { self: { $ref: '#/components/examples/X/value' } },
      'cannot follow "#/components/examples/X/value": it contains itself.',
    ],
  ])('that %s is sent as it is, and said once', async (_what, media, body, reason) => {
    const more =
      'components:\n  examples: { X: { value: { self: { $ref: "#/components/examples/X/value" } } } }\n';
    const answered = await answer(media, more);
    expect(answered.body).toEqual(body);
    const said = answered.flaws.filter((line) => line.includes(reason));
    expect(said).toEqual([expect.stringMatching(/^a\.yaml:\d+:\d+: cannot follow/)]);
  });

  test('multiplies within bounds', async () => {
    const level = (n: number) => `{ $ref: "#/x-${n}" }`;
    const levels = Array.from(
      { length: 20 },
      (_, n) => `x-${n}: [${level(n + 1)}, ${level(n + 1)}]`,
    );
    const more = `${levels.join('\n')}\nx-20: 1\n`;
    const { status, flaws } = await answer('{ example: { $ref: "#/x-0" } }', more);
    expect(status).toBe(200);
    expect(flaws.join()).toContain('it is one of too many');
  });
});

describe('beside a $ref', () => {
  const schemas = [
    'components:\n  schemas:\n',
    '    T: { type: object, required: [n], properties: { n: { type: integer } }, example: { n: 1, m: 2 } }\n',
    '    O: { type: object, properties: { a: { type: string, example: A } } }\n',
    '    S: { type: string, example: s }\n',
  ].join('');

  test.each<[what: string, schema: string, body: unknown]>([
    ['examples count', '{ $ref: T, examples: [{ n: 9 }] }', { n: 9 }],
    ['an example counts', '{ $ref: T, example: { n: 9 } }', { n: 9 }],
    [
      'a default counts',
      '{ type: object, properties: { s: { $ref: S, default: d } } }',
      { s: 'd' },
    ],
    ['a constant counts', '{ type: object, properties: { s: { $ref: S, const: c } } }', { s: 'c' }],
    [
      'examples count in a property',
      '{ type: object, properties: { t: { $ref: T, examples: [{ n: 9 }] } } }',
      { t: { n: 9 } },
    ],
    [
      'examples count in an item',
      '{ type: array, items: { $ref: T, examples: [{ n: 9 }] } }',
      [{ n: 9 }],
    ],
    [
      'properties are added',
      '{ $ref: O, required: [b], properties: { b: { const: 4 } } }',
      { a: 'A', b: 4 },
    ],
    [
      'allOf is added',
      '{ $ref: O, allOf: [{ properties: { b: { const: 4 } } }] }',
      { a: 'A', b: 4 },
    ],
    ['a description changes nothing', '{ $ref: O, description: D }', { a: 'A' }],
  ])('%s in an answer', async (_what, schema, body) => {
    const whole = schema.replace(/\$ref: (\w)/, '$ref: "#/components/schemas/$1"');
    expect(await answer(`{ schema: ${whole} }`, schemas)).toEqual({ status: 200, body, flaws: [] });
  });

  test('properties count when a parameter is read', async () => {
    const schema =
      '{ $ref: "#/components/schemas/Q", required: [b], properties: { b: { type: integer } } }';
    const parameter = `{ name: q, in: query, style: deepObject, explode: true, schema: ${schema} }`;
    const { ask } = await serveFiles({
      'a.yaml': `${HEAD}paths: { /a: { get: { parameters: [${parameter}], responses: { "204": { description: D } } } } }\ncomponents: { schemas: { Q: { type: object, properties: { a: { type: integer } } } } }\n`,
    });
    expect((await ask('GET /a?q[a]=1&q[b]=2')).status).toBe(204);
    expect((await ask('GET /a?q[a]=x&q[b]=2')).status).toBe(422);
    expect((await ask('GET /a?q[a]=1')).status).toBe(422);
  });
});

describe('a property that is named like a keyword', () => {
  const NAMES = [
    ...[
      'type',
      'properties',
      'items',
      '$ref',
      'enum',
      'discriminator',
      'required',
      'oneOf',
      'anyOf',
    ],
    ...['allOf', 'const', 'format', 'pattern', 'example', 'examples', 'default', '$id', '$anchor'],
    ...['$dynamicRef', 'value', 'not', 'if', 'readOnly', 'minimum', 'x-flaw', 'mapping', 'schema'],
  ];
  const branch = (name: string, value: number) =>
    `{ type: object, required: ["${name}"], properties: { "${name}": { $ref: "#/components/schemas/${value}" } } }`;

  test.each(NAMES)('%s is a property', async (name) => {
    const more = [
      'components:\n  schemas:\n',
      `    A: ${branch(name, 1)}\n    B: ${branch(name, 2)}\n`,
      '    "1": { const: 1 }\n    "2": { const: 2 }\n',
    ].join('');
    const oneOf =
      '{ oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] }';
    for (const schema of [oneOf, `{ properties: { deep: ${oneOf} } }`]) {
      const wrap = (value: unknown) =>
        schema === oneOf ? { [name]: value } : { deep: { [name]: value } };
      expect(await send(schema, wrap(2), more)).toBe(204);
      expect(await send(schema, wrap(3), more)).toBe(422);
    }
    expect(await send('{ $ref: "#/components/schemas/A" }', { [name]: 3 }, more)).toBe(422);
    const made = await answer('{ schema: { $ref: "#/components/schemas/A" } }', more);
    expect(made).toEqual({ status: 200, body: { [name]: 1 }, flaws: [] });
  });
});

import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/apis/root.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import type { Contract, Operation, SchemaPlace } from '../../../src/contract/model/contract.ts';
import { createSchemaValidator } from '../../../src/contract/validate/schema-validator.ts';
import { createMock } from '../../../src/mock/create-mock.ts';

const FOREIGN = join(ROOT, 'test/support/foreign');

/** Loads a document that a test spells out; `yaml` lacks only `info`. */
async function load(yaml: string): Promise<Contract> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-upgrade-'));
  const file = join(folder.path, 'a.yaml');
  await writeFile(file, `info: { title: T, version: "1" }\n${yaml}`);
  return await loadContract(file);
}

function first(contract: Contract): Operation {
  const [operation] = contract.operations;
  if (operation === undefined) throw new Error('Expected an operation.');
  return operation;
}

/** Whether a value keeps the schema of a response, parameter or body. */
function accepts(contract: Contract, place: SchemaPlace | undefined, value: unknown): boolean {
  if (place === undefined) throw new Error('Expected a schema.');
  return createSchemaValidator(contract)(place, value, 'body').length === 0;
}

const SWAGGER = 'swagger: "2.0"\n';
const get = (content: string) => `paths: { /a: { get: { ${content}, responses: {} } } }`;
const post = (content: string) => `paths: { /a: { post: { ${content}, responses: {} } } }`;

describe('a schema of OpenAPI 3.0', () => {
  const text = 'components: { schemas: { Text: { type: string } } }';

  test.each<[schema: string, accepted: unknown[], refused: unknown[]]>([
    ['{ type: string, nullable: true }', ['a', null], [1]],
    ['{ type: string, nullable: false }', ['a'], [null]],
    ['{ type: string, nullable: true, enum: [a, b] }', ['a', null], ['c']],
    ['{ type: string, nullable: true, enum: [a, null] }', ['a', null], ['c']],
    ['{ nullable: true, enum: [a] }', ['a', null], ['c']],
    ['{ nullable: true }', ['a', null], []],
    ['{ $ref: "#/components/schemas/Text", nullable: true }', ['a', null], [1]],
    ['{ $ref: "#/components/schemas/Text", maxLength: 1 }', ['ab'], [1]],
    ['{ nullable: true, allOf: [{ $ref: "#/components/schemas/Text" }] }', ['a', null], [1]],
    [
      '{ type: string, nullable: true, allOf: [{ minLength: 2 }, { type: string }] }',
      [null],
      ['a'],
    ],
    ['{ nullable: true, oneOf: [{ type: string }, { type: integer }] }', ['a', 1, null], [true]],
    ['{ nullable: true, anyOf: [{ type: string }] }', ['a', null], [1]],
    ['{ type: array, items: { type: string, nullable: true } }', [[null]], [[1]]],
    [
      '{ type: object, additionalProperties: { type: string, nullable: true } }',
      [{ a: null }],
      [{ a: 1 }],
    ],
    ['{ not: { type: string, nullable: true } }', [1], [null, 'a']],
    [
      '{ type: object, properties: { nullable: { type: string, nullable: true } } }',
      [{ nullable: null }],
      [{ nullable: 1 }],
    ],
    [
      '{ type: object, properties: { example: { type: string } } }',
      [{ example: 'a' }],
      [{ example: 1 }],
    ],
    ['{ enum: [{ nullable: true, type: string }] }', [{ nullable: true, type: 'string' }], [{}]],
    ['{ type: integer, minimum: 1, exclusiveMinimum: true }', [2], [1]],
    ['{ type: integer, minimum: 1, exclusiveMinimum: false }', [1], [0]],
    ['{ type: integer, exclusiveMinimum: true }', [0], ['a']],
    ['{ type: integer, maximum: 1, exclusiveMaximum: true }', [0], [1]],
    ['{ type: integer, maximum: 1, exclusiveMaximum: false }', [1], [2]],
    ['{ type: string, format: binary }', ['\u0000'], [1]],
    ['{ type: string, format: byte }', ['YQ=='], ['?', 1]],
    ['{ type: string, format: repo.nwo }', ['a/b'], [1]],
    ['{ type: string, example: a }', ['a'], [1]],
  ])('%s keeps its meaning', async (schema, accepted, refused) => {
    const media = `{ application/json: { schema: ${schema} } }`;
    const contract = await load(
      `openapi: 3.0.3\n${text}\npaths: { /a: { get: { responses: { "200": { description: A., content: ${media} } } } } }`,
    );
    const place = first(contract).responses[0]?.content[0]?.schema;
    const verdicts = [...accepted, ...refused].map((value) => accepts(contract, place, value));
    expect(verdicts).toEqual([...accepted.map(() => true), ...refused.map(() => false)]);
  });

  test('is upgraded wherever it stands', async () => {
    const nullable = '{ type: string, nullable: true }';
    const contract = await load(`openapi: 3.0.0
x-webhooks: { made: { post: { requestBody: { content: { text/plain: { schema: ${nullable} } } } } } }
paths:
  /a:
    parameters: [{ name: p, in: query, schema: ${nullable} }]
    get:
      parameters: [{ $ref: "#/components/parameters/q" }]
      responses: { "200": { description: A., headers: { x-a: { schema: ${nullable} } } } }
      callbacks: { done: { "{$url}": { post: { requestBody: { content: { text/plain: { schema: ${nullable} } } } } } } }
components: { parameters: { q: { name: q, in: query, schema: ${nullable} } } }
`);
    expect(JSON.stringify(contract.document.webhooks)).not.toContain('nullable');
    const { parameters, responses } = first(contract);
    const places = [...parameters, ...(responses[0]?.headers ?? [])].map(({ schema }) => schema);
    expect(places.map((place) => accepts(contract, place, null))).toEqual([true, true, true]);
    expect(JSON.stringify(contract.document.paths)).not.toContain('nullable');
  });

  test('gives its example to a parameter', async () => {
    const schema = '{ type: string, example: a }';
    const contract = await load(
      `openapi: 3.0.3\n${get(`parameters: [{ name: p, in: query, schema: ${schema} }]`)}`,
    );
    expect(first(contract).parameters[0]?.example).toBe('a');
    expect(first(contract).parameters[0]?.schema.schema).toEqual({
      type: 'string',
      examples: ['a'],
    });
  });
});

describe('a parameter of Swagger 2.0', () => {
  test.each<[what: string, parameter: string, expected: object]>([
    ['csv by default', 'in: query, type: array, items: {}', { style: 'form', explode: false }],
    [
      'ssv',
      'in: query, type: array, items: {}, collectionFormat: ssv',
      { style: 'spaceDelimited' },
    ],
    [
      'pipes',
      'in: query, type: array, items: {}, collectionFormat: pipes',
      { style: 'pipeDelimited' },
    ],
    ['multi', 'in: query, type: array, items: {}, collectionFormat: multi', { explode: true }],
    ['csv in a header', 'in: header, type: array, items: {}', { style: 'simple', explode: false }],
  ])('is serialized as %s', async (_what, parameter, expected) => {
    const contract = await load(`${SWAGGER}${get(`parameters: [{ name: p, ${parameter} }]`)}`);
    expect(first(contract).parameters).toMatchObject([expected]);
  });

  test('is checked, below nested items too', async () => {
    const items = '{ type: array, collectionFormat: pipes, items: { type: integer } }';
    const contract = await load(
      `${SWAGGER}${get(`parameters: [{ name: p, in: query, type: array, items: ${items} }]`)}`,
    );
    const place = first(contract).parameters[0]?.schema;
    expect([[[1]], [['a']]].map((value) => accepts(contract, place, value))).toEqual([true, false]);
  });
});

describe('a body of Swagger 2.0', () => {
  const body = '{ name: b, in: body, required: true, schema: { type: string } }';
  const field = (name: string) => `{ name: ${name}, in: formData, type: integer, required: true }`;

  test.each<[what: string, yaml: string, types: string[], accepted: unknown, refused: unknown]>([
    ['of the operation', post(`parameters: [${body}]`), ['application/json'], 'a', 1],
    [
      'with own media types',
      post(`consumes: [text/plain, text/css], parameters: [${body}]`),
      ['text/plain', 'text/css'],
      'a',
      1,
    ],
    [
      'of the path item',
      `paths: { /a: { post: { responses: {} }, parameters: [${body}], x-a: b } }`,
      ['application/json'],
      'a',
      1,
    ],
    [
      'that is shared',
      `parameters: { B: ${body} }\n${post('consumes: [text/plain], parameters: [{ $ref: "#/parameters/B" }]')}`,
      ['text/plain'],
      'a',
      1,
    ],
    [
      'of form fields',
      post(
        `consumes: [application/x-www-form-urlencoded], parameters: [${field('x')}, ${field('y')}]`,
      ),
      ['application/x-www-form-urlencoded'],
      { x: 1, y: 2 },
      { x: 1 },
    ],
    [
      'of shared form fields',
      `parameters: { X: ${field('x')}, Y: ${field('y')} }\n${post('parameters: [{ $ref: "#/parameters/X" }, { $ref: "#/parameters/Y" }]')}`,
      ['multipart/form-data'],
      { x: 1, y: 2 },
      { x: 1 },
    ],
    [
      'with a file',
      post('consumes: [multipart/form-data], parameters: [{ name: x, in: formData, type: file }]'),
      ['multipart/form-data'],
      { x: '\u0000' },
      { x: 1 },
    ],
  ])('%s is checked', async (_what, yaml, types, accepted, refused) => {
    const contract = await load(`${SWAGGER}${yaml}`);
    const { body: request, parameters } = first(contract);
    expect(parameters).toEqual([]);
    expect(request?.content.map(({ type }) => type)).toEqual(types);
    const place = request?.content[0]?.schema;
    expect([accepted, refused].map((value) => accepts(contract, place, value))).toEqual([
      true,
      false,
    ]);
  });
});

describe('a response of Swagger 2.0', () => {
  const schema = 'schema: { type: string, x-nullable: true }';
  const respond = (response: string, more = '') =>
    `paths: { /a: { get: { ${more} responses: { "200": { ${response} } } } } }`;

  test.each<[what: string, yaml: string, types: string[]]>([
    ['of the operation', respond(`description: A., ${schema}`), ['application/json']],
    [
      'with own media types',
      respond(`description: A., ${schema}`, 'produces: [text/plain],'),
      ['text/plain'],
    ],
    [
      'that is shared',
      `produces: [text/css]\nresponses: { R: { description: A., ${schema} } }\n${respond('$ref: "#/responses/R"', 'produces: [text/plain],')}`,
      ['text/plain'],
    ],
    [
      'with a file',
      respond('description: A., schema: { type: file, x-nullable: true }'),
      ['application/json'],
    ],
  ])('%s is checked', async (_what, yaml, types) => {
    const contract = await load(`${SWAGGER}${yaml}`);
    const content = first(contract).responses[0]?.content ?? [];
    expect(content.map(({ type }) => type)).toEqual(types);
    const place = content[0]?.schema;
    expect(['a', null, 1].map((value) => accepts(contract, place, value))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('keeps its example', async () => {
    const contract = await load(
      `${SWAGGER}${respond('description: A., schema: { type: object }, examples: { application/json: { a: 1 } }')}`,
    );
    expect(first(contract).responses[0]?.content[0]?.examples).toMatchObject([{ value: { a: 1 } }]);
  });
});

describe('security of Swagger 2.0', () => {
  test.each<[definition: string, expected: object]>([
    ['{ type: basic }', { type: 'http', scheme: 'basic' }],
    [
      '{ type: apiKey, in: header, name: x-key }',
      { type: 'apiKey', in: 'header', parameter: 'x-key' },
    ],
    [
      '{ type: oauth2, flow: accessCode, authorizationUrl: /a, tokenUrl: /t, scopes: {} }',
      { type: 'oauth2' },
    ],
  ])('%s is read', async (definition, expected) => {
    const contract = await load(
      `${SWAGGER}securityDefinitions: { s: ${definition} }\nsecurity: [{ s: [] }]\n${get('operationId: a')}`,
    );
    expect(first(contract).security).toMatchObject([[expected]]);
  });
});

test.each([
  ['host: example.com\nbasePath: /v1\nschemes: [https]\n', '/v1'],
  ['basePath: /v1/\n', '/v1'],
  ['host: example.com\n', ''],
  ['', ''],
])('Swagger 2.0 with %j has base path %j', async (head, basePath) => {
  expect((await load(`${SWAGGER}${head}paths: {}\n`)).basePath).toBe(basePath);
});

test('malformed Swagger 2.0 is refused by name', async () => {
  const parameters = 'parameters: [{ name: p, type: string }]';
  await expect(load(`${SWAGGER}${get(parameters)}`)).rejects.toThrow(
    /a\.yaml:1:1: cannot be read as Swagger 2\.0: .*"in"/,
  );
});

describe.each(['notes-3.0.yaml', 'notes-2.0.json'])('%s', (name) => {
  const served = loadContract(join(FOREIGN, name)).then((contract) => ({
    contract,
    mock: createMock({ apis: [{ name, mount: '', contract }] }),
  }));
  const note = (members: object) => ({ id: 1, text: 'a', ...members });

  test('is loaded with all its files', async () => {
    const { contract } = await served;
    expect(contract.operations.map(({ id }) => id)).toEqual(['listNotes', 'addNote']);
    expect([contract.files.length, contract.basePath]).toEqual([2, '/v1']);
  });

  test('answers with its first example', async () => {
    const { mock } = await served;
    const answer = await mock.fetch(new Request('http://mock/notes?tags=a|b'));
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      expect.arrayContaining([{ id: 1, text: 'buy milk', due: null }]),
    ]);
  });

  test.each<[number, object]>([
    [204, note({ due: null })],
    [204, note({ due: '2025-01-31' })],
    [422, note({ due: 'soon' })],
    [422, note({ id: 0 })],
    [422, { id: 1 }],
  ])('answers %i to %j', async (status, body) => {
    const { mock } = await served;
    const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const request = new Request('http://mock/notes', { ...init, body: JSON.stringify(body) });
    expect((await mock.fetch(request)).status).toBe(status);
  });
});

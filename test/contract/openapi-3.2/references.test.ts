import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import type { Contract } from '../../../src/contract/model/contract.ts';
import { firstOf } from '../../support/test-contract.ts';
import { mockOf } from '../../support/test-mock.ts';
import { writeFiles } from '../../support/write-files.ts';

const INFO = 'info: { title: T, version: "1" }';
const respond = (schema: string) =>
  `{ "200": { content: { application/json: { schema: ${schema} } } } }`;

/** Loads the first of some files. */
async function load(contents: Readonly<Record<string, string>>): Promise<Contract> {
  await using written = await writeFiles(contents);
  return await loadContract(firstOf(written.files));
}

/** Schema of the first answer of the first operation, with one reference followed. */
function readSchema({ document, operations }: Contract): unknown {
  const schema = operations[0]?.responses[0]?.content[0]?.schema?.schema;
  const { $ref } = Object(schema);
  if (typeof $ref !== 'string') return schema;
  return $ref
    .split('/')
    .slice(1)
    .reduce<unknown>((node, key) => Object(node)[key], document);
}

describe('$self', () => {
  const entry = (self: string, ref: string) => ({
    'openapi.yaml': [
      'openapi: 3.2.0',
      `$self: ${self}`,
      INFO,
      `paths: { /a: { get: { responses: ${respond(`{ $ref: "${ref}" }`)} } } }`,
      'components: { schemas: { A: { const: own } } }',
    ].join('\n'),
  });
  const other = (self: string, ref?: string) =>
    [
      'openapi: 3.2.0',
      `$self: ${self}`,
      INFO,
      'components:',
      '  schemas:',
      `    B: ${ref === undefined ? '{ const: other }' : `{ $ref: "${ref}" }`}`,
    ].join('\n');
  const SELF = 'https://example.com/api/openapi.yaml';
  const B = '#/components/schemas/B';

  test.each<[what: string, files: Readonly<Record<string, string>>, schema: unknown]>([
    ['the own URI of its file', entry(SELF, `${SELF}#/components/schemas/A`), { const: 'own' }],
    [
      'the own URI of its file, relative',
      entry('/api/openapi', '/api/openapi#/components/schemas/A'),
      { const: 'own' },
    ],
    [
      'the last part of the own URI of its file',
      entry('https://example.com/api/openapi', 'openapi#/components/schemas/A'),
      { const: 'own' },
    ],
    [
      'a file beside it',
      { ...entry(SELF, 'b.yaml#/B'), 'b.yaml': 'B: { const: beside }' },
      { const: 'beside' },
    ],
    [
      'a URI below its own',
      { ...entry(SELF, 'https://example.com/api/x/b.yaml#/B'), 'x/b.yaml': 'B: { const: below }' },
      { const: 'below' },
    ],
    [
      'the own URI of its file, relative to that of a file in a folder',
      {
        ...entry('https://example.com/api/openapi', 'x/b.yaml#/B'),
        'x/b.yaml': 'B: { $ref: "../openapi#/components/schemas/A" }',
      },
      { const: 'own' },
    ],
    [
      'its own file, though another one gives itself the same URI',
      {
        'openapi.yaml': entry(SELF, '#/components/schemas/A')['openapi.yaml'].concat(
          `\nwebhooks: { w: { get: { responses: ${respond(`{ $ref: "b.yaml${B}" }`)} } } }`,
        ),
        'b.yaml': other(SELF),
      },
      { const: 'own' },
    ],
    [
      'a file without its ending',
      {
        ...entry('https://example.com/api/openapi', `shared/foo${B}`),
        'shared/foo.yaml': other('https://example.com/api/shared/foo'),
      },
      { const: 'other' },
    ],
    [
      'the entry, from another file by its own URI',
      {
        ...entry(SELF, `b.yaml${B}`),
        'b.yaml': other('https://example.com/b', `${SELF}#/components/schemas/A`),
      },
      { const: 'own' },
    ],
    [
      'the entry, from another file relative to that own URI',
      {
        ...entry(SELF, `shared/foo.yaml${B}`),
        'shared/foo.yaml': other(
          'https://example.com/api/shared/foo',
          '../openapi.yaml#/components/schemas/A',
        ),
      },
      { const: 'own' },
    ],
  ])('a reference leads to %s', async (_what, files, schema) => {
    expect(readSchema(await load(files))).toEqual(schema);
  });

  test('a file that nobody has is said with its URI', async () => {
    const files = entry('https://example.com/api/openapi', 'missing#/components/schemas/A');
    await expect(load(files)).rejects.toThrow('https://example.com/api/missing is remote');
  });

  test('has no say in the base path of the API', async () => {
    const files = entry(SELF, '#/components/schemas/A');
    const contract = await load({
      'openapi.yaml': `${files['openapi.yaml']}\nservers: [{ url: ./v2, name: Test }]`,
    });
    expect(contract.basePath).toBe('/v2');
  });
});

describe('a security requirement by URI', () => {
  const secure = (requirement: string, schemes = '{}') => ({
    'openapi.yaml': [
      'openapi: 3.2.0',
      INFO,
      `security: [{ ${requirement}: [] }]`,
      `paths: { /a: { get: { responses: ${respond('true')} } } }`,
      `components: { securitySchemes: ${schemes} }`,
    ].join('\n'),
    'auth.yaml': 'components: { securitySchemes: { key: { type: apiKey, in: query, name: k } } }',
  });

  test.each([
    [
      'of the same file',
      secure('"#/components/securitySchemes/b"', '{ b: { type: http, scheme: basic } }'),
      'b',
    ],
    ['of another file', secure('"auth.yaml#/components/securitySchemes/key"'), 'key'],
    [
      'of another file whose name is taken',
      secure('"auth.yaml#/components/securitySchemes/key"', '{ key: { type: mutualTLS } }'),
      'key-2',
    ],
    ['that is the name of a component', secure('a/b', '{ a/b: { type: mutualTLS } }'), 'a/b'],
  ])('finds a scheme %s', async (_what, files, name) => {
    const { operations } = await load(files);
    expect(operations[0]?.security).toMatchObject([[{ name }]]);
  });

  test('of an operation in another file is relative to that file', async () => {
    const { operations } = await load({
      'openapi.yaml': `openapi: 3.2.0\n${INFO}\npaths: { /a: { $ref: p/a.yaml } }`,
      'p/a.yaml': `get: { security: [{ "./s.yaml#/s": [] }], responses: ${respond('true')} }`,
      'p/s.yaml': 's: { type: http, scheme: Bearer }',
    });
    expect(operations[0]?.security).toEqual([
      [{ name: 's', type: 'http', in: undefined, parameter: undefined, scheme: 'bearer' }],
    ]);
  });
});

test('a flow of device authorization asks for a bearer token', async () => {
  const document = {
    openapi: '3.2.0',
    security: [{ device: [] }],
    paths: { '/a': { get: { responses: { 204: {} } } } },
    components: {
      securitySchemes: {
        device: {
          type: 'oauth2',
          deprecated: true,
          oauth2MetadataUrl: 'https://example.com/oauth',
          flows: {
            deviceAuthorization: {
              deviceAuthorizationUrl: 'https://example.com/device',
              tokenUrl: 'https://example.com/token',
              scopes: {},
            },
          },
        },
      },
    },
  };
  const ask = mockOf(document);
  expect((await ask('/a')).status).toBe(401);
  expect((await ask('/a', { headers: { authorization: 'Bearer x' } })).status).toBe(204);
});

describe('a media type of components', () => {
  const media = '{ schema: { const: 1 }, examples: { one: { dataValue: 1 } } }';
  const paths = (ref: string) =>
    `paths: { /a: { get: { responses: { "200": { content: { application/json: { $ref: "${ref}" } } } } } } }`;

  test.each<[what: string, files: Readonly<Record<string, string>>]>([
    [
      'of the same file',
      {
        'openapi.yaml': `openapi: 3.2.0\n${INFO}\n${paths('#/components/mediaTypes/A')}\ncomponents: { mediaTypes: { A: ${media} } }`,
      },
    ],
    [
      'that refers to another',
      {
        'openapi.yaml': `openapi: 3.2.0\n${INFO}\n${paths('#/components/mediaTypes/A')}\ncomponents: { mediaTypes: { A: { $ref: "#/components/mediaTypes/B" }, B: ${media} } }`,
      },
    ],
    [
      'of another file',
      {
        'openapi.yaml': `openapi: 3.2.0\n${INFO}\n${paths('m.yaml#/A')}`,
        'm.yaml': `A: ${media}`,
      },
    ],
  ])('%s is read where it is used', async (_what, files) => {
    const { operations } = await load(files);
    expect(operations[0]?.responses[0]?.content).toMatchObject([
      {
        type: 'application/json',
        schema: { schema: { const: 1 } },
        examples: [{ key: 'one', value: 1 }],
      },
    ]);
  });
});

test('the default of a discriminator may be in another file', async () => {
  const { document } = await load({
    'openapi.yaml': [
      'openapi: 3.2.0',
      INFO,
      'components:',
      '  schemas:',
      '    Pet:',
      '      oneOf: [{ $ref: cat.yaml }]',
      '      discriminator: { propertyName: kind, defaultMapping: other.yaml }',
    ].join('\n'),
    'cat.yaml': 'type: object',
    'other.yaml': 'title: Other',
  });
  expect(document.components).toMatchObject({
    schemas: {
      Pet: { discriminator: { defaultMapping: '#/components/schemas/other' } },
      other: { title: 'Other' },
    },
  });
});

const ofVersion = (version: string) => ({ 'openapi.yaml': `${version}\n${INFO}\npaths: {}` });

test.each(['openapi: 3.2.0', 'openapi: 3.2.1'])('%s is read', async (version) => {
  expect(await load(ofVersion(version))).toMatchObject({ title: 'T', operations: [] });
});

test.each(['openapi: 3.3.0', 'openapi: 4.0.0', 'swaggerVersion: 1.2.0'])(
  '%s is refused with the versions that are known',
  async (version) => {
    await expect(load(ofVersion(version))).rejects.toThrow(
      `openapi.yaml: expected OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, found "${version}".`,
    );
  },
);

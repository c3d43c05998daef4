import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { ContractError } from '../../../src/contract/model/contract-error.ts';

const HEAD = 'openapi: 3.1.0\ninfo: { title: Things, version: "1" }\n';
const folder = await mkdtemp(join(tmpdir(), 'share-contracts-load-'));
afterAll(() => rm(folder, { recursive: true }));

let count = 0;

/** Writes files to a folder of their own; the first one is the entry. */
async function write(files: Record<string, string>): Promise<string> {
  const base = join(folder, String(count++));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(base, name)), { recursive: true });
    await writeFile(join(base, name), content);
  }
  return join(base, Object.keys(files)[0] ?? '');
}

async function loadError(files: Record<string, string>): Promise<string> {
  const entry = await write(files);
  const error = await loadContract(entry).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ContractError);
  return String(error).replaceAll(dirname(entry), '');
}

describe('loadContract', () => {
  test('bundles YAML and JSON files into one document', async () => {
    const entry = await write({
      'openapi.yaml': `${HEAD}paths: { /a: { $ref: paths/a.json } }\n`,
      'paths/a.json': JSON.stringify({
        get: {
          operationId: 'getA',
          responses: {
            200: {
              description: 'A.',
              content: { 'application/json': { schema: { $ref: '../Tree.yaml' } } },
            },
          },
        },
      }),
      'Tree.yaml':
        'type: object\nproperties: { kids: { type: array, items: { $ref: Tree.yaml } } }\n',
    });
    const contract = await loadContract(entry);
    expect(contract.title).toBe('Things');
    expect(contract.file).toBe(entry);
    expect(contract.files).toEqual(
      ['openapi.yaml', 'paths/a.json', 'Tree.yaml'].map((name) => join(dirname(entry), name)),
    );
    expect(contract.operations).toMatchObject([
      {
        id: 'getA',
        responses: [{ content: [{ schema: { pointer: '/components/schemas/Tree' } }] }],
      },
    ]);
  });

  test('loads a single JSON file', async () => {
    const document = { openapi: '3.1.1', info: { title: 'J', version: '1' }, paths: {} };
    const contract = await loadContract(await write({ 'a.json': JSON.stringify(document) }));
    expect(contract.document).toMatchObject(document);
  });

  test('lists webhooks apart from operations', async () => {
    const contract = await loadContract(
      await write({ 'a.yaml': `${HEAD}webhooks: { made: { post: { operationId: made } } }\n` }),
    );
    expect([contract.operations.length, contract.webhooks.map(({ id }) => id)]).toEqual([
      0,
      ['made'],
    ]);
  });

  test('takes the file name where there is no title', async () => {
    const entry = await write({ 'a.yaml': 'openapi: 3.1.0\npaths: {}\n' });
    expect((await loadContract(entry)).title).toBe(entry);
  });
});

describe('base path', () => {
  test.each([
    ['', ''],
    ['servers: []', ''],
    ['servers: [{ url: / }]', ''],
    ['servers: [{ url: https://example.com }]', ''],
    ['servers: [{ url: https://example.com/api/v4/ }]', '/api/v4'],
    ['servers: [{ url: https://example.com/v1 }, { url: https://example.com/v2 }]', '/v1'],
    ['servers: [{ url: api }]', '/api'],
    [
      'servers: [{ url: "{origin}/{version}", variables: { origin: { default: http://localhost:5212 }, version: { default: v4 } } }]',
      '/v4',
    ],
    ['servers: [{ url: "https://{host}/v1" }]', '/v1'],
    ['servers: [{ url: "https://{host}/v1", variables: { host: {} } }]', '/v1'],
    ['servers: [{ url: "https://example.com:{port}/v1" }]', '/v1'],
    [
      'servers: [{ url: "http://a:{port}/{v}", variables: { port: { default: 80 }, v: { default: 2 } } }]',
      '/2',
    ],
    ['servers: [{ url: "localhost:8080/café/" }]', '/caf%C3%A9'],
  ])('of %j is %j', async (servers, basePath) => {
    const contract = await loadContract(
      await write({ 'a.yaml': `${HEAD}${servers}\npaths: {}\n` }),
    );
    expect(contract.basePath).toBe(basePath);
  });
});

describe('onFlaws of loadContract', () => {
  const DOCUMENT = `paths:
  /a:
    parameters: [{ $ref: "#/components/parameters/No" }, { name: q, in: query, schema: {} }]
    get:
      responses: { "200": { $ref: "#/components/responses/No" } }
    post:
      requestBody: { $ref: "#/components/requestBodies/No" }
      responses:
        "200":
          description: Done.
          headers: { X: { $ref: "#/components/headers/No" } }
          content:
            text/plain:
              schema: { $ref: "#/components/schemas/No" }
              examples: { no: { $ref: "#/components/examples/No" } }
  /b: { $ref: b.yaml }
`;

  test.each(['3.1.0', '3.0.3'])(
    'marks in OpenAPI %s what cannot be found, and nothing else',
    async (version) => {
      const head = HEAD.replace('3.1.0', version);
      const entry = await write({ 'a.yaml': head + DOCUMENT });
      const messages: string[] = [];
      const { operations } = await loadContract(entry, {
        onFlaws: (message) => messages.push(message),
      });
      const report = messages.join('\n').replaceAll(dirname(entry), '').split('\n');
      expect(
        report.map((line) => /^\/a\.yaml:\d+:\d+: cannot follow "(.*?)": /.exec(line)?.[1]),
      ).toEqual([
        '#/components/parameters/No',
        '#/components/responses/No',
        '#/components/requestBodies/No',
        '#/components/headers/No',
        '#/components/schemas/No',
        '#/components/examples/No',
        'b.yaml',
      ]);
      const [get, post, ...others] = operations;
      expect([get, post].map((operation) => operation?.parameters.map(({ name }) => name))).toEqual(
        [['q'], ['q']],
      );
      expect(get?.responses[0]).toMatchObject({
        status: '200',
        flaw: {
          pointer: '/paths/~1a/get/responses/200',
          problem: expect.stringContaining('cannot follow "#/components/responses/No"'),
        },
      });
      expect(post?.responses).toMatchObject([{ status: '200', content: [{ type: 'text/plain' }] }]);
      expect(others.map(({ path, flaw }) => [path, flaw?.pointer])).toEqual(
        others.map(() => ['/b', '/paths/~1b']),
      );
      expect(others.map(({ method }) => method)).toContain('get');
    },
  );

  test('is not called for a document whose references lead somewhere', async () => {
    const entry = await write({ 'a.yaml': `${HEAD}paths: {}\n` });
    await loadContract(entry, { onFlaws: (message) => expect.unreachable(message) });
  });
});

describe('ContractError of loadContract', () => {
  const KINDS = '/a.yaml: expected OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, found';
  const use = (ref: string) =>
    `${HEAD}paths:\n  /a:\n    get:\n      responses:\n        "200":\n          $ref: "${ref}"\n`;
  const loop = (ref: string) => `components: { responses: { A: { $ref: "${ref}" } } }\n`;

  test.each<[what: string, files: Record<string, string>, lines: string[]]>([
    [
      'a missing file',
      { 'a.yaml': use('b.yaml') },
      [
        '/a.yaml:8:11: cannot follow "b.yaml": /b.yaml: expected a file, found nothing. Correct the reference.',
      ],
    ],
    [
      'a malformed file',
      { 'a.yaml': use('b.yaml'), 'b.yaml': 'description: [B.\ncontent: {}\n' },
      [
        '/a.yaml:8:11: cannot follow "b.yaml": /b.yaml:2:1: expected YAML or JSON: missed comma between flow collection entries. Correct the reference.',
      ],
    ],
    [
      'a missing component',
      { 'a.yaml': use('#/components/responses/No') },
      [
        '/a.yaml:8:11: cannot follow "#/components/responses/No": there is no "components" in "#". Correct the reference.',
      ],
    ],
    [
      'a missing part of another file',
      { 'a.yaml': use('b.yaml#/no'), 'b.yaml': 'description: B.\n' },
      ['/a.yaml:8:11: cannot follow "b.yaml#/no": there is no "no" in "#". Correct the reference.'],
    ],
    [
      'itself',
      { 'a.yaml': use('#/components/responses/A') + loop('#/components/responses/A') },
      [
        '/a.yaml:8:11: cannot follow "#/components/responses/A": it refers to itself. Correct the reference. Also in 1 more.',
      ],
    ],
    [
      'itself through another file',
      { 'a.yaml': use('b.yaml'), 'b.yaml': '$ref: c.yaml', 'c.yaml': '$ref: b.yaml' },
      ['/a.yaml:8:11: cannot follow "b.yaml": it refers to itself. Correct the reference.'],
    ],
    [
      'an anchor',
      { 'a.yaml': use('#anchor') },
      [
        '/a.yaml:8:11: cannot follow "#anchor": no schema has the anchor "anchor". Correct the reference.',
      ],
    ],
    [
      'a remote file',
      { 'a.yaml': use('http://127.0.0.1:9/b.yaml') },
      [
        '/a.yaml:8:11: cannot follow "http://127.0.0.1:9/b.yaml": http://127.0.0.1:9/b.yaml is remote. Fetch it and refer to the file, or start with --allow-remote. Correct the reference.',
      ],
    ],
    [
      'a schema of a discriminator that is not there',
      {
        'a.yaml': `${HEAD}components:\n  schemas:\n    A:\n      discriminator:\n        propertyName: kind\n        mapping:\n          b: ./B.yaml\n`,
      },
      [
        '/a.yaml:9:11: cannot follow "./B.yaml": /B.yaml: expected a file, found nothing. Correct the reference.',
      ],
    ],
  ])('names the place of a reference to %s', async (_what, files, lines) => {
    expect(await loadError(files)).toBe(`ContractError: ${lines.join('\n')}`);
  });

  test('lists every broken reference', async () => {
    const item = (path: string) => `  /${path}: { $ref: ${path}.yaml }\n`;
    const message = await loadError({ 'a.yaml': `${HEAD}paths:\n${item('b')}${item('c')}` });
    expect(message.match(/a\.yaml:\d+:\d+/g)).toEqual(['a.yaml:4:9', 'a.yaml:5:9']);
  });

  test.each([
    ['OpenAPI 3.3', 'openapi: 3.3.0\npaths: {}\n', `${KINDS} "openapi: 3.3.0".`],
    ['Arazzo', 'arazzo: 1.0.1\n', `${KINDS} "arazzo: 1.0.1".`],
    ['a version that is a number', 'openapi: 3.1\n', `${KINDS} "openapi: 3.1", a number.`],
    ['a document of no known kind', 'a: 1\n', `${KINDS} no "openapi" member.`],
    ['a list', '- a\n', '/a.yaml: expected an OpenAPI document, found a list.'],
    ['text', 'text\n', '/a.yaml: expected an OpenAPI document, found a string.'],
    ['nothing but a comment', '# nothing\n', '/a.yaml: expected an OpenAPI document, found null.'],
    ['no paths', HEAD, '/a.yaml: expected "paths", found none.'],
    [
      'a list of paths',
      `${HEAD}paths: []\n`,
      '/a.yaml:3:1: expected an object of paths, found a list.',
    ],
    [
      'a path item that is null',
      `${HEAD}paths:\n  /a:\n`,
      '/a.yaml:4:3: expected an object as path item, found null.',
    ],
    [
      'an operation that is null',
      `${HEAD}paths:\n  /a:\n    get:\n`,
      '/a.yaml:5:5: expected an object as operation, found null.',
    ],
    [
      'an operation that is text',
      `${HEAD}paths: { /a: { get: listA } }\n`,
      '/a.yaml:3:16: expected an object as operation, found a string.',
    ],
    [
      'a server URL that is none',
      `${HEAD}servers: [{ url: "http://example.com:99999/" }]\npaths: {}\n`,
      '/a.yaml:3:13: expected a server URL, found "http://example.com:99999/".',
    ],
    [
      'a security scheme that is not declared',
      `${HEAD}security: [{ key: [] }]\npaths: { /a: { get: {} } }\n`,
      '/a.yaml:3:14: Security scheme "key" is used but not declared in components.',
    ],
    [
      'a parameter in an unknown place',
      `${HEAD}paths: { /a: { get: { parameters: [{ name: p, in: body }] } } }\n`,
      '/a.yaml:3:36: "in" of parameter "p" must be path, query, querystring, header or cookie, got "body".',
    ],
  ])('says that it found %s', async (_what, content, expected) => {
    expect(await loadError({ 'a.yaml': content })).toBe(`ContractError: ${expected}`);
  });

  test('names the file that holds the mistake', async () => {
    const message = await loadError({
      'a.yaml': `${HEAD}paths: { /a: { $ref: paths/a.yaml } }\n`,
      'paths/a.yaml': 'summary: A.\nget:\n  parameters:\n    - { in: body, name: p }\n',
    });
    expect(message).toMatch(/^ContractError: \/paths\/a\.yaml:4:7: "in" of parameter "p" must be/);
  });
});

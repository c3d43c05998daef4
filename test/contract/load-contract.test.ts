import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ContractError } from '../../src/contract/contract-error.ts';
import { loadContract } from '../../src/contract/load-contract.ts';

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
  ])('of %j is %j', async (servers, basePath) => {
    const contract = await loadContract(
      await write({ 'a.yaml': `${HEAD}${servers}\npaths: {}\n` }),
    );
    expect(contract.basePath).toBe(basePath);
  });
});

describe('ContractError of loadContract', () => {
  const KINDS = 'expected OpenAPI 3.0, 3.1 or Swagger 2.0';
  const use = (ref: string) =>
    `${HEAD}paths:\n  /a:\n    get:\n      responses:\n        "200":\n          $ref: "${ref}"\n`;

  test('names a file that is not there', async () => {
    const missing = join(folder, 'no-such.yaml');
    await expect(loadContract(missing)).rejects.toThrow(
      new ContractError(`${missing}: ENOENT: no such file or directory '${missing}'`),
    );
  });

  test('names the position of malformed YAML in the entry', async () => {
    const message = await loadError({ 'a.yaml': `${HEAD}paths: { /a: [\nx: 1\n` });
    expect(message).toMatch(/^ContractError: \/a\.yaml: .+ \(4:1\)$/);
  });

  test('names the position of malformed YAML in another file and of the reference to it', async () => {
    const message = await loadError({
      'a.yaml': use('b.yaml'),
      'b.yaml': 'description: [B.\ncontent: {}\n',
    });
    expect(message).toMatch(/^ContractError: \/b\.yaml:2:\d+: Failed to parse/);
    expect(message).toContain('\n/a.yaml:8:11: ');
  });

  test.each([
    ['a missing file', 'b.yaml', "/a.yaml:8:11: Can't resolve $ref: ENOENT: no such file"],
    ['a missing component', '#/components/responses/No', "/a.yaml:8:11: Can't resolve $ref"],
  ])('names file and line of a reference to %s', async (_what, ref, expected) => {
    expect(await loadError({ 'a.yaml': use(ref) })).toContain(expected);
  });

  test('names a reference in a circle', async () => {
    const circle = 'components: { responses: { A: { $ref: "#/components/responses/A" } } }\n';
    expect(await loadError({ 'a.yaml': use('#/components/responses/A') + circle })).toMatch(
      /^ContractError: \/a\.yaml.*: .*circular/,
    );
  });

  test.each([
    ['OpenAPI 3.2', 'openapi: 3.2.0\n', `${KINDS}, found "openapi: 3.2.0".`],
    ['Arazzo', 'arazzo: 1.0.1\n', `${KINDS}, found "arazzo: 1.0.1".`],
    ['a version that is a number', 'openapi: 3.1\n', 'should be a string but got "number"'],
    ['a document of no known kind', 'a: 1\n', 'Unsupported specification'],
  ])('refuses %s', async (_what, version, expected) => {
    const message = await loadError({
      'a.yaml': `${version}info: { title: T, version: "1" }\npaths: {}\n`,
    });
    expect(message).toMatch(/^ContractError: \/a\.yaml: /);
    expect(message).toContain(expected);
  });

  test.each([
    ['an empty file', ''],
    ['a list', '- a\n'],
    ['text', 'text\n'],
  ])('refuses %s', async (_what, content) => {
    expect(await loadError({ 'a.yaml': content })).toMatch(
      /^ContractError: \/a\.yaml: Document must be JSON object/,
    );
  });

  test.each([
    [
      'a server URL that is none',
      'servers: [{ url: "http://example.com:99999/" }]\npaths: {}\n',
      '/a.yaml: expected a server URL, found "http://example.com:99999/".',
    ],
    [
      'a security scheme that is not declared',
      'security: [{ key: [] }]\npaths: { /a: { get: {} } }\n',
      '/a.yaml: Security scheme "key" is used but not declared in components.',
    ],
    [
      'a parameter in an unknown place',
      'paths: { /a: { get: { parameters: [{ name: p, in: body }] } } }\n',
      '/a.yaml: /paths/~1a/get/parameters/0: "in" of parameter "p" must be',
    ],
  ])('names the file of %s', async (_what, content, expected) => {
    expect(await loadError({ 'a.yaml': HEAD + content })).toContain(expected);
  });
});

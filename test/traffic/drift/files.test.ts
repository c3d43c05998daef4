import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { readArchive } from '../../../src/har/read-archive.ts';
import { findDrift } from '../../../src/traffic/drift/find-drift.ts';
import { readExchange } from '../../../src/traffic/exchange.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { type Asked, toEntry } from './drift-kinds.ts';

const run = promisify(execFile);

const SCHEMA = 'type: object\nproperties:\n  # Of the database.\n  id: {type: integer}\n';
const response = (schema: string) =>
  `{description: A., content: {application/json: {schema: ${schema}}}}`;

/** Contracts as files, of which the first one is the entry. */
const CONTRACTS: readonly (readonly [what: string, files: Readonly<Record<string, string>>])[] = [
  [
    'several files',
    {
      'openapi.yaml':
        'openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths:\n  /a:\n    $ref: path.yaml\n',
      'path.yaml': `get:\n  operationId: getA\n  responses:\n    "200": ${response('{$ref: schema.yaml}')}\n`,
      'schema.yaml': SCHEMA,
    },
  ],
  [
    'JSON',
    {
      'openapi.json': JSON.stringify(
        {
          openapi: '3.1.0',
          info: { title: 'A', version: '1' },
          paths: {
            '/a': {
              get: {
                operationId: 'getA',
                responses: {
                  200: {
                    description: 'A.',
                    content: {
                      'application/json': {
                        schema: { type: 'object', properties: { id: { type: 'integer' } } },
                      },
                    },
                  },
                },
              },
            },
          },
        },
        null,
        2,
      ),
    },
  ],
  [
    'Swagger 2.0',
    {
      'swagger.yaml': `swagger: "2.0"\ninfo: {title: A, version: "1"}\nproduces: [application/json]\npaths:\n  /a:\n    get:\n      operationId: getA\n      responses:\n        "200": {description: A., schema: {$ref: '#/definitions/A'}}\ndefinitions:\n  A:\n    ${SCHEMA.replaceAll('\n', '\n    ').trimEnd()}\n`,
    },
  ],
  [
    'lines of Windows',
    {
      'openapi.yaml':
        `openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths:\n  /a:\n    get:\n      operationId: getA\n      responses:\n        "200": ${response("{$ref: '#/components/schemas/A'}")}\ncomponents:\n  schemas:\n    A:\n      ${SCHEMA.replaceAll('\n', '\n      ').trimEnd()}`.replaceAll(
          '\n',
          '\r\n',
        ),
    },
  ],
];

const asked = (more: Partial<Asked> = {}): Asked => ({
  target: '/a',
  answer: { id: 'x' },
  ...more,
});

async function driftOf(file: string, root: string, all: readonly Asked[], server?: string) {
  const text = JSON.stringify({ log: { entries: all.map(toEntry) } });
  const exchanges = readArchive('a.har', text).entries.flatMap((one) => readExchange(one) ?? []);
  const onUncompilable = (error: Error) => {
    throw error;
  };
  const contract = await loadContract(file);
  return findDrift({ contract, exchanges, server, root, onUncompilable });
}

async function writeAll(files: Readonly<Record<string, string>>) {
  const folder = await makeFolder();
  for (const [name, text] of Object.entries(files)) await folder.write(name, text);
  return { ...folder, file: folder.at(Object.keys(files)[0] ?? '') };
}

describe('findDrift', () => {
  test.each(CONTRACTS)('changes contracts of %s', async (_what, files) => {
    const { file, path, write } = await writeAll(files);
    const all = [asked(), asked({ status: 404, answer: undefined })];
    const { groups, patch } = await driftOf(file, path, all, 'https://api.test/v1');
    expect(groups.map(({ change }) => change?.words)).toEqual([
      files['swagger.yaml'] === undefined ? 'allow string' : 'drop type',
      'add response 404',
    ]);
    await write('drift.patch', patch);
    await run('git', ['apply', 'drift.patch'], { cwd: path });
    expect((await driftOf(file, path, all, 'https://api.test/v1')).groups).toEqual([]);
  });

  test('changes the file in which a schema is written, and no other', async () => {
    const [, files = {}] = CONTRACTS[0] ?? [];
    const { file, path, at } = await writeAll(files);
    const { groups } = await driftOf(file, path, [asked()], 'https://api.test/v1');
    expect(groups[0]?.change?.patch).toBe(
      [
        '--- a/schema.yaml',
        '+++ b/schema.yaml',
        '@@ -1,4 +1,4 @@',
        ' type: object',
        ' properties:',
        '   # Of the database.',
        '-  id: {type: integer}',
        '+  id: {type: [integer, string]}',
        '',
      ].join('\n'),
    );
    expect(await readFile(at('schema.yaml'), 'utf8')).toBe(SCHEMA);
  });

  test.each<[what: string, asked: Asked]>([
    [
      'a request that the server refuses',
      asked({ target: '/a?x=1', status: 400, answer: { id: 1 } }),
    ],
    ['an unknown path that the server does not have either', asked({ target: '/b', status: 404 })],
    ['an unknown method that the server refuses', asked({ method: 'PUT', status: 405 })],
    ['what stands in the place of a secret', asked({ answer: { id: '***' } })],
    ['HEAD', asked({ method: 'HEAD', answer: undefined })],
  ])('takes %s for no drift', async (_what, one) => {
    const [, files = {}] = CONTRACTS[0] ?? [];
    const yaml = String(files['path.yaml']);
    const own = { ...files, 'path.yaml': `${yaml}    "400": {description: No.}\n` };
    const { file, path } = await writeAll(own);
    const { groups } = await driftOf(file, path, [one], 'https://api.test/v1');
    expect(groups.map(({ place, keyword }) => [place, keyword])).toEqual(
      one.status === 400 ? [['body', 'content']] : [],
    );
  });

  test('counts what is with other hosts, has no answer, or has a body that is not known', async () => {
    const [, files = {}] = CONTRACTS[0] ?? [];
    const { file, path } = await writeAll(files);
    const other = JSON.parse(JSON.stringify(toEntry(asked())).replace('api.test', 'cdn.test'));
    const cut = {
      ...toEntry(asked()),
      response: {
        status: 200,
        headers: [{ name: 'content-type', value: 'application/json' }],
        content: { size: 9 },
      },
    };
    const text = JSON.stringify({ log: { entries: [other, cut, toEntry(asked({ status: 0 }))] } });
    const exchanges = readArchive('a.har', text).entries.flatMap((one) => readExchange(one) ?? []);
    const drift = await findDrift({
      contract: await loadContract(file),
      exchanges,
      server: 'https://api.test/v1',
      root: path,
      onUncompilable: () => {},
    });
    expect(drift).toMatchObject({
      exchanges: 1,
      ofOthers: 1,
      unanswered: 1,
      unreadBodies: 1,
      groups: [],
    });
  });
});

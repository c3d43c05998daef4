import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { createPlaceFinder } from '../../../src/contract/load/locate.ts';
import { formatPlace } from '../../../src/contract/model/place.ts';
import { writeFiles } from '../../support/write-files.ts';

const HEAD = 'info: { title: T, version: "1" }\n';
const OPENAPI = `openapi: 3.1.0\n${HEAD}`;

/** Place and pointer of a value in its file, for a pointer in the bundle. */
async function locate(files: Record<string, string>, pointer: string): Promise<string> {
  await using written = await writeFiles(files);
  const contract = await loadContract(written.files[0] ?? '');
  const place = await contract.locate(pointer);
  return `${formatPlace(place)} #${place.pointer}`.replaceAll(`${written.folder}/`, '');
}

const SPLIT = {
  'a.yaml': `${OPENAPI}paths:\n  /a: { $ref: p/a.yaml }\n`,
  'p/a.yaml': [
    'summary: A.',
    'get:',
    '  parameters:',
    '    - $ref: ../q.yaml#/P',
    '  responses:',
    '    "200":',
    '      description: A.',
    '      content:',
    '        application/json:',
    '          schema: { $ref: ../s/A.yaml }',
  ].join('\n'),
  'q.yaml': 'P:\n  name: p\n  in: query\n  schema:\n    type: string\n',
  's/A.yaml': 'type: object\nproperties:\n  b:\n    type: string\n',
};

describe('locate', () => {
  test.each([
    ['', 'a.yaml:1:1 #'],
    ['/info/title', 'a.yaml:2:9 #/info/title'],
    ['/paths/~1a', 'a.yaml:4:3 #/paths/~1a'],
    ['/paths/~1a/get/responses', 'p/a.yaml:5:3 #/get/responses'],
    ['/paths/~1a/get/responses/200/description', 'p/a.yaml:7:7 #/get/responses/200/description'],
    ['/components/schemas/A/properties/b/type', 's/A.yaml:4:5 #/properties/b/type'],
    ['/components/parameters/P/schema', 'q.yaml:4:3 #/P/schema'],
    ['/components/schemas/A/no/such', 's/A.yaml:1:1 #/no/such'],
  ])('finds %s in the file that holds it', async (pointer, place) => {
    expect(await locate(SPLIT, pointer)).toBe(place);
  });

  test('finds values in JSON', async () => {
    const document = {
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      paths: { '/a': { get: {} } },
    };
    const files = { 'a.json': JSON.stringify(document, null, 2) };
    expect(await locate(files, '/paths/~1a/get')).toBe('a.json:9:7 #/paths/~1a/get');
  });

  test.each([
    [
      'OpenAPI 3.0',
      `openapi: 3.0.0\n${HEAD}paths: {}\ncomponents:\n  schemas:\n    A:\n      minimum: 1\n      nullable: true\n`,
      '/components/schemas/A/minimum',
      'a.yaml:7:7 #/components/schemas/A/minimum',
    ],
    [
      'a format of OpenAPI 3.0 that is set aside',
      `openapi: 3.0.0\n${HEAD}paths: {}\ncomponents:\n  schemas:\n    A:\n      format: ulid\n`,
      '/components/schemas/A/x-unchecked-format',
      'a.yaml:7:7 #/components/schemas/A/format',
    ],
    [
      'Swagger 2.0',
      `swagger: "2.0"\n${HEAD}paths: {}\ndefinitions:\n  A:\n    minimum: 1\n`,
      '/components/schemas/A/minimum',
      'a.yaml:6:5 #/definitions/A/minimum',
    ],
    [
      'Swagger 2.0, as far as it has them,',
      `swagger: "2.0"\n${HEAD}paths:\n  /a:\n    get:\n      responses: { "200": { description: A., schema: { type: string } } }\n`,
      '/paths/~1a/get/responses/200/content/application~1json/schema',
      'a.yaml:6:20 #/paths/~1a/get/responses/200/content/application~1json/schema',
    ],
  ])('finds the values of %s', async (_what, text, pointer, place) => {
    expect(await locate({ 'a.yaml': text }, pointer)).toBe(place);
  });
});

describe('createPlaceFinder', () => {
  test.each<[format: 'json' | 'yaml', text: string]>([
    ['yaml', 'a:\n  b: 1\n  c: 2\n'],
    ['json', '{\n  "a": {\n  "b": 1, "c": 2 } }'],
  ])('reads %s for positions once, however many are asked for at a time', async (format, text) => {
    let reads = 0;
    const source = {
      name: '/a',
      format,
      value: undefined,
      text,
      readText: async () => {
        reads += 1;
        return text;
      },
    };
    const findPlace = createPlaceFinder(new Map([['/a', source]]));
    const pointers = ['/a/b', '/a/c', '/a/b', '/a'];
    const places = await Promise.all(
      pointers.map((pointer) => findPlace({ source: '/a', pointer })),
    );
    expect(places.map(({ line }) => line)).toEqual(format === 'yaml' ? [2, 3, 2, 1] : [3, 3, 3, 2]);
    expect(reads).toBe(1);
  });

  test('gives no position where a text cannot be read for one', async () => {
    const text = '\t- : [';
    const source = {
      name: '/a',
      format: 'yaml',
      value: 1,
      text,
      readText: async () => text,
    } as const;
    const findPlace = createPlaceFinder(new Map([['/a', source]]));
    expect(await findPlace({ source: '/a', pointer: '/x' })).toMatchObject({ source: '/a' });
  });
});

test('names the file and the pointer where the file is gone', async () => {
  await using written = await writeFiles({ 'a.json': '{"openapi": "3.1.0", "paths": {"/a": {}}}' });
  const [file = ''] = written.files;
  const contract = await loadContract(file);
  await rm(file);
  expect(await contract.locate('/paths/~1a')).toEqual({ source: file, pointer: '/paths/~1a' });
});

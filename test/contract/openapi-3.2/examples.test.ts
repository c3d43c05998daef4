import { describe, expect, test } from 'vitest';
import { findDefects } from '../../../src/contract/defects/find-defects.ts';
import { contractOf, contractWith } from '../../support/test-contract.ts';
import { mockOf } from '../../support/test-mock.ts';

const Note = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, text: { type: 'string' } },
};
const JSON_TYPE = 'application/json';

const respond = (media: object, type = JSON_TYPE, components: object = {}) => ({
  openapi: '3.2.0',
  paths: { '/notes': { get: { responses: { 200: { content: { [type]: media } } } } } },
  components,
});

describe('the answer', () => {
  const dataValue = { id: 1, text: 'a' };
  const pretty = '{ "id": 1,\n  "text": "a" }';

  test.each<[what: string, document: object, text: string]>([
    [
      'is the data of an example',
      respond({ schema: Note, examples: { a: { dataValue } } }),
      JSON.stringify(dataValue),
    ],
    [
      'is the text of an example that has data too',
      respond({ schema: Note, examples: { a: { dataValue, serializedValue: pretty } } }),
      pretty,
    ],
    [
      'is the text of an example without data',
      respond({ schema: Note, examples: { a: { serializedValue: pretty } } }),
      pretty,
    ],
    [
      'is the data of an example of components',
      respond({ schema: Note, examples: { a: { $ref: '#/components/examples/A' } } }, JSON_TYPE, {
        examples: { A: { dataValue } },
      }),
      JSON.stringify(dataValue),
    ],
    [
      'is the text of an example of components',
      respond({ schema: Note, examples: { a: { $ref: '#/components/examples/A' } } }, JSON_TYPE, {
        examples: { A: { serializedValue: pretty } },
      }),
      pretty,
    ],
    [
      'is an example of a media type of components',
      respond({ $ref: '#/components/mediaTypes/Note' }, JSON_TYPE, {
        mediaTypes: { Note: { schema: Note, examples: { a: { dataValue } } } },
      }),
      JSON.stringify(dataValue),
    ],
    [
      'is made from the schema of a media type of components',
      respond({ $ref: '#/components/mediaTypes/Note' }, JSON_TYPE, {
        mediaTypes: { Note: { schema: { $ref: '#/components/schemas/Id' } } },
        schemas: { Id: { const: 7 } },
      }),
      '7',
    ],
    [
      'is XML by the schema of the data',
      respond(
        { schema: { ...Note, xml: { name: 'n' } }, examples: { a: { dataValue } } },
        'text/xml',
      ),
      '<?xml version="1.0" encoding="UTF-8"?>\n<n><id>1</id><text>a</text></n>',
    ],
    [
      'is XML as it is written',
      respond(
        {
          schema: { ...Note, xml: { name: 'n' } },
          examples: { a: { dataValue: { id: 1 }, serializedValue: '<n>\n <id>1</id></n>' } },
        },
        'text/xml',
      ),
      '<n>\n <id>1</id></n>',
    ],
    [
      'is any text as it is written',
      respond({ examples: { a: { dataValue: [1, 2], serializedValue: '1;2\n' } } }, 'text/csv'),
      '1;2\n',
    ],
  ])('%s', async (_what, document, text) => {
    const response = await mockOf(document)('/notes');
    expect([response.status, await response.text()]).toEqual([200, text]);
    expect(response.headers.get('x-mock-violations')).toBeNull();
  });

  test('is the preferred one of two texts for the same data', async () => {
    const examples = {
      a: { dataValue, serializedValue: pretty },
      b: { dataValue, serializedValue: '{"text":"a","id":1}' },
    };
    const ask = mockOf(respond({ schema: Note, examples }));
    const response = await ask('/notes', { headers: { prefer: 'example=b' } });
    expect(await response.text()).toBe('{"text":"a","id":1}');
  });

  test('has the data of an example of a header, or its text', async () => {
    const headers = {
      'X-Count': { schema: { type: 'integer' }, examples: { a: { dataValue: 3 } } },
      'X-Ids': {
        schema: { type: 'array', items: { type: 'integer' } },
        examples: { a: { dataValue: [1, 2], serializedValue: '1,2' } },
      },
    };
    const response = await mockOf({
      openapi: '3.2.0',
      paths: { '/notes': { get: { responses: { 200: { headers } } } } },
    })('/notes');
    expect(response.headers.get('x-ids')).toBe('1,2');
    expect(response.headers.get('x-count')).toBe('3');
  });

  test.each([{}, { summary: 'Made.' }])('%j is a whole response', async (response) => {
    const document = {
      openapi: '3.2.0',
      paths: { '/notes': { put: { responses: { 201: response } } } },
    };
    expect((await mockOf(document)('/notes', { method: 'PUT' })).status).toBe(201);
  });
});

describe('an example of a parameter', () => {
  test.each<[examples: object, value: unknown]>([
    [{ a: { dataValue: true, serializedValue: 'flag=true' } }, true],
    [{ a: { serializedValue: 'flag=true' } }, undefined],
    [{ a: { serializedValue: 'flag=true' }, b: { value: false } }, false],
  ])('%j is the value %j', (examples, value) => {
    const flag = { name: 'flag', in: 'query', schema: { type: 'boolean' }, examples };
    expect(contractWith({ parameters: [flag] }).operation.parameters[0]?.example).toBe(value);
  });
});

describe('a wrong example is a defect', () => {
  const MEDIA = '/paths/~1notes/get/responses/200/content/application~1json/examples/a';
  const found = 'expected integer, got string "x"';

  test.each<[what: string, document: object, line: string]>([
    [
      'as data',
      respond({ schema: Note, examples: { a: { dataValue: { id: 'x' } } } }),
      `${MEDIA}/dataValue/id "id": ${found}`,
    ],
    [
      'as text',
      respond({ schema: Note, examples: { a: { serializedValue: '{"id":"x"}' } } }),
      `${MEDIA}/serializedValue/id "id": ${found}`,
    ],
    [
      'as malformed text',
      respond({ schema: Note, examples: { a: { serializedValue: '{' } } }),
      `${MEDIA}/serializedValue expected object, got string "{"`,
    ],
    [
      'in a media type of components',
      respond({ $ref: '#/components/mediaTypes/Note' }, JSON_TYPE, {
        mediaTypes: { Note: { schema: Note, examples: { a: { dataValue: { id: 'x' } } } } },
      }),
      `/components/mediaTypes/Note/examples/a/dataValue/id "id": ${found}`,
    ],
    [
      'of XML in a media type of components',
      respond({ $ref: '#/components/mediaTypes/Note' }, 'text/xml', {
        mediaTypes: {
          Note: { schema: Note, examples: { a: { serializedValue: '<n><id>x</id></n>' } } },
        },
      }),
      `/components/mediaTypes/Note/examples/a/serializedValue "id": ${found}`,
    ],
  ])('%s', (_what, document, line) => {
    const lines = findDefects(contractOf(document)).map(
      ({ pointer, problem }) => `${pointer} ${problem}`,
    );
    expect(lines).toEqual([line]);
  });

  test.each<[what: string, document: object]>([
    [
      'of a parameter with its name in it',
      {
        paths: {
          '/a': {
            get: {
              parameters: [
                {
                  name: 'flag',
                  in: 'query',
                  schema: { type: 'boolean' },
                  examples: { a: { serializedValue: 'flag=true' } },
                },
              ],
            },
          },
        },
      },
    ],
    [
      'in a format that is not read',
      respond({ schema: Note, examples: { a: { serializedValue: 'id=1' } } }, 'application/x-id'),
    ],
  ])('but not a text %s', (_what, document) => {
    expect(findDefects(contractOf(document))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { findDefects } from '../../../src/contract/defects/find-defects.ts';
import { contractOf } from '../../support/test-contract.ts';
import { mockOf } from '../../support/test-mock.ts';

const thing = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer', minimum: 1, maximum: 9 }, name: { type: 'string' } },
  xml: { name: 'thing' },
};
const ask = mockOf({
  paths: {
    '/things': {
      get: {
        responses: {
          404: { content: { 'application/json': { examples: { gone: { value: { id: 4 } } } } } },
          200: {
            headers: {
              'X-Total': { schema: { type: 'integer', example: 3 } },
              'X-Cached': { schema: { type: 'boolean' } },
            },
            content: {
              'application/json': {
                schema: thing,
                examples: { one: { value: { id: 1 } }, two: { value: { id: 2 } } },
              },
              'application/xml': { schema: thing, examples: { one: { value: { id: 1 } } } },
            },
          },
          '5XX': { content: { 'application/json': { example: 'down' } } },
        },
      },
      delete: { responses: { 204: { description: 'Deleted.' } } },
      put: { responses: { 200: { content: { 'application/json': { schema: thing } } } } },
      patch: {
        responses: {
          200: {
            content: { '*/*': { examples: { one: { value: { id: 1 } }, text: { value: 'a' } } } },
          },
        },
      },
      options: {
        responses: {
          200: { description: 'Nothing.' },
          default: { content: { 'text/plain': { example: 'a' } } },
        },
      },
    },
  },
});

async function answer(headers: Record<string, string> = {}, method = 'GET', query = '') {
  const response = await ask(`/things${query}`, { method, headers });
  const text = await response.text();
  const type = response.headers.get('content-type');
  return { status: response.status, type, body: type?.includes('json') ? JSON.parse(text) : text };
}

const json = 'application/json';
/** Formats that are not checked are common in the files of others. */
const REPORT = { brokenAnswers: 'report' } as const;

describe('negotiation', () => {
  test('gives the first example of the lowest success', async () => {
    expect(await answer()).toEqual({ status: 200, type: json, body: { id: 1 } });
  });

  test('gives the headers of the response', async () => {
    const { headers } = await ask('/things');
    expect(headers.get('x-total')).toBe('3');
  });

  test('leaves out a header whose value Prism cannot make up', async () => {
    expect((await ask('/things')).headers.get('x-cached')).toBeNull();
  });

  test('makes a value from the schema where there is no example', async () => {
    const { body } = await answer({}, 'PUT');
    expect(body).toEqual({ id: expect.any(Number), name: expect.any(String) });
  });

  test('gives neither body nor media type where the contract declares none', async () => {
    expect(await answer({}, 'DELETE')).toEqual({ status: 204, type: null, body: '' });
    expect(await answer({}, 'OPTIONS')).toEqual({ status: 200, type: null, body: '' });
  });

  test('names JSON or text where the contract declares any media type', async () => {
    expect(await answer({}, 'PATCH')).toEqual({ status: 200, type: json, body: { id: 1 } });
    const prefer = 'example=text';
    expect(await answer({ prefer }, 'PATCH')).toEqual({
      status: 200,
      type: 'text/plain',
      body: 'a',
    });
  });
});

describe('a schema that Prism takes for too complex', () => {
  /** Each schema has ten members of the next one. */
  const schemas = Object.fromEntries(
    ['A', 'B', 'C', 'D', 'E'].map((name, index, names) => {
      const next = names[index + 1];
      const member = next === undefined ? {} : { $ref: `#/components/schemas/${next}` };
      const members = Array.from({ length: 10 }, (_, key) => [`m${key}`, member]);
      const properties = Object.fromEntries([['id', { type: 'integer' }], ...members]);
      return [name, { type: 'object', required: ['id'], properties }];
    }),
  );
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/A' } } };
  const responses = { 200: { description: 'D', content } };

  test('is answered with what it requires', async () => {
    const ask = mockOf({ paths: { '/a': { get: { responses } } }, components: { schemas } });
    const reply = await ask('/a');
    expect([reply.status, reply.headers.get('x-mock-violations')]).toEqual([200, null]);
    expect(await reply.json()).toMatchObject({ id: 0, m0: { id: 0 } });
  });
});

describe('Prefer', () => {
  test.each([
    ['example=two', 200, { id: 2 }],
    ['code=200', 200, { id: 1 }],
    ['code=404', 404, { id: 4 }],
    ['code=404, example=gone', 404, { id: 4 }],
    ['code=503', 503, 'down'],
  ])('%s is answered with %d and %j', async (prefer, status, body) => {
    expect(await answer({ prefer })).toEqual({ status, type: json, body });
  });

  test.each([
    ['?__example=two', 200, { id: 2 }],
    ['?__code=404&__example=gone', 404, { id: 4 }],
  ])('may stand in the query: %s', async (query, status, body) => {
    expect(await answer({}, 'GET', query)).toEqual({ status, type: json, body });
  });

  test('dynamic=true makes a value from the schema in place of the example', async () => {
    const seen = await answer({ prefer: 'dynamic=true, seed=1' });
    expect(seen.body.id).toBeGreaterThanOrEqual(1);
    expect(seen.body.id).toBeLessThanOrEqual(9);
    expect(seen.body).not.toEqual({ id: 1 });
  });

  test('seed makes generated values repeatable', async () => {
    const [first, again, other] = [
      await answer({ prefer: 'dynamic=true, seed=a' }),
      await answer({ prefer: 'dynamic=true, seed=a' }),
      await answer({ prefer: 'dynamic=true, seed=b' }),
    ];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test.each([
    ['code=418', 'Requested status code 418 is not defined in the document. Known: 200, 404, 5XX.'],
    ['example=three', 'Known: one (200), two (200), gone (404), default (5XX).'],
    ['code=404, example=two', 'Known: gone (404).'],
  ])('%s is a 404 that lists what is known', async (prefer, detail) => {
    const { status, type, body } = await answer({ prefer });
    expect([status, type]).toEqual([404, 'application/problem+json']);
    expect(body.type).toBe('https://stoplight.io/prism/errors#NOT_FOUND');
    expect(body.detail).toContain(detail);
  });

  test('of an example says so where there is none at all', async () => {
    const { body } = await answer({ prefer: 'example=a' }, 'PUT');
    expect(body.detail).toContain('Known: none.');
  });

  test('of a status without a body overrides a default response that has one', async () => {
    const { status, body } = await answer({ prefer: 'code=204' }, 'OPTIONS');
    expect([status, body]).toEqual([204, '']);
  });
});

describe('Accept', () => {
  const xml = '<?xml version="1.0" encoding="UTF-8"?>\n<thing><id>1</id></thing>';

  test.each([
    ['application/xml', 'application/xml'],
    ['application/json;q=0.1, application/xml;q=0.9', 'application/xml'],
    ['application/xml;q=0.1, application/json', json],
    ['application/*', json],
    ['text/html, */*;q=0.8', json],
    ['application/json; charset=utf-8', json],
    ['nonsense', json],
    ['*; q=.2', json],
    ['', json],
  ])('%j is answered with %s', async (accept, type) => {
    const seen = await answer({ accept });
    expect([seen.status, seen.type]).toEqual([200, type]);
    expect(seen.body).toEqual(type === json ? { id: 1 } : expect.stringContaining(xml));
  });

  test.each([{}, { prefer: 'code=404' }])('that nothing fits is a 406 with %j', async (prefer) => {
    const response = await ask('/things', { headers: { accept: 'image/png', ...prefer } });
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({
      type: 'https://stoplight.io/prism/errors#NOT_ACCEPTABLE',
      detail: 'Unable to find content for image/png',
    });
    expect(JSON.parse(response.headers.get('x-mock-violations') ?? '')).toEqual([
      {
        in: 'header',
        pointer: '/accept',
        keyword: 'mediaType',
        expected: 'application/json or application/xml',
        found: 'image/png',
      },
    ]);
  });
});

describe('an example of JSON that is text', () => {
  test.each<[schema: object, example: string, sent: string]>([
    [{ type: 'object' }, '{ "a": 1 }', '{"a":1}'],
    [{ type: 'array' }, '[1]', '[1]'],
    [{ type: 'integer' }, '5', '5'],
    [{ type: 'string' }, '{ "a": 1 }', '"{ \\"a\\": 1 }"'],
    [{ type: ['object', 'string'] }, '{}', '"{}"'],
    [{}, '{}', '"{}"'],
    [{ type: 'object' }, '{ a }', '"{ a }"'],
  ])('by the schema %j: %j is sent as %s', async (schema, example, sent) => {
    const content = { [json]: { schema, example } };
    const paths = { '/a': { get: { responses: { 200: { content } } } } };
    const response = await mockOf({ paths }, { brokenAnswers: 'report' })('/a');
    expect(await response.text()).toBe(sent);
  });

  test('is checked as JSON before it is served', () => {
    const defectsOf = (example: string) => {
      const content = { [json]: { schema: { type: 'object', required: ['a'] }, example } };
      const paths = { '/a': { get: { responses: { 200: { content } } } } };
      return findDefects(contractOf({ paths })).map(({ problem }) => problem);
    };
    expect(defectsOf('{ "a": 1 }')).toEqual([]);
    expect(defectsOf('{ "b": 1 }')).toEqual(['"a": expected a value, got nothing']);
    expect(defectsOf('{ a }')).toEqual(['expected object, got string "{ a }"']);
  });
});

test('a declared HEAD names a type of its range', async () => {
  const responses = { 200: { content: { '*/*': { example: 'a' } } } };
  const { headers } = await mockOf({ paths: { '/a': { head: { responses } } } })('/a', {
    method: 'HEAD',
  });
  expect(headers.get('content-type')).toBe(json);
});

describe('a declared range', () => {
  test.each<[range: string, accept: string | undefined, example: unknown, type: string]>([
    ['*/*', undefined, { a: 1 }, json],
    ['*/*', 'application/json', { a: 1 }, json],
    ['*/*', 'application/vnd.api+json', { a: 1 }, 'application/vnd.api+json'],
    ['*/*', 'text/csv', 'a,b', 'text/csv'],
    ['*/*', 'text/html, application/xhtml+xml, */*;q=0.8', { a: 1 }, json],
    ['*/*', 'text/csv;q=0.1, text/html', 'a', 'text/html'],
    ['*/*', '*/*', 'a', 'text/plain'],
    ['*', undefined, { a: 1 }, json],
    ['*', 'text/csv', 'a,b', 'text/csv'],
    ['application/*', 'application/json', { a: 1 }, json],
    ['application/*+json', 'application/problem+json', { a: 1 }, 'application/problem+json'],
    ['application/*+json', undefined, { a: 1 }, json],
    ['image/*', 'image/gif', 'GIF', 'image/gif'],
    ['image/*', 'image/*', 'PNG', 'image/png'],
    ['image/*', undefined, 'PNG', 'image/png'],
    ['text/*', 'text/html', '<p>', 'text/html'],
  ])('%s is narrowed by Accept: %s for %j', async (range, accept, example, type) => {
    const content = { [range]: { example } };
    const of = mockOf({ paths: { '/a': { get: { responses: { 200: { content } } } } } });
    const { status, headers } = await of('/a', { headers: accept === undefined ? {} : { accept } });
    expect([status, headers.get('content-type')]).toEqual([200, type]);
    expect(headers.get('x-mock-violations')).toBeNull();
  });
});

describe('an example that only the second media type has', () => {
  const content = {
    [json]: { examples: { one: { value: { id: 1 } } } },
    'text/plain': { examples: { word: { value: 'a' } } },
  };
  const word = (accept: Record<string, string>) =>
    mockOf({ paths: { '/a': { get: { responses: { 200: { content } } } } } })('/a', {
      headers: { prefer: 'example=word', ...accept },
    });

  test.each([{}, { accept: '*/*' }])('is found with %j', async (accept) => {
    const response = await word(accept);
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect(await response.text()).toBe('a');
  });

  test('is unknown where another media type is asked for', async () => {
    expect(await (await word({ accept: json })).text()).toContain('word (200)');
  });
});

test('an operation beside the reference of its path item answers with its own example', async () => {
  const answer = (example: string) => ({
    responses: { 200: { content: { 'application/json': { example } } } },
  });
  const askItem = mockOf({
    paths: { '/a': { $ref: '#/components/pathItems/A', put: answer('own') } },
    components: { pathItems: { A: { get: answer('shared'), put: answer('other') } } },
  });
  const answers = ['GET', 'PUT'].map(async (method) => (await askItem('/a', { method })).json());
  expect(await Promise.all(answers)).toEqual(['shared', 'own']);
});

test('a reference leads to another operation of the same path', async () => {
  const shared = { $ref: '#/paths/~1things~1%7Bid%7D/get/responses/200' };
  const content = { [json]: { example: { id: 1 } } };
  const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
  const askItem = mockOf({
    paths: {
      '/things/{id}': {
        parameters,
        get: { responses: { 200: { content } } },
        put: { responses: { 201: shared } },
      },
    },
  });
  const response = await askItem('/things/1', { method: 'PUT' });
  expect([response.status, await response.json()]).toEqual([201, { id: 1 }]);
});

test.each([{ format: 'idn-email' }, { 'x-unchecked-format': 'idn-email' }])(
  'an answer made from a schema has the form of a format that is not checked: %j',
  async (format) => {
    const content = { 'application/json': { schema: { type: 'string', ...format } } };
    const askText = mockOf(
      { paths: { '/a': { get: { responses: { 200: { content } } } } } },
      REPORT,
    );
    expect(await (await askText('/a')).json()).toMatch(/^[^@]+@[^@]+\.[^@]+$/);
  },
);

import { describe, expect, test } from 'vitest';
import { findDefects } from '../../../../src/contract/defects/find-defects.ts';
import { loadContract } from '../../../../src/contract/load/load-contract.ts';
import type { Contract } from '../../../../src/contract/model/contract.ts';
import { createMock } from '../../../../src/mock/create-mock.ts';
import { writeFiles } from '../../../support/write-files.ts';

const V21 = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const V20 = 'https://schema.getpostman.com/json/collection/v2.0.0/collection.json';

async function load(item: readonly object[], more: object = {}, schema = V21): Promise<Contract> {
  const collection = { info: { name: 'Users', schema }, item, ...more };
  await using written = await writeFiles({ 'collection.json': JSON.stringify(collection) });
  return await loadContract(written.files[0] ?? '');
}

/** Asks a mock of a collection, as `prism mock` serves it. */
async function ask(
  item: readonly object[],
  request: string,
  init: RequestInit = {},
  more: object = {},
): Promise<{ status: number; type: string | null; text: string }> {
  const contract = await load(item, more);
  const mock = createMock({ apis: [{ name: 'test', mount: '', contract }] });
  const [method = '', path = ''] = request.split(' ');
  const response = await mock.fetch(new Request(`http://mock.test${path}`, { ...init, method }));
  const type = response.headers.get('content-type');
  return { status: response.status, type, text: await response.text() };
}

const json = (name: string, body: unknown, code = 200) => ({
  name,
  code,
  header: [{ key: 'Content-Type', value: 'application/json' }],
  body: JSON.stringify(body),
});
const get = (url: unknown, more: object = {}) => ({ method: 'GET', url, ...more });
const post = (body: object, header?: object[]) => ({
  method: 'POST',
  url: '{{base}}/users',
  body,
  header,
});

describe('the requests of a collection are operations', () => {
  test.each<[what: string, url: unknown, path: string]>([
    ['a text', 'https://a.test/v1/users/:id?page=1', '/v1/users/{id}'],
    ['parts', { host: ['{{base}}'], path: ['users', ':id'] }, '/users/{id}'],
    ['a path in one text', { host: '{{base}}', path: 'users/:id' }, '/users/{id}'],
    ['segments that are objects', { path: [{ type: 'string', value: 'users' }] }, '/users'],
    ['a variable with a value', '{{base}}/{{area}}/users', '/north/users'],
    ['a variable without a value', '{{base}}/users/{{user id}}', '/users/{user id}'],
    ['nothing but a host', '{{base}}', '/'],
  ])('with %s as URL', async (_what, url, path) => {
    const variable = [{ key: 'area', value: 'north' }];
    const { operations, title } = await load([{ name: 'Get', request: get(url) }], { variable });
    expect(operations).toMatchObject([{ method: 'get', path, summary: 'Get' }]);
    expect(title).toBe('Users');
  });

  test('in folders too, and of any method', async () => {
    const item = [
      { name: 'A', item: [{ name: 'B', item: [{ name: 'C', request: '{{base}}/c' }] }] },
      { name: 'D', request: { method: 'COPY', url: '{{base}}/d' } },
    ];
    const { operations } = await load(item);
    expect(operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'get /c',
      'copy /d',
    ]);
  });

  test('and two requests for one of them are one operation', async () => {
    const item = [
      { request: get('{{base}}/a?x=1&y=1'), response: [json('One', 1)] },
      { request: get('{{base}}/a?x=2'), response: [json('Two', 2), json('No', {}, 404)] },
    ];
    const { operations } = await load(item);
    expect(operations).toMatchObject([
      {
        parameters: [
          { name: 'x', required: true },
          { name: 'y', required: false },
        ],
        responses: [
          { status: '200', content: [{ examples: [{ key: 'One' }, { key: 'Two' }] }] },
          { status: '404' },
        ],
      },
    ]);
  });

  test('whose switched-off parts are not asked for', async () => {
    const off = { disabled: true };
    const url = {
      host: ['{{base}}'],
      path: ['a'],
      query: [
        { key: 'x', value: '1', ...off },
        { key: 'y', value: '2' },
      ],
    };
    const header = [
      { key: 'X-A', value: '1', ...off },
      { key: 'X-B', value: '2' },
      { key: 'Host', value: 'h' },
    ];
    const { operations } = await load([{ request: get(url, { header }) }]);
    expect(operations[0]?.parameters.map(({ in: place, name }) => `${place} ${name}`)).toEqual([
      'query y',
      'header x-b',
    ]);
  });

  test('and a query name that comes twice is a list', async () => {
    const item = [{ request: get('{{base}}/a?x=1&x=2'), response: [json('A', 1)] }];
    expect((await ask(item, 'GET /a?x=3')).status).toBe(200);
    expect((await ask(item, 'GET /a?x=3&x=4')).status).toBe(200);
    expect((await ask(item, 'GET /a')).status).toBe(422);
  });
});

describe('saved responses are answers', () => {
  test('with all digits of their numbers', async () => {
    const body = '{"id":12345678901234567890,"price":1.10}';
    const saved = [
      { ...json('A', 1), body },
      { ...json('B', 1), header: [], body: '{' },
    ];
    const item = [{ request: get('https://a.test/a'), response: saved }];
    expect((await ask(item, 'GET /a')).text).toContain('12345678901234567890');
  });

  test.each([
    '{"__proto__":1}',
    '{"__proto__":{"a":{"b":1}},"c":2}',
    String.raw`{"\u005f_proto__":[1]}`,
  ])('and %s changes no other object', async (body) => {
    const message = { mode: 'raw', raw: body, options: { raw: { language: 'json' } } };
    const saved = { ...json('__proto__', 1), body };
    const item = [{ request: { ...post(message), url: 'https://a.test/a' }, response: [saved] }];
    const before = Reflect.ownKeys(Object.prototype);
    const { status, text } = await ask(item, 'POST /a', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
    expect([status, text]).toEqual([200, body.replace(String.raw`\u005f`, '_')]);
  });

  const item = [
    {
      request: get('{{base}}/users/:id'),
      response: [
        json('Ada', { id: 1, name: 'Ada' }),
        json('Bob', { id: 2, name: null }),
        json('Unknown user', { error: 'none' }, 404),
        {
          name: 'Text',
          code: 200,
          header: [{ key: 'Content-Type', value: 'text/plain' }],
          body: 'Ada',
        },
      ],
    },
  ];

  test.each<[prefer: string, accept: string, status: number, text: string]>([
    ['', '*/*', 200, '{"id":1,"name":"Ada"}'],
    ['example=Bob', '*/*', 200, '{"id":2,"name":null}'],
    ['code=404', '*/*', 404, '{"error":"none"}'],
    ['example="Unknown user", code=404', '*/*', 404, '{"error":"none"}'],
    ['', 'text/plain', 200, 'Ada'],
  ])('for Prefer: %s and Accept: %s', async (prefer, accept, status, text) => {
    const headers = { accept, ...(prefer !== '' && { prefer }) };
    expect(await ask(item, 'GET /users/1', { headers })).toMatchObject({ status, text });
  });

  test('that keep the schema derived from them', async () => {
    expect(findDefects(await load(item))).toEqual([]);
    const answer = await ask(item, 'GET /users/1', { headers: { prefer: 'dynamic=true' } });
    expect(Object.keys(JSON.parse(answer.text))).not.toEqual([]);
  });

  test.each([
    ['by the language of the editor', '<a/>', 'xml', 'application/xml'],
    ['by its text', '{"a":1}', undefined, 'application/json'],
    ['as text', 'a', undefined, 'text/plain'],
  ])('whose media type is told %s', async (_what, body, language, type) => {
    const response = [
      { name: 'A', code: 200, header: null, body, _postman_previewlanguage: language },
    ];
    const answer = await ask([{ request: '{{base}}/a', response }], 'GET /a');
    expect(answer).toEqual({ status: 200, type, text: body });
  });

  test('beside the description of a field', async () => {
    const urlencoded = [
      { key: 'a', value: '1', description: 'First.' },
      { key: 'b', value: '2' },
    ];
    expect(
      findDefects(await load([{ request: post({ mode: 'urlencoded', urlencoded }) }])),
    ).toEqual([]);
  });

  test('with a name of their own where two have one', async () => {
    const response = [json('A', 1), json('A', 2), json('', 3)];
    const { operations } = await load([{ request: '{{base}}/a', response }]);
    expect(operations[0]?.responses[0]?.content[0]?.examples).toMatchObject([
      { key: 'A', value: 1 },
      { key: 'A 2', value: 2 },
      { key: 'example', value: 3 },
    ]);
  });
});

describe('a body is checked by the schema of its example', () => {
  const raw = JSON.stringify({ name: 'Ada', age: 36, nick: null });
  const header = [{ key: 'Content-Type', value: 'application/json' }];
  const response = [json('Made', { id: 1 }, 201)];
  const language = { options: { raw: { language: 'json' } } };
  const form = [
    { key: 'name', value: 'Ada' },
    { key: 'old', value: '1', disabled: true },
  ];

  test.each<[what: string, request: object, type: string, body: string, status: number]>([
    [
      'JSON',
      post({ mode: 'raw', raw }, header),
      'application/json',
      '{"name":"B","nick":"b"}',
      201,
    ],
    ['wrong JSON', post({ mode: 'raw', raw }, header), 'application/json', '{"age":"old"}', 422],
    [
      'JSON by the language',
      post({ mode: 'raw', raw, ...language }),
      'application/json',
      '{}',
      201,
    ],
    ['JSON by its text', post({ mode: 'raw', raw }), 'application/json', '{}', 201],
    ['text', post({ mode: 'raw', raw: 'a' }), 'text/plain', 'b', 201],
    ['another media type', post({ mode: 'raw', raw }, header), 'text/plain', 'a', 415],
    [
      'a form',
      post({ mode: 'urlencoded', urlencoded: form }),
      'application/x-www-form-urlencoded',
      'name=B',
      201,
    ],
    [
      'GraphQL',
      post({ mode: 'graphql', graphql: { query: '{ a }', variables: '{"b":1}' } }),
      'application/json',
      '{"query":"{ c }","variables":{"b":"x"}}',
      422,
    ],
  ])('%s', async (_what, request, type, body, status) => {
    const init = { body, headers: { 'content-type': type } };
    expect((await ask([{ request, response }], 'POST /users', init)).status).toBe(status);
  });
});

describe('credentials are asked for', () => {
  const item = [
    { name: 'In', request: '{{base}}/in', response: [json('A', 1)] },
    {
      name: 'Out',
      request: get('{{base}}/out', { auth: { type: 'noauth' } }),
      response: [json('A', 1)],
    },
  ];
  const apikey = (place: string) => [
    { key: 'key', value: 'x-key' },
    { key: 'in', value: place },
  ];

  test.each<[type: string, parameters: object[], target: string, authorization: string]>([
    ['basic', [], '/in', 'Basic eDp4'],
    ['bearer', [], '/in', 'Bearer x'],
    ['oauth2', [{ key: 'addTokenTo', value: 'header' }], '/in', 'Bearer x'],
    ['hawk', [], '/in', 'Hawk id="x"'],
    ['ntlm', [], '/in', 'NTLM x'],
    ['oauth1', [{ key: 'addParamsToHeader', value: true }], '/in', 'OAuth realm="x"'],
    ['edgegrid', [], '/in', 'EG1-HMAC-SHA256 x'],
    ['apikey', apikey('query'), '/in?x-key=1', ''],
  ])('for %s', async (type, parameters, target, authorization) => {
    const more = { auth: { type, [type]: parameters } };
    const headers = { authorization };
    expect((await ask(item, `GET ${target}`, { headers }, more)).status).toBe(200);
    expect((await ask(item, 'GET /in', {}, more)).status).toBe(401);
    expect((await ask(item, 'GET /out', {}, more)).status).toBe(200);
  });

  test('as v2.0 writes them', async () => {
    const { operations } = await load(
      item,
      { auth: { type: 'apikey', apikey: { key: 'x-key', in: 'header' } } },
      V20,
    );
    expect(operations[0]?.security).toMatchObject([
      [{ type: 'apiKey', in: 'header', parameter: 'x-key' }],
    ]);
  });
});

test('a collection may be in what the API of Postman answers', async () => {
  const collection = { info: { name: 'Users' }, item: [{ request: '{{base}}/a' }] };
  await using written = await writeFiles({ 'a.json': JSON.stringify({ collection }) });
  const { title, operations } = await loadContract(written.files[0] ?? '');
  expect([title, operations.length]).toEqual(['Users', 1]);
});

test('a collection that cannot be read is refused with its place', async () => {
  const broken = { info: { name: 'A' }, item: [{ request: { url: { path: 5 } } }] };
  await using written = await writeFiles({ 'a.json': JSON.stringify(broken) });
  await expect(loadContract(written.files[0] ?? '')).rejects.toThrow('a.json: cannot be read');
});

test('a collection of version 1 is refused with what to do', async () => {
  const old = { id: '1', name: 'Old', order: [], requests: [] };
  await using written = await writeFiles({ 'old.json': JSON.stringify(old) });
  await expect(loadContract(written.files[0] ?? '')).rejects.toThrow(
    'found a Postman collection of version 1, which Postman exports as v2.1.',
  );
});

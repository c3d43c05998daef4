import { describe, expect, test } from 'vitest';
import {
  type CallFacts,
  createConnection,
  type FieldStyle,
  type Route,
  writeFields,
  writeForm,
  writeMultipart,
  writeStyledPath,
  writeText,
} from '../../src/client/index.ts';
import { createEcho } from './echo.ts';

const ROUTE: Route = { name: 'send', method: 'post', path: '/things', answers: { 200: 'json' } };

/** Sends a request; returns what left the client. */
async function send(route: Partial<Route>, input: object = {}, options: object = {}) {
  const { sent, fetch } = createEcho();
  const client = createConnection({ baseUrl: 'http://a.test/', fetch, ...options });
  const outcome = await client.send({ ...ROUTE, ...route }, input);
  if (!outcome.ok) throw outcome.error;
  const [request] = sent;
  if (request === undefined) throw new Error('expected a request, found none');
  return request;
}

describe('the path', () => {
  test.each([
    ['/a/{id}', { id: 'x y/z' }, '/a/x%20y%2Fz'],
    ['/a/{id}', { id: ['x', 'y'] }, '/a/x,y'],
    ['/a/{user.name}/{b}', { 'user.name': 1, b: false }, '/a/1/false'],
    ["/it's", undefined, "/it's"],
  ])('%s with %j is %s', async (path, values, written) => {
    expect((await send({ path }, { path: values })).url).toBe(`http://a.test${written}`);
  });

  test.each([
    ['/{.id}', { id: 5 }, '/.5'],
    ['/{.id}', { id: [3, 4] }, '/.3,4'],
    ['/{.id*}', { id: [3, 4] }, '/.3.4'],
    ['/{.id*}', { id: { a: 1, b: 2 } }, '/.a=1.b=2'],
    ['/{;id}', { id: 5 }, '/;id=5'],
    ['/{;id}', { id: [3, 4] }, '/;id=3,4'],
    ['/{;id*}', { id: [3, 4] }, '/;id=3;id=4'],
    ['/{;id}', { id: { a: 1, b: 2 } }, '/;id=a,1,b,2'],
    ['/{;id*}', { id: { a: 1, b: 2 } }, '/;a=1;b=2'],
    ['/{id}', { id: { a: 1, b: 2 } }, '/a,1,b,2'],
    ['/{id*}', { id: { a: 1, b: 2 } }, '/a=1,b=2'],
  ])(
    '%s with %j is %s, https://spec.openapis.org/oas/v3.1.1#style-examples',
    async (path, values, written) => {
      const template = { path, write: writeStyledPath };
      expect((await send({ template }, { path: values })).url).toBe(`http://a.test${written}`);
    },
  );
});

describe('the query', () => {
  test.each([
    [{ a: 'x y&z', b: 1, c: true }, 'a=x%20y%26z&b=1&c=true'],
    [{ a: ['x', 'y'], b: [] }, 'a=x&a=y'],
    [{ a: undefined, b: null, c: '' }, 'c='],
    [{}, ''],
  ])('%j is "%s"', async (query, written) => {
    expect(new URL((await send({}, { query })).url).search.slice(1)).toBe(written);
  });

  test.each<[FieldStyle | undefined, unknown, string]>([
    [undefined, { x: 1, y: 'b' }, 'x=1&y=b'],
    ['comma', ['x', 'y z'], 'a=x,y%20z'],
    ['space', ['x', 'y'], 'a=x%20y'],
    ['pipe', ['x', 'y'], 'a=x%7Cy'],
    ['comma', { x: 1, y: 2 }, 'a=x,1,y,2'],
    ['comma', [], ''],
    ['deep', { x: { y: 1 } }, 'a%5Bx%5D%5By%5D=1'],
    ['json', { x: 1 }, 'a=%7B%22x%22%3A1%7D'],
  ])('in the style %s of %j is "%s"', async (style, a, written) => {
    const query = { write: writeFields, styles: style ? { a: style } : {} };
    expect(new URL((await send({ query }, { query: { a } })).url).search.slice(1)).toBe(written);
  });
});

describe('headers', () => {
  test('of a call go before those of the client, and null removes one', async () => {
    const { headers } = await send(
      {},
      { headers: { a: 'call', b: null, c: undefined, d: [1, 2] }, body: {} },
      { headers: { a: 'client', b: 'client', c: 'client' } },
    );
    expect(headers).toEqual({
      a: 'call',
      c: 'client',
      'content-type': 'application/json',
      d: '1,2',
    });
  });

  test('have cookies in one line', async () => {
    expect((await send({}, { cookies: { a: 1, b: 'x y' } })).headers.cookie).toBe('a=1; b=x%20y');
  });
});

describe('the body', () => {
  test.each([
    ['JSON', {}, { a: 1 }, '{"a":1}', 'application/json'],
    ['a JSON text', {}, 'a', '"a"', 'application/json'],
    ['false', {}, false, 'false', 'application/json'],
    [
      'a patch',
      { type: 'application/merge-patch+json' },
      { a: null },
      '{"a":null}',
      'application/merge-patch+json',
    ],
    [
      'a form',
      { type: 'application/x-www-form-urlencoded', write: writeForm },
      { a: 'x y', b: [1, 2], c: { d: 1 } },
      'a=x%20y&b=1&b=2&c=%7B%22d%22%3A1%7D',
      'application/x-www-form-urlencoded',
    ],
    [
      'a form with styles',
      { type: 'application/x-www-form-urlencoded', write: writeForm, styles: { b: 'comma' } },
      { b: [1, 2] },
      'b=1,2',
      'application/x-www-form-urlencoded',
    ],
    ['a text', { type: 'text/plain', write: writeText }, 'abc', 'abc', 'text/plain'],
    ['a number as text', { type: 'text/plain', write: writeText }, 5, '5', 'text/plain'],
    [
      'bytes',
      { type: 'application/octet-stream', write: writeText },
      new Uint8Array([97]),
      'a',
      'application/octet-stream',
    ],
    [
      'a stream',
      { type: 'application/octet-stream', write: writeText },
      new Blob(['s']).stream(),
      's',
      'application/octet-stream',
    ],
  ] as const)('is sent as %s', async (_, format, body, text, type) => {
    const sent = await send({ body: format }, { body });
    expect([sent.body, sent.headers['content-type']]).toEqual([text, type]);
  });

  test('is sent in parts, files as they are', async () => {
    const body = {
      text: 'a',
      list: [1, 2],
      object: { b: 1 },
      file: new File(['f'], 'f.txt'),
      none: undefined,
    };
    const { body: text, headers } = await send({ body: { write: writeMultipart } }, { body });
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    const names = [...text.matchAll(/name="(\w+)"(?:; filename="([^"]+)")?/g)];
    expect(names.map(([, name, file]) => [name, file])).toEqual([
      ['text', undefined],
      ['list', undefined],
      ['list', undefined],
      ['object', 'blob'],
      ['file', 'f.txt'],
    ]);
  });

  test('is no object where it is a text', async () => {
    const sent = send({ body: { type: 'application/xml', write: writeText } }, { body: { a: 1 } });
    await expect(sent).rejects.toThrow('body: expected text or bytes, found an object.');
  });

  test('is written by the caller where he wants to', async () => {
    const bodySerializer = () => '<a/>';
    expect(
      (
        await send(
          { body: { type: 'application/xml', write: writeText } },
          { body: { a: 1 }, bodySerializer },
        )
      ).body,
    ).toBe('<a/>');
  });

  test('is absent without one', async () => {
    const { body, headers } = await send({});
    expect([body, headers]).toEqual(['', {}]);
  });
});

test('middleware stands in order around the server, and may answer itself', async () => {
  const order: string[] = [];
  const note =
    (name: string) =>
    async (request: Request, next: (sent: Request) => Promise<Response>, call: CallFacts) => {
      order.push(`${name} ${call.operation} ${call.attempt}`);
      const response = await next(request);
      order.push(`${name} ${response.status}`);
      return response;
    };
  await send({}, {}, { middleware: [note('outer'), note('inner')] });
  expect(order).toEqual(['outer send 1', 'inner send 1', 'inner 200', 'outer 200']);
  const answered = createConnection({
    baseUrl: 'http://a.test',
    fetch: () => Promise.reject(new Error('sent')),
    middleware: [() => Response.json(7)],
  });
  expect(await answered.send(ROUTE)).toMatchObject({ ok: true, data: 7 });
});

describe('a request that cannot be written is not sent', () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  test.each<[what: string, route: Partial<Route>, input: object, text: string]>([
    ['with a path of "."', { path: '/a/{id}' }, { path: { id: '.' } }, 'expected a value, found "'],
    [
      'with a path of ".."',
      { path: '/a/{id}/b' },
      { path: { id: '..' } },
      'expected a value, found "',
    ],
    [
      'with a label of "."',
      { template: { path: '/a/{.id}', write: writeStyledPath } },
      { path: { id: '.' } },
      'expected a value, found "',
    ],
    ['without a path', { path: '/{toString}' }, { path: {} }, '"toString": expected a value'],
    ['with half a character', { path: '/{id}' }, { path: { id: '\ud800' } }, 'URI malformed'],
    ['with a circular body', {}, { body: circular }, 'circular structure'],
    ['with a body of a large integer', {}, { body: 1n }, 'BigInt'],
    ['with a body of a GET', { method: 'get' }, { body: {} }, 'URL or settings cannot be sent'],
    [
      'with a body that the caller cannot write',
      {},
      {
        body: {},
        bodySerializer: () => {
          throw new Error('no writer');
        },
      },
      'no writer',
    ],
  ])('%s', async (_, route, input, text) => {
    const { sent, fetch } = createEcho();
    const client = createConnection({ baseUrl: 'http://a.test', fetch });
    expect(await client.send({ ...ROUTE, ...route }, input)).toMatchObject({
      ok: false,
      status: undefined,
      error: {
        name: 'RequestError',
        issues: [],
        message: expect.stringContaining(text),
        cause: expect.any(Error),
      },
    });
    expect(sent).toEqual([]);
  });
});

describe('dots in a path that lead nowhere else stay', () => {
  test.each(['...', '.a', 'a..', 'a.b', '%2e%2e', '../a'])('%s', async (id) => {
    const { url } = await send({ path: '/a/{id}/b' }, { path: { id } });
    expect(new URL(url).pathname.split('/')).toEqual(['', 'a', encodeURIComponent(id), 'b']);
  });
});

describe('the content type', () => {
  test.each<[what: string, input: object, type: string | undefined]>([
    ['is that of the contract', { body: {} }, 'application/json'],
    ['is that of the call', { body: {}, headers: { 'Content-Type': 'a/b' } }, 'a/b'],
    [
      'is that of fetch without one',
      { body: 'a', headers: { 'content-type': null } },
      'text/plain;charset=UTF-8',
    ],
    ['is there for null', { body: null }, 'application/json'],
    ['is absent without a body', { body: undefined }, undefined],
  ])('%s', async (_, input, type) => {
    expect((await send({}, input)).headers['content-type']).toBe(type);
  });

  test('of the client stands before that of the contract', async () => {
    const sent = await send({}, { body: {} }, { headers: { 'content-type': 'a/b' } });
    expect(sent.headers['content-type']).toBe('a/b');
  });
});

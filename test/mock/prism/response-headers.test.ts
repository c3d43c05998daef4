import { describe, expect, test } from 'vitest';
import { createMock } from '../../../src/mock/create-mock.ts';
import { contractOf } from '../../support/test-contract.ts';
import { mockOf } from '../../support/test-mock.ts';

/** Document whose only operation answers with the given headers. */
function withHeaders(headers: object, content: object = {}): object {
  return {
    paths: { '/a': { get: { responses: { 200: { description: 'A.', headers, content } } } } },
  };
}

/** Headers of the answer of a mock whose only operation declares them. */
async function answerHeaders(headers: object): Promise<Headers> {
  const ask = mockOf(withHeaders(headers), { brokenAnswers: 'report' });
  const { status, headers: sent } = await ask('/a');
  expect(status).toBe(200);
  return sent;
}

const text = { type: 'string' };
const required = true;

describe('a documented header', () => {
  test.each<[fact: string, header: object, sent: string]>([
    ['number', { required, schema: { type: 'integer' }, example: 5 }, '5'],
    ['number that is made up', { required, schema: { type: 'integer', minimum: 7 } }, '7'],
    ['boolean', { schema: { type: 'boolean' }, example: false }, 'false'],
    ['boolean of its schema', { schema: { type: 'boolean', example: false } }, 'false'],
    ['boolean that is made up', { required, schema: { type: 'boolean' } }, 'true'],
    ['null', { required, schema: { type: ['integer', 'null'] }, example: null }, ''],
    ['list', { schema: { type: 'array', items: text }, example: ['a', 'b'] }, 'a,b'],
    [
      'list that is made up',
      { required, schema: { type: 'array', items: text, minItems: 1 } },
      'string',
    ],
    ['object', { schema: { type: 'object' }, example: { r: 1, g: 2 } }, 'r,1,g,2'],
    [
      'exploded object',
      { explode: true, schema: { type: 'object' }, example: { r: 1, g: 2 } },
      'r=1,g=2',
    ],
    ['nested object', { schema: { type: 'object' }, example: { a: { b: [1] } } }, 'a,{"b":[1]}'],
    [
      'text that looks like a list',
      { schema: { type: 'array', items: text }, example: 'a,b' },
      'a,b',
    ],
    [
      'named example',
      { schema: text, examples: { one: { value: 'x' }, two: { value: 'y' } } },
      'x',
    ],
    [
      'JSON value',
      { content: { 'application/json': { schema: { type: 'object' }, example: { a: 'é日' } } } },
      '{"a":"\\u00e9\\u65e5"}',
    ],
    ['JSON value without a schema', { content: { 'application/json': { example: [1] } } }, '[1]'],
    ['number without a schema', { example: 5 }, '5'],
    ['JSON text', { content: { 'application/json': { schema: text, example: 'a' } } }, '"a"'],
    [
      'value that is written in JSON already',
      { content: { 'application/json': { schema: { type: 'object' }, example: '{"a":1}' } } },
      '{"a":1}',
    ],
    [
      'JSON value that is made up',
      { required, content: { 'application/json': { schema: { type: 'integer' } } } },
      '0',
    ],
    [
      'text that is made by a pattern',
      { required, schema: { type: 'string', pattern: '^[a-f]{3}$' } },
      'aaa',
    ],
    [
      'number that is made by a multiple and a limit',
      { required, schema: { type: 'integer', exclusiveMinimum: 7, multipleOf: 5 } },
      '10',
    ],
    [
      'plain content',
      { content: { 'text/plain': { schema: text, examples: { a: { value: 'x' } } } } },
      'x',
    ],
  ])('with a %s is sent as text', async (_fact, header, sent) => {
    const headers = await answerHeaders({ 'X-A': header });
    expect(headers.get('x-a')).toBe(sent);
    expect(headers.get('x-mock-violations')).toBeNull();
  });

  test('that breaks its schema is reported', async () => {
    const headers = await answerHeaders({ 'X-A': { schema: { type: 'integer' }, example: true } });
    expect(headers.get('x-a')).toBe('true');
    expect(headers.get('x-mock-violations')).toContain('"pointer":"/x-a"');
  });

  test.each<[schema: object, example: unknown, cookies: string[]]>([
    [
      { type: 'array', items: text },
      ['a=1; Path=/', 'b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT'],
      ['a=1; Path=/', 'b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT'],
    ],
    [
      text,
      'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT',
      ['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT'],
    ],
    [text, 'a=1\nb=2', ['a=1', 'b=2']],
    [{ type: 'object' }, { a: '1', b: '2' }, ['a=1', 'b=2']],
  ])('Set-Cookie of %j with %j is a field per cookie', async (schema, example, cookies) => {
    const headers = await answerHeaders({ 'Set-Cookie': { required, schema, example } });
    expect(headers.getSetCookie()).toEqual(cookies);
    expect(headers.get('x-mock-violations')).toBeNull();
  });
});

describe('a field of the connection', () => {
  test.each([
    ...[
      'Content-Length',
      'CONTENT-LENGTH',
      'content-length',
      'Transfer-Encoding',
      'Content-Encoding',
    ],
    ...['Trailer', 'Connection', 'Keep-Alive', 'Upgrade', 'TE', 'Proxy-Connection'],
  ])('%s is not taken from the contract, and not missed', async (name) => {
    for (const header of [{ schema: text, example: '5' }, { schema: { type: 'integer' } }]) {
      const headers = await answerHeaders({ [name]: { required, ...header } });
      expect(headers.get(name)).toBeNull();
      expect(headers.get('x-mock-violations')).toBeNull();
    }
  });

  test('leaves the length of the body alone on a socket', async () => {
    const length = { schema: { type: 'integer' }, example: 9999 };
    const headers = {
      'Content-length': length,
      'Transfer-Encoding': { schema: text, example: 'gzip' },
    };
    const document = withHeaders(headers, { 'application/json': { example: [1] } });
    const mock = createMock({ apis: [{ name: 'a', mount: '', contract: contractOf(document) }] });
    const { url } = await mock.listen();
    const answer = await fetch(`${url}/a`);
    expect(await answer.json()).toEqual([1]);
    expect(answer.headers.get('content-length')).toBe('3');
    await mock.close();
  });
});

describe('a field that the server adds', () => {
  test('Content-Type is that of the body', async () => {
    const headers = { 'CONTENT-TYPE': { required, schema: text, example: 'text/html' } };
    const ask = mockOf(withHeaders(headers, { 'application/json': { example: 1 } }));
    expect((await ask('/a')).headers.get('content-type')).toBe('application/json');
    expect((await mockOf(withHeaders(headers))('/a')).headers.get('content-type')).toBeNull();
  });

  test.each(['Date', 'Access-Control-Allow-Origin', 'Vary'])(
    '%s is neither made up nor missed',
    async (name) => {
      const headers = await answerHeaders({ [name]: { required, schema: text } });
      expect(headers.get(name)).not.toBe('string');
      expect(headers.get('x-mock-violations')).toBeNull();
    },
  );

  test.each([
    ['Access-Control-Allow-Origin', 'https://shop.test'],
    ['Access-Control-Expose-Headers', 'ETag, Link'],
    ['Access-Control-Allow-Credentials', 'false'],
    ['Date', 'Wed, 21 Oct 2026 07:28:00 GMT'],
  ])('%s that the contract names wins', async (name, example) => {
    expect((await answerHeaders({ [name]: { schema: text, example } })).get(name)).toBe(example);
    const schema = { type: 'string', enum: [example] };
    expect((await answerHeaders({ [name]: { schema } })).get(name)).toBe(example);
  });
});

test('an operation says that it is deprecated', async () => {
  const ask = mockOf({
    paths: { '/a': { get: { deprecated: true, responses: { 200: { description: 'A.' } } } } },
  });
  expect((await ask('/a')).headers.get('deprecation')).toBe('true');
});

import { describe, expect, test } from 'vitest';
import type { HeaderFields } from '../../../src/contract/model/header-reader.ts';
import { createMock } from '../../../src/mock/create-mock.ts';
import { findUnsendable, toSendable } from '../../../src/mock/http/fields.ts';
import { contractOf } from '../../support/test-contract.ts';

describe('toSendable', () => {
  test.each<[value: string, sent: string]>([
    ['plain "text", 100%', 'plain "text", 100%'],
    ['Grüße', 'Grüße'],
    [' a\n', 'a'],
    ['日本', '%E6%97%A5%E6%9C%AC'],
    ['100% Grüße 日', '100%25 Gr%C3%BC%C3%9Fe %E6%97%A5'],
    ['%41 日', '%41 %E6%97%A5'],
    ['😀', '%F0%9F%98%80'],
    ['a\r\nSet-Cookie: b=1', 'a%0D%0ASet-Cookie: b=1'],
    ['a\0b\x7f\x85', 'a%00b%7F%C2%85'],
  ])('sends %j as %j', (value, sent) => {
    expect(toSendable({ 'X-A': value })).toEqual({ 'x-a': sent });
    expect(new Headers({ a: sent }).get('a')).toBe(sent);
  });

  test('sends URIs in ASCII', () => {
    expect(toSendable({ Location: '/café/%C3%A9?a=b' })).toEqual({
      location: '/caf%C3%A9/%C3%A9?a=b',
    });
  });

  test('sends a list as several fields', () => {
    expect(toSendable({ 'Set-Cookie': ['a=1', 'b=日'] })).toEqual({
      'set-cookie': ['a=1', 'b=%E6%97%A5'],
    });
    expect(toSendable({ 'x-a': ['a'], 'x-b': [] })).toEqual({ 'x-a': 'a' });
  });

  test.each(['Content-Length', 'transfer-encoding', 'Connection', 'Keep-Alive', 'Upgrade', 'TE'])(
    'leaves out %s',
    (name) => {
      expect(toSendable({ [name]: '1' })).toEqual({});
      expect(findUnsendable({ [name]: '1' })).toEqual([]);
    },
  );
});

describe('a field that no header can carry', () => {
  test.each<[name: string, value: unknown]>([
    ['x a', 'b'],
    ['x:a', 'b'],
    ['', 'b'],
    ['é', 'b'],
    ['x\r\n', 'b'],
    ['x-a', '\ud800'],
    ['x-a', { a: 1 }],
    ['x-a', ['b', '\udc00']],
  ])('%j with %j is left out and reported', (name, value) => {
    const headers = Object.fromEntries([[name, value]]);
    const { [name.toLowerCase()]: sent } = toSendable(headers);
    expect([sent, findUnsendable(headers).length]).toEqual([
      Array.isArray(value) ? 'b' : undefined,
      1,
    ]);
  });

  test.each([undefined, null])('nor one that is %j, of which nobody is told', (value) => {
    const headers = Object.fromEntries([['x-a', value]]);
    expect([toSendable(headers), findUnsendable(headers)]).toEqual([{}, []]);
  });
});

test('a header in Latin-1 stays readable beside a body in other letters', async () => {
  const headers = { 'X-A': { schema: { type: 'string' }, example: 'Grüße' } };
  const content = { 'application/json': { example: '日本' } };
  const responses = { 200: { description: 'A.', headers, content } };
  const mock = createMock({ contracts: [contractOf({ paths: { '/a': { get: { responses } } } })] });
  const { url } = await mock.listen();
  const answer = await fetch(`${url}/a`);
  expect([answer.headers.get('x-a'), await answer.json()]).toEqual(['Grüße', '日本']);
  await mock.close();
});

describe.each(['fetch', 'socket'])('an answer over a %s', (way) => {
  /** Answers with the headers of a handler, or of the document where there is none. */
  async function answer(headers: object, handled?: HeaderFields): Promise<Response> {
    const responses = { 200: { description: 'A.', headers } };
    const contract = contractOf({ paths: { '/a': { get: { operationId: 'a', responses } } } });
    const handlers = { a: () => ({ status: 200, headers: handled ?? {} }) };
    const behaviour = {
      epoch: '2026-01-01T00:00:00Z',
      tables: {},
      seeds: { default: () => {} },
      handlers,
    };
    const api = { name: 'a', mount: '', contract, brokenAnswers: 'report' } as const;
    const mock = createMock({ apis: [handled === undefined ? api : { ...api, behaviour }] });
    const url = way === 'fetch' ? 'http://mock.test' : (await mock.listen()).url;
    const answered = await (way === 'fetch'
      ? mock.fetch(new Request(`${url}/a`))
      : fetch(`${url}/a`));
    await mock.close();
    return answered;
  }

  test.each(['日本語', 'a\nb', 'a\0b', 'Grüße', '50 % 日'])('carries %j', async (example) => {
    const schema = { type: 'string' };
    for (const answered of [
      await answer({ 'X-A': { schema, example } }),
      await answer({}, { 'X-A': example }),
    ]) {
      expect(answered.status).toBe(200);
      expect(decodeURIComponent(answered.headers.get('x-a') ?? '')).toBe(example);
      expect(answered.headers.get('x-mock-violations')).toBeNull();
    }
  });

  test.each<[name: string, example: string]>([
    ['x a', 'b'],
    ['x-a', '\ud800'],
  ])('leaves out %j: %j and says so', async (name, example) => {
    for (const answered of [
      await answer({ [name]: { schema: { type: 'string' }, example } }),
      await answer({}, { [name]: example }),
    ]) {
      expect(answered.status).toBe(200);
      expect(answered.headers.get('x-a')).toBeNull();
      expect(JSON.parse(answered.headers.get('x-mock-violations') ?? '')).toMatchObject([
        { in: 'header', keyword: 'header', pointer: `/${name}` },
      ]);
    }
  });

  test('has the cookies of a handler one by one', async () => {
    const { headers } = await answer({}, { 'set-cookie': ['a=1', 'b=2'] });
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });
});

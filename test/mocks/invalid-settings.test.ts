import { describe, expect, test } from 'vitest';
import { loadProject } from '../../src/apis/load-project.ts';
import { createMock, type MockApi } from '../../src/mock/create-mock.ts';
import { contractOf } from '../support/test-contract.ts';

const own = await loadProject();
const example = { responses: { 200: { content: { 'application/json': { example: 1 } } } } };
const plain: MockApi = {
  name: 'plain',
  mount: '/plain',
  contract: contractOf({ paths: { '/a': { get: { operationId: 'a', ...example } } } }),
  scenarios: { file: 'scenarios.yaml', entries: { empty: { summary: 'Empty.' } } },
};
const { fetch } = createMock({ apis: [...own, plain] });

/** A request that each API would answer, and where its error format has the message. */
const APIS: readonly [api: string, path: string, wrap: (message: string) => unknown][] = [
  ['crego', '/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/', (detail) => ({ detail })],
  ['cloudreve', '/cloudreve/api/v4/share?page_size=10', (msg) => ({ code: 40001, msg })],
  [
    'craftkit',
    '/craftkit/v1/renders/0193c2c3-1111-7aaa-8bbb-000000000001/shares',
    (message) => ({ error: { code: 'invalid_request', message } }),
  ],
  [
    'zoho-writer in JSON',
    '/zoho-writer/api/private/json/share/8892000000064025?apikey=x&ticket=x',
    (message) => ({
      response: {
        uri: '/api/private/json/share/8892000000064025',
        error: { code: '1400', message },
      },
    }),
  ],
  [
    'zoho-writer in XML',
    '/zoho-writer/api/private/xml/share/8892000000064025?apikey=x&ticket=x',
    (message) => expect.stringContaining(`<message>${message}</message>`),
  ],
];

async function ask(path: string, headers: Record<string, string>) {
  const request = new Request(`http://mock.test${path}`, {
    headers: { authorization: 'Bearer x', ...headers },
  });
  const answer = await fetch(request);
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { answer, body: isJson ? JSON.parse(text) : text };
}

describe.each(APIS)('the body of %s', (_api, path, wrap) => {
  test('names an unknown scenario, the known ones and the one that was meant', async () => {
    const { body, answer } = await ask(path, { 'x-mock-scenario': 'emtpy' });
    const [{ expected }] = JSON.parse(answer.headers.get('x-mock-violations') ?? '[]');
    const known = expected.replace('one of ', '');
    expect(known.split(', ')).toEqual(expect.arrayContaining(['default', 'empty', 'many']));
    expect(body).toEqual(wrap(`Unknown scenario "emtpy". Known: ${known}. Did you mean "empty"?`));
  });

  test('names a malformed sandbox', async () => {
    const message =
      'header at /x-mock-sandbox: expected a sandbox name of 1 to 64 letters, digits, ".", "_" or "-", got string "a b".';
    expect((await ask(path, { 'x-mock-sandbox': 'a b' })).body).toEqual(wrap(message));
    const inPath = message.replace('header at /x-mock-sandbox', 'path').replace('a b', 'a%20b');
    expect((await ask(`/~a%20b${path}`, {})).body).toEqual(wrap(inPath));
  });

  test('names a malformed preference', async () => {
    const message =
      'header at /prefer/code: expected a status from 200 to 599, got string "teapot".';
    expect((await ask(path, { prefer: 'code=teapot' })).body).toEqual(wrap(message));
  });

  test.each(['example=bogus', 'code=299'])('names the preference %s', async (prefer) => {
    const [name = '', value = ''] = prefer.split('=');
    const { body, answer } = await ask(path, { prefer });
    const [violation] = JSON.parse(answer.headers.get('x-mock-violations') ?? '[]');
    expect(violation).toMatchObject({ in: 'header', pointer: `/prefer/${name}`, found: value });
    const known = violation.expected.replace('one of ', '');
    const what = name === 'code' ? 'status' : 'example';
    expect(known).not.toBe('');
    expect(body).toEqual(wrap(`Unknown ${what} "${value}". Known: ${known}.`));
  });
});

describe('the problem of an API without an error format', () => {
  test('names an unknown scenario, even where the contract declares an error', async () => {
    const { answer, body } = await ask('/plain/a', { 'x-mock-scenario': 'emtpy' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(body.detail).toBe(
      'Unknown scenario "emtpy". Known: default, empty. Did you mean "empty"?',
    );
  });

  test('names a malformed sandbox', async () => {
    const { answer, body } = await ask('/plain/a', { 'x-mock-sandbox': 'a b' });
    expect(answer.status).toBe(422);
    expect(body.detail).toMatch(/^header at \/x-mock-sandbox: expected a sandbox name .*"a b"\.$/);
    expect((await ask('/~a%20b/nowhere', {})).body.detail).toMatch(/^path: expected a sandbox/);
  });
});

test('an unknown example in the query is named where it stands', async () => {
  const path = '/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/?__example=bogus';
  const { answer } = await ask(path, {});
  expect(JSON.parse(answer.headers.get('x-mock-violations') ?? '[]')).toMatchObject([
    { in: 'query', pointer: '/__example', found: 'bogus' },
  ]);
});

test('a page of another origin can read why a sandbox is refused', async () => {
  const { answer } = await ask('/plain/a', { 'x-mock-sandbox': 'a b', origin: 'http://a.test' });
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://a.test');
  expect(answer.headers.get('access-control-expose-headers')).toContain('x-mock-violations');
});

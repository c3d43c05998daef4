import { describe, expect, test } from 'vitest';
import { formatError } from '../../mocks/zoho-writer/errors.ts';
import type { Refusal } from '../../src/mock/authoring/refusal.ts';
import { createProviderMock } from '../support/provider-mock.ts';

const { ask, askBroken, findViolations } = await createProviderMock('zoho-writer');
const keys = 'apikey=x&ticket=x';

const post = (body: string, type = 'application/x-www-form-urlencoded'): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
});

/** Body of an error as the service writes it in one of its two formats. */
function errorBody(format: string, path: string, code: string, message: string): string {
  const uri = `/api/private/${format}${path}`;
  if (format === 'json') return JSON.stringify({ response: { uri, error: { code, message } } });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<response uri="${uri}"><error><code>${code}</code><message>${message}</message></error></response>`,
  ].join('\n');
}

const BAD_STRUCTURE = 'Please provide a proper structured input.';
const share = '/shareDocument/8892000000064025';

describe.each([
  ['json', 'Json'],
  ['xml', 'Xml'],
])('zoho-writer errors below /api/private/%s', (format, suffix) => {
  const base = `/api/private/${format}`;

  test.each<
    [
      kind: string,
      path: string,
      query: string,
      init: RequestInit,
      operation: string,
      status: number,
      code: string,
      message: string,
    ]
  >([
    [
      'missing credentials',
      '/incomingdocuments',
      '',
      {},
      'listIncomingDocuments',
      401,
      '1401',
      'Ticket authentication failed',
    ],
    [
      'a missing ticket',
      '/incomingdocuments',
      'apikey=x',
      {},
      'listIncomingDocuments',
      401,
      '1401',
      'Ticket authentication failed',
    ],
    [
      'an id that cannot exist',
      '/info/x',
      keys,
      {},
      'getDocumentInfo',
      404,
      '1404',
      'Document not found',
    ],
    [
      'a missing field beside a broken one',
      share,
      keys,
      post('shareto=a%20b'),
      'shareDocument',
      400,
      '1832',
      'Missing Argument',
    ],
    [
      'a missing field',
      share,
      keys,
      post('shareto=a'),
      'shareDocument',
      400,
      '1832',
      'Missing Argument',
    ],
    ['no body', share, keys, { method: 'POST' }, 'shareDocument', 400, '1832', 'Missing Argument'],
    [
      'a broken field',
      share,
      keys,
      post('shareto=a&allowtowrite=x'),
      'shareDocument',
      400,
      '1400',
      BAD_STRUCTURE,
    ],
    [
      'another media type',
      share,
      keys,
      post('{}', 'application/json'),
      'shareDocument',
      400,
      '1400',
      BAD_STRUCTURE,
    ],
    [
      'a broken limit',
      '/incomingdocuments',
      `${keys}&limit=101`,
      {},
      'listIncomingDocuments',
      400,
      '1400',
      BAD_STRUCTURE,
    ],
  ])(
    'for %s are what the contract declares',
    async (_kind, path, query, init, operation, status, code, message) => {
      const response = await ask(`${base}${path}?${query}`, init);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe(`application/${format}`);
      expect(await findViolations(`${operation}${suffix}`, response)).toEqual([]);
      expect((await response.text()).trimEnd()).toBe(errorBody(format, path, code, message));
    },
  );

  test.each<
    [kind: string, path: string, init: RequestInit, status: number, code: string, message: string]
  >([
    ['an unknown path', '/no', {}, 404, '1405', 'No Such Method'],
    ['an unknown method', share, {}, 405, '1402', 'HTTP method not supported'],
  ])('for %s have the same shape', async (_kind, path, init, status, code, message) => {
    const response = await ask(`${base}${path}?${keys}`, init);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(`application/${format}`);
    expect((await response.text()).trimEnd()).toBe(errorBody(format, path, code, message));
  });

  test('for an answer that breaks the contract are a server error', async () => {
    const path = '/incomingdocuments';
    const response = await askBroken(`${base}${path}?${keys}`);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text.trimEnd()).toBe(errorBody(format, path, '1500', 'Internal error'));
  });

  test('name the methods that are allowed', async () => {
    expect((await ask(`${base}${share}`)).headers.get('allow')).toBe('POST');
  });

  test('do not come from the Accept header, which takes no part', async () => {
    const response = await ask(`${base}/incomingdocuments?${keys}`, {
      headers: { accept: 'text/csv' },
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      `application/${format}`,
    ]);
  });
});

describe('zoho-writer errors', () => {
  test('are XML outside of both formats', async () => {
    expect((await ask('/no')).headers.get('content-type')).toBe('application/xml');
  });

  test('escape the path in XML', async () => {
    expect(await (await ask('/a&b?c')).text()).toContain('<response uri="/a&amp;b">');
  });

  test.each<[Refusal]>([
    [{ kind: 'malformed-body', reason: 'Oops' }],
    [{ kind: 'not-acceptable', violations: [] }],
  ])('say no more than bad structure for %o, which no operation can bring about', (refusal) => {
    const request = {
      method: 'GET',
      path: '/',
      query: new URLSearchParams(),
      headers: new Headers(),
      operation: undefined,
    };
    expect(formatError(refusal, request)).toMatchObject({
      status: 400,
      body: { error: { code: '1400', message: BAD_STRUCTURE } },
    });
  });
});

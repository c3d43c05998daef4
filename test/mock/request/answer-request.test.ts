import { describe, expect, test } from 'vitest';
import { formatDescribed } from '../../../src/contract/model/describe-violation.ts';
import { defineBehaviour, type FormatError } from '../../../src/mock/create-mock.ts';
import { type Ask, mockOf } from '../../support/test-mock.ts';

const json = (schema: object, example: unknown) => ({ 'application/json': { schema, example } });
const object = { type: 'object' };
const document = {
  paths: {
    '/things': {
      get: { responses: { 200: { content: json(object, { id: 1 }) } } },
      post: {
        parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
        requestBody: { required: true, content: json({ required: ['a'] }, { a: 1 }) },
        responses: { 201: { content: json(object, { id: 2 }) } },
      },
      put: { security: [{ bearer: [] }], responses: { 204: { description: 'Put.' } } },
    },
    '/broken': { get: { responses: { 200: { content: json(object, 'no object') } } } },
    '/crash': { get: { responses: { 200: { content: json({ typ: 'object' }, {}) } } } },
  },
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
};

/** Error format that shows what it was given. */
const formatError: FormatError = (refusal, { method, path, headers, operation }) => ({
  status: 400,
  mediaType: 'application/json',
  body: {
    kind: refusal.kind,
    allowed: refusal.kind === 'unknown-method' ? refusal.allowed : undefined,
    request: [method, path, headers.get('x-id'), operation?.id],
  },
});
const ask = mockOf(document, { formatError });

describe('answerRequest', () => {
  test('answers a good request', async () => {
    const response = await ask('/things?page=1', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-mock-violations')).toBeNull();
    expect(await response.json()).toEqual({ id: 2 });
  });

  test('sends an answer that breaks the contract where it shall be reported only', async () => {
    const report = mockOf(document, { formatError, brokenAnswers: 'report' });
    for (const _time of ['first', 'remembered']) {
      const response = await report('/broken');
      expect(response.status).toBe(200);
      expect(await response.json()).toBe('no object');
      const violations = JSON.parse(response.headers.get('x-mock-violations') ?? '[]');
      expect(violations.map(formatDescribed)).toEqual([
        'body: expected object, got string "no object"',
      ]);
    }
  });

  test.each<[kind: string, target: string, init: RequestInit, keywords: string[]]>([
    ['unknown-path', '/no', {}, ['unknown-path']],
    ['unknown-method', '/things', { method: 'PATCH' }, ['unknown-method']],
    ['unauthenticated', '/things', { method: 'PUT' }, ['security']],
    ['malformed-body', '/things', { method: 'POST', body: '{' }, ['syntax']],
    ['invalid-request', '/things?page=x', { method: 'POST' }, ['type', 'required']],
    ['invalid-setting', '/things?__code=1', {}, ['preference']],
    ['not-acceptable', '/things', { headers: { accept: 'image/png' } }, ['mediaType']],
    ['internal', '/broken', {}, ['type']],
  ])('lets the provider word the refusal %s of %s', async (kind, target, init, keywords) => {
    const headers = { ...init.headers, 'content-type': 'application/json', 'x-id': '7' };
    const response = await ask(target, { ...init, headers });
    const { method = 'GET' } = init;
    const path = target.replace(/\?.*/, '');
    const operation = kind.startsWith('unknown') ? null : `${method.toLowerCase()} ${path}`;
    expect(await response.json()).toMatchObject({ kind, request: [method, path, '7', operation] });
    const violations = JSON.parse(response.headers.get('x-mock-violations') ?? '');
    expect(violations.map(({ keyword }: { keyword: string }) => keyword)).toEqual(keywords);
  });

  test.each([
    ['/no', {}, 'path: expected a path of the contract, got string "/no"'],
    ['/broken', { method: 'PUT' }, 'path: expected GET or HEAD, got string "PUT"'],
  ])('says what it knows instead of %s', async (target, init, line) => {
    const { headers } = await ask(target, init);
    const violations = JSON.parse(headers.get('x-mock-violations') ?? '');
    expect(violations.map(formatDescribed)).toEqual([line]);
  });

  test('refuses a media type that is not declared', async () => {
    const response = await ask('/things', { method: 'POST', body: 'a' });
    expect(await response.json()).toMatchObject({ kind: 'unsupported-media-type' });
  });

  test('tells the error format which methods are allowed', async () => {
    const response = await ask('/things', { method: 'PATCH' });
    expect(await response.json()).toMatchObject({ allowed: ['GET', 'POST', 'PUT', 'HEAD'] });
  });

  test('answers problem+json where the API has no error format', async () => {
    const response = await mockOf(document)('/no');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  test('answers HEAD like GET without the body', async () => {
    const response = await ask('/things', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe('');
  });
});

describe('a readOnly member in a request', () => {
  const schema = {
    type: 'object',
    required: ['id', 'name'],
    properties: { id: { type: 'integer', readOnly: true }, name: { type: 'string' } },
  };
  const users = {
    paths: {
      '/users': {
        post: {
          operationId: 'addUser',
          requestBody: { required: true, content: json(schema, {}) },
          responses: { 201: { content: json(schema, { id: 1, name: 'a' }) } },
        },
      },
    },
  };
  const behaviour = defineBehaviour()({
    epoch: '2026-01-01T00:00:00Z',
    tables: {},
    seeds: { default: () => {} },
    handlers: { addUser: () => ({ status: 201, body: {} }) },
  });
  const add = (ask: Ask, user: object) =>
    ask('/users', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(user),
    });
  const linesOf = ({ headers }: Response) =>
    JSON.parse(headers.get('x-mock-violations') ?? '[]').map(formatDescribed);
  const warning = 'body at /id: expected no member "id" in a request, got number 7';

  test('is accepted with a violation where broken answers are reported only', async () => {
    const foreign = mockOf(users, { brokenAnswers: 'report' });
    expect(linesOf(await add(foreign, { name: 'a' }))).toEqual([]);
    const response = await add(foreign, { id: 7, name: 'a' });
    expect([response.status, linesOf(response)]).toEqual([201, [warning]]);
    expect(await response.json()).toEqual({ id: 1, name: 'a' });
  });

  test('is accepted with a violation in a foreign file whose broken answers are refused', async () => {
    const foreign = mockOf(users, { isForeign: true, brokenAnswers: 'refuse' });
    const response = await add(foreign, { id: 7, name: 'a' });
    expect([response.status, linesOf(response)]).toEqual([201, [warning]]);
  });

  test('is named beside what the reply of a behaviour breaks', async () => {
    const foreign = mockOf(users, { behaviour, brokenAnswers: 'report' });
    expect(linesOf(await add(foreign, { id: 7, name: 'a' }))).toEqual([
      warning,
      'body at /id: expected a value, got nothing',
      'body at /name: expected a value, got nothing',
    ]);
  });

  test('is named as well where the request breaks more', async () => {
    const response = await add(mockOf(users, { brokenAnswers: 'report' }), { id: 7 });
    expect([response.status, linesOf(response)]).toEqual([
      422,
      ['body at /name: expected a value, got nothing', warning],
    ]);
    const { validation } = await response.json();
    expect(validation.map(({ severity }: { severity: string }) => severity)).toEqual([
      'Error',
      'Warning',
    ]);
  });

  test('is refused where broken answers are refused', async () => {
    const response = await add(mockOf(users), { id: 7, name: 'a' });
    expect([response.status, linesOf(response)]).toEqual([422, [warning]]);
  });
});

describe('ignored headers', () => {
  const ignoring = mockOf(document, { formatError, ignoredHeaders: ['accept', 'content-type'] });

  test('do not decide how a body is read', async () => {
    const response = await ignoring('/things', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"a":1}',
    });
    expect(response.status).toBe(201);
  });

  test('do not decide how the answer is written', async () => {
    const response = await ignoring('/things', { headers: { accept: 'image/png' } });
    expect(response.status).toBe(200);
  });
});

describe('an unexpected exception', () => {
  test('becomes the provider’s internal error, with the message for the caller', async () => {
    const response = await mockOf(document, { formatError }, { logError: () => {} })('/crash');
    expect(await response.json()).toMatchObject({ kind: 'internal' });
    expect(JSON.parse(response.headers.get('x-mock-violations') ?? '')).toEqual([
      {
        in: 'status',
        pointer: '',
        keyword: 'exception',
        expected: 'an answer',
        found: expect.stringContaining('unknown keyword: "typ"'),
      },
    ]);
  });

  test('is told to the log', async () => {
    const errors: unknown[] = [];
    await mockOf(document, {}, { logError: (error) => errors.push(error) })('/crash');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toHaveProperty('stack', expect.stringMatching(/unknown keyword.*\n +at /s));
  });
});

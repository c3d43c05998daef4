import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  type ClientOptions,
  createConnection,
  InvalidAnswerError,
  type OperationSchemas,
  operation,
  RequestError,
  type Route,
  type StandardSchema,
  type Validated,
  validate,
} from '../../src/client/index.ts';
import { type AnswerOne, answerInTurn, json } from './answer-in-turn.ts';
import type { LooseOperation } from './loose-operation.ts';
import { thrownBy } from './serve.ts';

const ROUTE: Route = {
  name: 'putThing',
  method: 'put',
  path: '/things/{id}',
  answers: { 200: 'json', 204: 'none', '4XX': 'json', 503: 'json', default: 'json' },
};
const THING = z.object({
  name: z.string().check(z.minLength(2)),
  count: z.optional(z.int()),
  tags: z.optional(z.array(z.object({ 'a/b~c': z.literal([1, 2]) }))),
});
const SCHEMAS: Readonly<Record<string, OperationSchemas>> = {
  putThing: {
    path: z.object({ id: z.string() }),
    query: z.object({ page: z.optional(z.number().check(z.minimum(1))) }),
    headers: z.object({ tenant: z.string() }),
    body: THING,
    responses: {
      200: THING,
      '4XX': z.object({ detail: z.string() }),
      default: z.object({ code: z.int() }),
    },
  },
};
const GOOD = { path: { id: 'a' }, headers: { tenant: 't' }, body: { name: 'good' } };

function open(answer: AnswerOne, what?: Validated, options: Partial<ClientOptions> = {}) {
  const { sent, fetch } = answerInTurn(answer);
  const client = createConnection({
    baseUrl: 'http://mock.test',
    fetch,
    validation: validate(SCHEMAS, what),
    ...options,
  });
  return { sent, call: (input = {}) => operation<LooseOperation>(ROUTE)(client, input) };
}

/** A schema written by hand, which says of each value what is wrong with it. */
function schemaOf(
  check: (value: unknown) => ReturnType<StandardSchema['~standard']['validate']>,
): StandardSchema {
  return { '~standard': { version: 1, vendor: 'test', validate: check } };
}

describe('validate of answers', () => {
  test('lets pass what fits, as the server sent it', async () => {
    const body = { name: 'good', more: { of: 'it' } };
    expect(await open(json(body)).call(GOOD)).toEqual(body);
  });

  test('says what does not, where, and what it is', async () => {
    const body = { name: 'x', count: '7', tags: [{ 'a/b~c': 1 }, { 'a/b~c': 3 }] };
    const error = await thrownBy(open(json(body)).call(GOOD));
    expect(error).toBeInstanceOf(InvalidAnswerError);
    expect(error).toMatchObject({
      status: 200,
      operation: 'putThing',
      issues: [
        { pointer: '/name', expected: 'at least 2', found: 'string "x"' },
        { pointer: '/count', expected: expect.any(String), found: 'string "7"' },
        { pointer: '/tags/1/a~1b~0c', expected: '1 or 2', found: 'number 3' },
      ],
    });
    expect(String(error)).toContain(
      [
        'putThing (PUT /things/{id}): answer 200 breaks the contract',
        '  at /name: expected at least 2, found string "x"',
      ].join('\n'),
    );
  });

  test.each([
    [[], 'array'],
    [null, 'null'],
    ['text', 'string "text"'],
    [7, 'number 7'],
    [false, 'boolean false'],
    ['x'.repeat(99), `string "${'x'.repeat(79)}…`],
  ])('finds at the root what is no object: %j', async (body, found) => {
    expect(await thrownBy(open(json(body)).call(GOOD))).toMatchObject({
      issues: [{ pointer: '', expected: 'object', found }],
      message: expect.stringContaining(`\n  at /: expected object, found ${found}`),
    });
  });

  test.each([
    [404, { detail: 'none' }, 'FailureError'],
    [404, { detail: 1 }, 'InvalidAnswerError'],
    [422, {}, 'InvalidAnswerError'],
    [503, { code: 1 }, 'FailureError'],
    [503, { detail: 'none' }, 'InvalidAnswerError'],
  ])('reads the schema of %d by its range or default, for %j', async (status, body, name) => {
    expect(await thrownBy(open(json(body, { status })).call(GOOD))).toMatchObject({ name, status });
  });

  test('does not look at what is no JSON', async () => {
    expect(await open(() => new Response(null, { status: 204 })).call(GOOD)).toBeUndefined();
    expect(await open(json({})).call({ ...GOOD, parseAs: 'text' })).toBe('{}');
  });
});

describe('validate of requests', () => {
  test('sends what fits, as it is', async () => {
    const { sent, call } = open(json({ name: 'good' }));
    await call({ ...GOOD, body: { name: 'good', more: 1 } });
    expect(sent.map(({ body }) => body)).toEqual(['{"name":"good","more":1}']);
  });

  test('sends nothing that does not, and says all that is wrong', async () => {
    const { sent, call } = open(json({ name: 'good' }));
    const error = await thrownBy(call({ path: { id: 1 }, query: { page: 0 }, body: {} }));
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({
      issues: [
        { pointer: '/path/id', expected: 'string', found: 'number 1' },
        { pointer: '/query/page', expected: 'at least 1', found: 'number 0' },
        { pointer: '/headers/tenant', expected: 'string', found: 'nothing' },
        { pointer: '/body/name', expected: 'string', found: 'nothing' },
      ],
    });
    expect(String(error)).toContain('putThing (PUT /things/{id}): request breaks the contract\n');
    expect(sent.length).toBe(0);
  });

  test('tells absent parts and bodies', async () => {
    const { call } = open(json({ name: 'good' }));
    const { path, headers } = GOOD;
    expect(await thrownBy(call({ path, headers }))).toMatchObject({
      issues: [{ pointer: '/body', expected: 'object', found: 'nothing' }],
    });
    expect(await thrownBy(call({ headers, body: GOOD.body }))).toMatchObject({
      issues: [{ pointer: '/path/id', found: 'nothing' }],
    });
  });

  test.each([
    [1n, 'bigint 1'],
    [Number.NaN, 'number NaN'],
    [Symbol('x'), 'symbol Symbol(x)'],
  ])('describes what JSON has not: %s', async (name, found) => {
    const { call } = open(json({ name: 'good' }));
    expect(await thrownBy(call({ ...GOOD, body: { name } }))).toMatchObject({
      issues: [{ pointer: '/body/name', expected: 'string', found }],
    });
  });
});

describe('validate', () => {
  test.each<[Validated | undefined, ClientOptions['validation'], number, string]>([
    ['both', undefined, 0, 'RequestError'],
    [undefined, undefined, 0, 'RequestError'],
    ['response', undefined, 1, 'InvalidAnswerError'],
  ])('of %s checks as much', async (what, _, count, name) => {
    const { sent, call } = open(json({}), what);
    expect(await thrownBy(call({ ...GOOD, body: {} }))).toMatchObject({ name });
    expect(sent.length).toBe(count);
  });

  test('is off without, and for a call that says so', async () => {
    const off = open(json({}), 'both', { validation: false });
    expect(await off.call({ ...GOOD, body: {} })).toEqual({});
    const one = open(json({}));
    expect(await one.call({ ...GOOD, body: {}, validation: false })).toEqual({});
    expect(await off.call({ ...GOOD, validation: validate({}) })).toEqual({});
  });

  test.each(['other', '__proto__', 'constructor', 'toString'])(
    'lets pass an operation that has no schemas: %s',
    async (name) => {
      const { fetch } = answerInTurn(json({ any: 1 }));
      const validation = validate(SCHEMAS);
      const client = createConnection({ baseUrl: 'http://mock.test', fetch, validation });
      expect(await operation<LooseOperation>({ ...ROUTE, name })(client, GOOD)).toEqual({ any: 1 });
    },
  );

  test.each([
    ['at once', (value: unknown) => ({ issues: issuesOf(value) })],
    ['later', async (value: unknown) => ({ issues: issuesOf(value) })],
  ])('takes any Standard Schema, which answers %s', async (_, check) => {
    const validation = validate({ putThing: { responses: { 200: schemaOf(check) } } });
    const good = open(json({ a: { b: 1 } }), 'both', { validation });
    expect(await good.call(GOOD)).toEqual({ a: { b: 1 } });
    const bad = open(json({ a: { b: 2 } }), 'both', { validation });
    expect(await thrownBy(bad.call(GOOD))).toMatchObject({
      issues: [{ pointer: '/a/b', expected: 'must be 1', found: 'number 2' }],
    });
  });

  test('takes a schema that says nothing of places, or gives values', async () => {
    const nowhere = schemaOf(() => ({ issues: [{ message: 'never' }] }));
    const validation = validate({ putThing: { responses: { 200: nowhere } } });
    expect(await thrownBy(open(json(1), 'both', { validation }).call(GOOD))).toMatchObject({
      issues: [{ pointer: '', expected: 'never', found: 'number 1' }],
    });
    const changing = z.pipe(
      z.unknown(),
      z.transform(() => 'changed'),
    );
    const other = validate({ putThing: { responses: { 200: changing } } });
    expect(await open(json(1), 'both', { validation: other }).call(GOOD)).toBe(1);
  });
});

/** Wants 1 at `/a/b`; says the place by keys and by what has one. */
function issuesOf(value: unknown) {
  if (JSON.stringify(value) === '{"a":{"b":1}}') return undefined;
  return [{ message: 'must be 1', path: ['a', { key: 'b' }] }];
}

test('validate tells no value of what may be a secret', async () => {
  const schema = z.object({
    newPassword: z.string().check(z.minLength(99)),
    items: z.array(z.object({ token: z.number() })),
  });
  const client = createConnection({
    baseUrl: 'http://a.test',
    validation: validate({ send: { body: schema } }),
  });
  const route = { name: 'send', method: 'post', path: '/', answers: {} } as const;
  const outcome = await client.send(route, {
    body: { newPassword: 'hunter2', items: [{ token: 'abc' }] },
  });
  const { message } = Object(Object(outcome).error);
  expect(message).toBe(
    'send (POST /): request breaks the contract\n' +
      '  at /body/newPassword: expected at least 99, found string\n' +
      '  at /body/items/0/token: expected number, found string',
  );
});

import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  createConnection,
  kindByMediaType,
  openEnvelope,
  operation,
  type Route,
} from '../../src/client/index.ts';
import { type AnswerOne, answerInTurn, json } from './answer-in-turn.ts';
import type { LooseOperation } from './loose-operation.ts';
import { thrownBy } from './serve.ts';

const ROUTE: Route = {
  name: 'getThing',
  method: 'get',
  path: '/thing',
  answers: { 200: 'json', 400: 'json', default: kindByMediaType },
};

function call(answer: AnswerOne, route: Partial<Route> = {}): Promise<unknown> {
  const { fetch } = answerInTurn(answer);
  const client = createConnection({ baseUrl: 'http://mock.test', fetch });
  return operation<LooseOperation>({ ...ROUTE, ...route })(client);
}

function text(body: string, init?: ResponseInit): AnswerOne {
  return () => new Response(body, init);
}

describe('a hostile answer', () => {
  test.each([200, 400])('of %d with a member __proto__ changes no prototype', async (status) => {
    const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const found = await call(text(body, { status })).catch((error: unknown) => error);
    expect(Object.getPrototypeOf(status === 200 ? found : Object(found).body)).toBe(
      Object.prototype,
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('cannot take the place of the members of an error', async () => {
    const body = { message: 'said', name: 'Evil', status: 1, operation: 'evil', stack: 'evil' };
    const error = await thrownBy(call(json(body, { status: 400 })));
    expect(error).toMatchObject({
      name: 'FailureError',
      status: 400,
      operation: 'getThing',
      message: 'getThing (GET /thing): answered 400: said',
    });
  });

  test.each([
    ['objects', '{"a":', '1', '}'],
    ['lists', '[', '', ']'],
  ])('of deep %s is read, or is an error of the call', async (_, begin, middle, end) => {
    const body = begin.repeat(20_000) + middle + end.repeat(20_000);
    const found = await call(text(body)).catch((error: unknown) => error);
    expect(typeof found).toBe('object');
    const cut = await thrownBy(call(text(begin.repeat(20_000))));
    expect(cut).toMatchObject({ name: 'InvalidAnswerError' });
    expect(String(cut).length).toBeLessThan(300);
  });

  test.each([
    ['{"a":1}', 'text/html', { a: 1 }],
    ['{"a":1}', 'image/png', { a: 1 }],
    ['\uFEFF{"a":1}', 'application/json', { a: 1 }],
    [' null ', '', null],
  ])('of %j as "%s" is JSON where the contract says so', async (body, type, data) => {
    expect(await call(text(body, { headers: { 'content-type': type } }))).toEqual(data);
  });

  test.each([
    ['<html>', 'text "<html>"'],
    ['', 'text ""'],
    ['{"a":1} x', 'text "{\\"a\\":1} x"'],
    ['undefined', 'text "undefined"'],
    ['x'.repeat(1_000_000), `text "${'x'.repeat(79)}`],
    ['\u0000\u001b[2J', 'text "\\u0000\\u001b[2J"'],
  ])('that is no JSON is cut short and escaped: case %#', async (body, found) => {
    const error = await thrownBy(call(text(body)));
    expect(error).toMatchObject({ name: 'InvalidAnswerError', status: 200 });
    expect(String(error)).toBe(
      `InvalidAnswerError: getThing (GET /thing): answer 200: expected JSON, found ${found}`,
    );
  });

  test.each([
    [[], ''],
    [null, ''],
    ['text', ''],
    [{ detail: { a: 1 } }, ''],
    [{ detail: [], title: 'said' }, ': said'],
    [{ __proto__: null, error: 'said' }, ': said'],
  ])('with the failure %j has no more words than it says', async (body, words) => {
    const error = await thrownBy(call(json(body, { status: 400 })));
    expect(error).toMatchObject({ message: `getThing (GET /thing): answered 400${words}`, body });
  });

  test('gives no status that is a member of every object', async () => {
    const answers = Object.create({ 200: 'text' });
    expect(await thrownBy(call(text('{}'), { answers: { ...answers } }))).toMatchObject({
      name: 'UndocumentedStatusError',
      body: '{}',
    });
  });

  test('with an id of its own is named by that', async () => {
    const headers = { 'x-request-id': 'of-server', __proto__: 'x', constructor: 'y' };
    const error = await thrownBy(call(json({}, { status: 400, headers })));
    expect(error).toMatchObject({ requestId: 'of-server' });
    expect(inspect(error)).toContain('of-server');
  });
});

describe('a hostile answer in an envelope', () => {
  const envelope = { code: 'code', success: 0, data: 'data', open: openEnvelope };

  test.each([
    ['that is text', 'text', 'text'],
    ['that is null', null, null],
    ['that is a list', [1], [1]],
    ['without a code', { data: 1 }, { data: 1 }],
    ['without data', { code: 0 }, undefined],
    ['with data that are null', { code: 0, data: null }, null],
  ])('%s', async (_, body, data) => {
    expect(await call(json(body), { envelope })).toEqual(data);
  });

  test.each([['0'], [null], [false], [{}], [[0]], [-0.5]])(
    'is a failure with the code %j',
    async (code) => {
      const error = await thrownBy(call(json({ code, data: 1, msg: 'said' }), { envelope }));
      expect(error).toMatchObject({
        name: 'FailureError',
        status: 200,
        body: { code },
        message: 'getThing (GET /thing): answered 200: said',
      });
    },
  );

  test('does not take a member of every object for a code', async () => {
    const route = { envelope: { ...envelope, code: 'constructor', data: 'toString' } };
    expect(await call(json({ a: 1 }), route)).toEqual({ a: 1 });
    const named = { envelope: { ...envelope, data: 'toString' } };
    expect(await call(json({ code: 0 }), named)).toBeUndefined();
  });
});

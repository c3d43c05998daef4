import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  AbortError,
  type ClientOptions,
  createConnection,
  FailureError,
  NetworkError,
  operation,
  type Route,
  retry,
  TimeoutError,
} from '../../src/client/index.ts';
import { type AnswerOne, answerInTurn, breakOff, json, lose, never } from './answer-in-turn.ts';
import type { LooseOperation } from './loose-operation.ts';
import { thrownBy } from './serve.ts';

const ROUTE: Route = {
  name: 'getThing',
  method: 'get',
  path: '/thing',
  answers: { 200: 'json', default: 'json' },
};
const OK = json({ done: true });
/** Waits of 1,000 and 2,000 milliseconds, were it not for Retry-After. */
const POLICY = retry({ delay: 1000, random: () => 1 });
/** For timeouts, which may be over before a busy machine has answered. */
const PATIENT = retry({ attempts: 1000 });

function open(answers: readonly AnswerOne[], options: Partial<ClientOptions> = {}, route = {}) {
  const server = answerInTurn(...answers);
  const client = createConnection({
    baseUrl: 'http://mock.test',
    fetch: server.fetch,
    retry: POLICY,
    ...options,
  });
  const call = operation<LooseOperation>({ ...ROUTE, ...route });
  return {
    sent: server.sent,
    call: (input = {}) => call(client, input),
    times: () => server.sent.map(({ at }) => at),
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setSystemTime('2026-11-30T12:00:00Z');
  vi.setTimerTickMode('nextTimerAsync');
});
afterEach(() => {
  vi.useRealTimers();
});

describe('retry', () => {
  test.each([408, 429, 500, 502, 503, 504])('sends a request again after %d', async (status) => {
    const { call, sent } = open([json({}, { status }), OK]);
    expect(await call()).toEqual({ done: true });
    expect(sent.length).toBe(2);
  });

  test.each([400, 401, 404, 409, 422, 501, 505])('does not after %d', async (status) => {
    const { call, sent } = open([json({}, { status }), OK]);
    expect(await thrownBy(call())).toMatchObject({ name: 'FailureError', status, attempt: 1 });
    expect(sent.length).toBe(1);
  });

  test('takes other statuses, even those of a success', async () => {
    const policy = retry({ statuses: [202, 409] });
    const { call, sent } = open([json({}, { status: 202 }), json({}, { status: 409 }), OK], {
      retry: policy,
    });
    expect(await call()).toEqual({ done: true });
    expect(sent.length).toBe(3);
    const other = open([json({}, { status: 503 })], { retry: policy });
    await thrownBy(other.call());
    expect(other.sent.length).toBe(1);
  });

  test('sends again after a status that is not documented', async () => {
    const { call, sent } = open([json({}, { status: 503 }), OK], {}, { answers: { 200: 'json' } });
    expect(await call()).toEqual({ done: true });
    expect(sent.length).toBe(2);
  });

  test.each([
    ['get', undefined, 2],
    ['head', undefined, 2],
    ['put', undefined, 2],
    ['delete', undefined, 2],
    ['options', undefined, 2],
    ['post', undefined, 1],
    ['patch', undefined, 1],
    ['post', true, 2],
    ['patch', true, 2],
    ['get', false, 1],
    ['put', false, 1],
  ])('of %s, idempotent: %s, makes at most %d requests', async (method, idempotent, count) => {
    const { call, sent } = open([json({}, { status: 503 }), OK], {}, { method, idempotent });
    await call().catch((error: unknown) => error);
    expect(sent.length).toBe(count);
  });

  test.each([1, 2, 5])('gives up after %d attempts', async (attempts) => {
    const { call, sent } = open([json({ detail: 'busy' }, { status: 503 })], {
      retry: retry({ attempts }),
    });
    const error = await thrownBy(call());
    expect(error).toBeInstanceOf(FailureError);
    expect(error).toMatchObject({ status: 503, attempt: attempts, body: { detail: 'busy' } });
    expect(sent.length).toBe(attempts);
  });

  test('makes three attempts by default', async () => {
    const { call, sent } = open([lose], { retry: retry() });
    expect(await thrownBy(call())).toMatchObject({ name: 'NetworkError', attempt: 3 });
    expect(sent.length).toBe(3);
  });

  test.each([
    ['the fetch rejects', lose],
    [
      'it throws at once',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
    ['the body breaks off', breakOff],
  ])('sends again when %s', async (_, failing: AnswerOne) => {
    const { call, sent } = open([failing, OK]);
    expect(await call()).toEqual({ done: true });
    expect(sent.length).toBe(2);
    const error = await thrownBy(open([failing]).call());
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ attempt: 3 });
  });

  test('does not when middleware throws', async () => {
    const middleware = [
      () => {
        throw new Error('no token');
      },
    ];
    const { call, sent } = open([OK], { middleware });
    const error = await thrownBy(call());
    expect(error).toMatchObject({ name: 'RequestError', attempt: 1 });
    expect(sent.length).toBe(0);
  });

  test('does not when an answer is no JSON', async () => {
    const { call, sent } = open([() => new Response('<html>'), OK]);
    expect(await thrownBy(call())).toMatchObject({ name: 'InvalidAnswerError' });
    expect(sent.length).toBe(1);
  });

  test('keeps the id of the call, and counts its attempts for middleware', async () => {
    const seen: [attempt: number, requestId: string][] = [];
    const { call } = open([lose, OK], {
      middleware: [
        (request, next, { attempt, requestId }) => {
          seen.push([attempt, requestId]);
          return next(request);
        },
      ],
    });
    await call();
    expect(seen.map(([attempt]) => attempt)).toEqual([1, 2]);
    expect(new Set(seen.map(([, id]) => id)).size).toBe(1);
  });

  test('sends the whole request again', async () => {
    const { call, sent } = open([json({}, { status: 503 }), OK], {}, { method: 'put' });
    await call({ query: { a: 1 }, headers: { 'x-b': '2' }, body: { c: 3 } });
    const all = sent.map(({ method, url, headers, body }) => [
      method,
      url,
      headers.get('x-b'),
      body,
    ]);
    expect(all[0]).toEqual(['PUT', 'http://mock.test/thing?a=1', '2', '{"c":3}']);
    expect(all[1]).toEqual(all[0]);
  });

  test('does not send a stream again', async () => {
    const body = { write: () => new Blob(['text']).stream() };
    const { call, sent } = open([json({}, { status: 503 }), OK], {}, { method: 'put', body });
    const error = await thrownBy(call({ body: 'text', duplex: 'half' }));
    expect(error).toMatchObject({ name: 'FailureError', status: 503 });
    expect(sent.map((request) => request.body)).toEqual(['text']);
  });

  test('is off for a call that says so, and on for one alone', async () => {
    const off = open([lose, OK]);
    expect(await thrownBy(off.call({ retry: false }))).toBeInstanceOf(NetworkError);
    expect(off.sent.length).toBe(1);
    const on = open([lose, OK], { retry: false });
    expect(await on.call({ retry: POLICY })).toEqual({ done: true });
  });
});

describe('the wait of retry', () => {
  test.each([
    [() => 1, [0, 1000, 3000, 7000, 12_000, 17_000]],
    [() => 0.5, [0, 500, 1500, 3500, 6000, 8500]],
    [() => 0, [0, 0, 0, 0, 0, 0]],
  ])('doubles up to the longest, with full jitter: case %#', async (random, times) => {
    const policy = retry({ attempts: 6, delay: 1000, maxDelay: 5000, random });
    const opened = open([lose], { retry: policy });
    await thrownBy(opened.call());
    expect(opened.times()).toEqual(times);
  });

  test('is 300 milliseconds at first by default, and 10 seconds at most', async () => {
    const opened = open([lose], { retry: retry({ attempts: 8, random: () => 1 }) });
    await thrownBy(opened.call());
    expect(opened.times()).toEqual([0, 300, 900, 2100, 4500, 9300, 18_900, 28_900]);
  });

  test.each([
    ['7', 7000],
    ['0', 0],
    ['10', 10_000],
    ['Mon, 30 Nov 2026 12:00:05 GMT', 5000],
    ['Monday, 30-Nov-26 12:00:05 GMT', 5000],
    ['Mon, 30 Nov 2026 11:00:00 GMT', 0],
    // What is no time is as if it were not there.
    ['-1', 1000],
    ['1.5', 1000],
    ['soon', 1000],
    ['soon 5', 1000],
    ['', 1000],
    ['1, 2', 1000],
  ])('with Retry-After "%s" is %d milliseconds', async (value, wait) => {
    const opened = open([json({}, { status: 503, headers: { 'retry-after': value } }), OK]);
    expect(await opened.call()).toEqual({ done: true });
    expect(opened.times()).toEqual([0, wait]);
  });

  test.each([
    '11',
    '999999999999999999999',
    'Mon, 30 Nov 2026 12:00:11 GMT',
    'Fri, 31 Dec 9999 23:59:59 GMT',
  ])('with Retry-After "%s" is too long, so that the answer stands', async (value) => {
    const headers = { 'retry-after': value };
    const opened = open([json({}, { status: 429, headers }), OK]);
    const error = await thrownBy(opened.call());
    expect(error).toMatchObject({ name: 'FailureError', status: 429, attempt: 1 });
    expect(opened.times()).toEqual([0]);
  });

  test('may be longer than a timer can be', async () => {
    const policy = retry({ maxDelay: Number.POSITIVE_INFINITY });
    const headers = { 'retry-after': '9999999999' };
    const opened = open([json({}, { status: 503, headers }), OK], { retry: policy });
    await opened.call();
    expect(opened.times()).toEqual([0, 2 ** 31 - 1]);
  });
});

describe('an abort', () => {
  test('during the wait ends it at once, with its reason', async () => {
    const opened = open([json({}, { status: 503, headers: { 'retry-after': '9' } }), OK]);
    const controller = new AbortController();
    const reason = new Error('left the page');
    setTimeout(() => controller.abort(reason), 4000);
    const error = await thrownBy(opened.call({ signal: controller.signal }));
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ cause: reason, attempt: 1, operation: 'getThing' });
    expect(opened.times()).toEqual([0]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('during the second attempt ends it, though the fetch heeds no signal', async () => {
    const controller = new AbortController();
    const stop: AnswerOne = (request, count) => {
      controller.abort();
      return never(request, count);
    };
    const { call, sent } = open([lose, stop]);
    const error = await thrownBy(call({ signal: controller.signal }));
    expect(error).toMatchObject({ name: 'AbortError', attempt: 2 });
    expect(sent.length).toBe(2);
  });

  test('before the call sends nothing again, whatever its reason is named', async () => {
    for (const name of ['AbortError', 'NetworkError', 'TimeoutError']) {
      const { call, sent } = open([never]);
      const reason = new DOMException('over', name);
      const error = await thrownBy(call({ signal: AbortSignal.abort(reason) }));
      expect(error).toMatchObject({ attempt: 1, cause: reason });
      expect(sent.length).toBeLessThan(2);
    }
  });
});

describe('a timeout', () => {
  test('holds for each attempt anew', async () => {
    const { call, sent } = open([never, never, OK], { timeout: 20, retry: PATIENT });
    expect(await call()).toEqual({ done: true });
    expect(sent.slice(0, 2).map(({ signal }) => signal.aborted)).toEqual([true, true]);
    expect(sent.at(-1)?.signal.aborted).toBe(false);
  });

  test('of the last attempt is thrown', async () => {
    const { call, sent } = open([never], { timeout: 1 });
    const error = await thrownBy(call());
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ attempt: 3 });
    expect(sent.length).toBe(3);
  });

  test('by the signal of the caller holds for the whole call', async () => {
    const { call, sent } = open([never]);
    const error = await thrownBy(call({ signal: AbortSignal.timeout(1) }));
    expect(error).toMatchObject({ name: 'TimeoutError', attempt: 1 });
    expect(sent.length).toBe(1);
  });

  test('is none with 0, and another for one call', async () => {
    const { call } = open([never, OK], { timeout: 0, retry: PATIENT });
    expect(await call({ timeout: 20 })).toEqual({ done: true });
    expect(await open([OK], { timeout: 0 }).call()).toEqual({ done: true });
  });
});

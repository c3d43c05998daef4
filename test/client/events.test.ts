import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type ClientOptions,
  createClient,
  type EventOptions,
  operation,
  type ServerSentEvent,
  withEvents,
} from '../../src/client/index.ts';
import { type AnswerOne, answerInTurn, json, lose, never, streamOf } from './answer-in-turn.ts';
import type { LooseOperation } from './loose-operation.ts';
import { thrownBy } from './serve.ts';

const operations = {
  watch: withEvents(
    operation<LooseOperation>({
      name: 'watch',
      method: 'get',
      path: '/events',
      answers: { 200: 'text', 403: 'json' },
    }),
  ),
};
const HEADERS = { 'content-type': 'text/event-stream' };
const END: AnswerOne = () => new Response(null, { status: 204 });

function stream(...texts: readonly string[]): AnswerOne {
  return () => new Response(streamOf(texts), { headers: HEADERS });
}

function open(answers: readonly AnswerOne[], options: Partial<ClientOptions> = {}) {
  const { sent, fetch } = answerInTurn(...answers);
  const baseUrl = 'http://mock.test';
  const client = createClient<Record<never, never>, typeof operations>(operations, {
    baseUrl,
    fetch,
    ...options,
  });
  const seen: ServerSentEvent[] = [];
  const read = async (input = {}, how: EventOptions = {}): Promise<ServerSentEvent[]> => {
    for await (const event of client.watch.events(input, how)) seen.push(event);
    return seen;
  };
  return { sent, seen, read, events: client.watch.events };
}

/** A stream that stays open after its texts, and what has become of it. */
function openStream(...texts: readonly string[]) {
  const state = { isCancelled: false };
  const answer: AnswerOne = () =>
    new Response(
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
        },
        cancel: () => {
          state.isCancelled = true;
        },
      }),
      { headers: HEADERS },
    );
  return { state, answer };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setTimerTickMode('nextTimerAsync');
});
afterEach(() => {
  vi.useRealTimers();
});

describe('events', () => {
  test.each<[what: string, texts: string[], events: Partial<ServerSentEvent>[]]>([
    ['data alone', ['data: a\n\n'], [{ id: undefined, event: 'message', data: 'a' }]],
    ['a name', ['event: added\ndata: a\n\n'], [{ event: 'added', data: 'a' }]],
    ['lines', ['data: a\ndata: b\n\n'], [{ data: 'a\nb' }]],
    ['CRLF', ['data: a\r\n\r\ndata: b\r\n\r\n'], [{ data: 'a' }, { data: 'b' }]],
    ['parts', ['da', 'ta: a', '\n', '\ndata: b\n\n'], [{ data: 'a' }, { data: 'b' }]],
    ['comments', [': ping\n\ndata: a\n\n'], [{ data: 'a' }]],
    ['unknown fields', ['__proto__: x\nnonsense\ndata: a\n\n'], [{ data: 'a' }]],
    ['no end', ['data: a\n\ndata: b'], [{ data: 'a' }]],
    [
      'an id for those that follow',
      ['id: 1\ndata: a\n\ndata: b\n\nid: 2\ndata: c\n\n'],
      [
        { id: '1', data: 'a' },
        { id: '1', data: 'b' },
        { id: '2', data: 'c' },
      ],
    ],
  ])('are read with %s', async (_, texts, events) => {
    const { read } = open([stream(...texts), END]);
    const found = await read();
    expect(found).toMatchObject(events);
    expect(found.length).toBe(events.length);
  });

  test('are read over characters that are cut', async () => {
    const bytes = new TextEncoder().encode('data: ü\n\n');
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const { read } = open([() => new Response(body, { headers: HEADERS }), END]);
    expect(await read()).toMatchObject([{ data: 'ü' }]);
  });

  test('are asked for as such, when they are wanted', async () => {
    const { sent, events } = open([stream('data: a\n\n')]);
    const iterator = events({ headers: { 'x-a': '1' } });
    expect(sent.length).toBe(0);
    await iterator.next();
    const [request] = sent;
    expect(request?.headers.get('accept')).toBe('text/event-stream');
    expect(request?.headers.get('x-a')).toBe('1');
    expect(request?.headers.has('last-event-id')).toBe(false);
    await iterator.return();
  });

  test('go on after the last id where the connection ends or breaks', async () => {
    const broken: AnswerOne = () =>
      new Response(streamOf(['id: 2\ndata: b\n\n'], new Error('cut')), { headers: HEADERS });
    const { read, sent } = open([stream('id: 1\ndata: a\n\n'), broken, lose, END]);
    expect((await read()).map(({ data }) => data)).toEqual(['a', 'b']);
    expect(sent.map(({ headers }) => headers.get('last-event-id'))).toEqual([null, '1', '2', '2']);
    expect(sent.map(({ at }) => at)).toEqual([0, 1000, 2000, 3000]);
  });

  test('begin after an id of the caller', async () => {
    const { read, sent } = open([stream('data: a\n\n'), END]);
    expect(await read({}, { lastEventId: '7' })).toMatchObject([{ id: '7' }]);
    expect(sent.map(({ headers }) => headers.get('last-event-id'))).toEqual(['7', '7']);
  });

  test.each([
    [{}, 'retry: 50\n\n', 50],
    [{ delay: 20 }, '', 20],
    [{ delay: 20 }, 'retry: 50\n\n', 50],
    [{ delay: 20 }, 'retry: soon\n\nretry: -5\n\n', 20],
    [{}, 'retry: 99999999999\n\n', 2 ** 31 - 1],
  ])('with %o and %j wait %d milliseconds to go on', async (options, text, wait) => {
    const { read, sent } = open([stream(text), END]);
    await read({}, options);
    expect(sent.map(({ at }) => at)).toEqual([0, wait]);
  });

  test.each([0, 1, 3])('are lost after %d vain attempts to go on', async (reconnects) => {
    const { read, sent, seen } = open([lose, stream('data: a\n\n'), lose]);
    // The first event comes after one attempt that was lost.
    const error = await thrownBy(read({}, { reconnects }));
    expect(error).toMatchObject({
      name: 'NetworkError',
      message: expect.stringContaining('watch (GET /events): no more events: '),
    });
    expect(seen.length).toBe(reconnects === 0 ? 0 : 1);
    expect(sent.length).toBe(reconnects === 0 ? 1 : 2 + reconnects);
  });

  test('throw a failure, of a later connection too', async () => {
    const forbidden = json({ detail: 'no' }, { status: 403 });
    const first = open([forbidden]);
    expect(await thrownBy(first.read())).toMatchObject({ name: 'FailureError', status: 403 });
    const later = open([stream('data: a\n\n'), forbidden]);
    expect(await thrownBy(later.read())).toMatchObject({ name: 'FailureError', status: 403 });
    expect(later.seen.length).toBe(1);
    const unknown = open([json({}, { status: 500 })]);
    expect(await thrownBy(unknown.read())).toMatchObject({ name: 'UndocumentedStatusError' });
  });

  test.each([
    ['text/html', '<html>'],
    ['application/json', '{}'],
  ])('throw for an answer of %s', async (type, text) => {
    const { read, sent } = open([() => new Response(text, { headers: { 'content-type': type } })]);
    const error = await thrownBy(read({}, { reconnects: 2 }));
    expect(error).toMatchObject({
      name: 'InvalidAnswerError',
      message: `watch (GET /events): answer 200: expected text/event-stream, found ${type}`,
      status: 200,
    });
    expect(sent.length).toBe(1);
  });

  test('end without a request more when the consumer breaks, which cancels the stream', async () => {
    const { state, answer } = openStream('data: a\n\n');
    const { events, sent } = open([answer]);
    for await (const { data } of events()) if (data === 'a') break;
    expect(state.isCancelled).toBe(true);
    expect(sent.length).toBe(1);
  });

  test('end by an abort, though the stream heeds no signal', async () => {
    const { state, answer } = openStream('data: a\n\n');
    const { events } = open([answer]);
    const controller = new AbortController();
    const iterator = events({ signal: controller.signal });
    await iterator.next();
    const next = thrownBy(iterator.next());
    const cause = new Error('left');
    controller.abort(cause);
    expect(await next).toMatchObject({ name: 'AbortError', cause });
    expect(state.isCancelled).toBe(true);
  });

  test('end by an abort while they wait or connect', async () => {
    const waiting = new AbortController();
    const first = open([stream()]);
    setTimeout(() => waiting.abort(), 400);
    expect(await thrownBy(first.read({ signal: waiting.signal }))).toMatchObject({
      name: 'AbortError',
    });
    expect(first.sent.length).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
    const connecting = new AbortController();
    const hang: AnswerOne = (request, count) => {
      connecting.abort();
      return never(request, count);
    };
    const second = open([hang]);
    expect(await thrownBy(second.read({ signal: connecting.signal }))).toMatchObject({
      name: 'AbortError',
    });
  });

  test('are not ended by the timeout of the client', async () => {
    const { answer } = openStream('data: a\n\n');
    const { events, sent } = open([answer], { timeout: 1 });
    const iterator = events();
    await iterator.next();
    // A timeout that still ran would be over.
    await vi.advanceTimersByTimeAsync(10);
    expect(sent[0]?.signal.aborted).toBe(false);
    await iterator.return();
  });

  test('are ended by the signal of the client, at once', async () => {
    const { state, answer } = openStream('data: a\n\n');
    const controller = new AbortController();
    const { events, sent } = open([answer], { signal: controller.signal });
    const iterator = events({ signal: new AbortController().signal });
    await iterator.next();
    const next = thrownBy(iterator.next());
    const cause = new Error('closed');
    controller.abort(cause);
    expect(await next).toMatchObject({ name: 'AbortError', cause });
    expect([state.isCancelled, sent.length, vi.getTimerCount()]).toEqual([true, 1, 0]);
  });

  test('are asked for again where the headers do not come in time', async () => {
    const { read, sent } = open([never, stream('data: a\n\n'), END], { timeout: 50 });
    expect(await read()).toMatchObject([{ data: 'a' }]);
    expect(sent.map(({ at }) => at)).toEqual([0, 1050, 2050]);
    const { read: readNone } = open([never], { timeout: 50 });
    expect(await thrownBy(readNone({}, { reconnects: 1 }))).toMatchObject({
      name: 'NetworkError',
      cause: { name: 'TimeoutError' },
    });
  });

  test('are not asked for again where a signal of the caller is over in time', async () => {
    const { read, sent } = open([never]);
    const signal = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    expect(await thrownBy(read({ signal }))).toMatchObject({ name: 'TimeoutError' });
    expect(sent.length).toBe(0);
  });

  test('throw errors without what was sent', async () => {
    const { read } = open([lose], { headers: { authorization: 'Bearer secret' } });
    const error = await thrownBy(read({ query: { key: 'secret' } }, { reconnects: 0 }));
    expect(inspect(error, { depth: 10 })).not.toContain('secret');
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AbortError, type RetryOptions, retry } from '../../src/client/index.ts';
import { INPUT, serve, show, thrownBy } from './serve.ts';

const FOUND = () => Response.json({ name: 'A' });
const BUSY = (headers: Record<string, string> = {}) => Response.json({}, { status: 503, headers });

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** Waits that a policy asks for after some answers, until it gives up or an answer is a success. */
async function waitsOf(answers: readonly Response[], options: RetryOptions = {}, route = {}) {
  const began = Date.now();
  const times: number[] = [];
  const { client } = serve(
    (_, count) => {
      times.push(Date.now() - began);
      return answers[count - 1] ?? FOUND();
    },
    { retry: retry({ random: () => 1, ...options }) },
  );
  const result = show(route).safe(client, INPUT);
  await vi.runAllTimersAsync();
  return { times, result: await result };
}

describe('retry', () => {
  test('sends again after longer and longer waits, and tells the attempt', async () => {
    const { times, result } = await waitsOf([BUSY(), BUSY(), BUSY(), BUSY()], { attempts: 4 });
    expect(times).toEqual([0, 300, 900, 2100]);
    expect(result).toMatchObject({ ok: false, error: { attempt: 4, status: 503 } });
  });

  test('returns the success that follows', async () => {
    const { times, result } = await waitsOf([BUSY()]);
    expect([times.length, result.data]).toEqual([2, { name: 'A' }]);
  });

  test.each([
    [0, [0, 0]],
    [0.5, [0, 150]],
  ])('waits a random part of the time: %d', async (random, times) => {
    expect((await waitsOf([BUSY()], { random: () => random })).times).toEqual(times);
  });

  test('waits no longer than it may', async () => {
    const { times } = await waitsOf([BUSY(), BUSY()], { delay: 4000, maxDelay: 5000 });
    expect(times).toEqual([0, 4000, 9000]);
  });

  test.each([
    ['seconds', () => '2', [0, 2000]],
    ['a date', () => new Date(Date.now() + 3000).toUTCString(), [0, 3000]],
    ['a date that is over', () => new Date(0).toUTCString(), [0, 0]],
    ['a time that is too long', () => '3600', [0]],
    ['no time', () => 'soon', [0, 300]],
  ])('heeds Retry-After as %s', async (_, after, times) => {
    vi.setSystemTime(1_700_000_000_000);
    expect((await waitsOf([BUSY({ 'Retry-After': after() })])).times).toEqual(times);
  });

  test.each([408, 429, 500, 502, 503, 504])('sends again after %d', async (status) => {
    expect((await waitsOf([new Response('', { status })])).times).toHaveLength(2);
  });

  test.each([400, 401, 404, 409, 501])('does not after %d', async (status) => {
    expect((await waitsOf([new Response('{}', { status })])).times).toHaveLength(1);
  });

  test.each([
    ['get', {}, 2],
    ['put', {}, 2],
    ['delete', {}, 2],
    ['post', {}, 1],
    ['patch', {}, 1],
    ['put', { idempotent: false }, 1],
    ['post', { idempotent: true }, 2],
  ] as const)('sends %s %j so often: %d', async (method, more, count) => {
    expect((await waitsOf([BUSY()], {}, { method, ...more })).times).toHaveLength(count);
  });

  test('sends again after a lost connection, and after half a body', async () => {
    const half = new Response(
      new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) }),
    );
    const { client, requests } = serve(
      (_, count) => {
        if (count === 1) throw new TypeError('fetch failed');
        return count === 2 ? half : FOUND();
      },
      { retry: retry({ random: () => 0 }) },
    );
    const result = show()(client, INPUT);
    await vi.runAllTimersAsync();
    expect([await result, requests.length]).toEqual([{ name: 'A' }, 3]);
  });

  test('does not send a stream again, nor where a call does not want it', async () => {
    const { client, requests } = serve(() => BUSY(), { retry: retry() });
    const body = new ReadableStream({ start: (controller) => controller.close() });
    const format = { write: (value: unknown) => (value instanceof ReadableStream ? value : '') };
    const put = show({ method: 'put', body: format }).route;
    await client.send(put, { ...INPUT, body });
    await client.send(show().route, { ...INPUT, retry: false });
    expect(requests).toHaveLength(2);
  });

  test('stops waiting when it is aborted', async () => {
    const controller = new AbortController();
    const { client, requests } = serve(() => BUSY(), { retry: retry({ random: () => 1 }) });
    const thrown = thrownBy(show()(client, { ...INPUT, signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    expect(await thrown).toBeInstanceOf(AbortError);
    expect([requests.length, vi.getTimerCount()]).toEqual([1, 0]);
  });
});

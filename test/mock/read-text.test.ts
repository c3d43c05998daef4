import { describe, expect, test } from 'vitest';
import { readText } from '../../src/mock/read-text.ts';

function requestOf(body: RequestInit['body'], headers = {}): Request {
  // The types leave out `duplex`, which streams need.
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, duplex: 'half' };
  return new Request('http://mock.test/', body === undefined ? init : { ...init, body });
}

/** Body of equal chunks without an announced length; `taken` counts those that were asked for. */
function streamOf(chunk: string, count: number) {
  const state = { taken: 0, isCancelled: false };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (state.taken === count) return controller.close();
        state.taken += 1;
        controller.enqueue(new TextEncoder().encode(chunk));
      },
      cancel() {
        state.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, state };
}

const tooLarge = (found: string) => ({
  kind: 'body-too-large',
  violations: [
    { in: 'body', pointer: '', keyword: 'bodyLimit', expected: 'at most 6 bytes', found },
  ],
});

describe('readText', () => {
  test.each([
    ['nothing', undefined, ''],
    ['a body at the limit', '123456', '123456'],
    ['characters of several bytes', 'é🔗', 'é🔗'],
  ])('reads %s', async (_what, body, text) => {
    expect(await readText(requestOf(body), 6)).toBe(text);
  });

  test('reads a character that two chunks share', async () => {
    const bytes = new TextEncoder().encode('🔗');
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.subarray(0, 1));
        controller.enqueue(bytes.subarray(1));
        controller.close();
      },
    });
    expect(await readText(requestOf(body), 6)).toBe('🔗');
  });

  test('refuses an announced length that is too much', async () => {
    const request = requestOf(streamOf('123', 9).stream, { 'content-length': '27' });
    expect(await readText(request, 6)).toEqual(tooLarge('27 bytes'));
  });

  test('lets the rest of a body pass', async () => {
    const { stream, state } = streamOf('1234567', 9);
    expect(await readText(requestOf(stream), 6)).toEqual(tooLarge('more than 6 bytes'));
    expect(state).toEqual({ taken: 9, isCancelled: false });
  });

  test('counts bytes, not characters', async () => {
    expect(await readText(requestOf('éééé'), 6)).toEqual(tooLarge('more than 6 bytes'));
  });

  test('does not wait for the end of an endless body', async () => {
    const { stream, state } = streamOf('x'.repeat(2 ** 20), Number.POSITIVE_INFINITY);
    expect(await readText(requestOf(stream), 6)).toEqual(tooLarge('more than 6 bytes'));
    expect(state.isCancelled).toBe(true);
    expect(state.taken).toBeLessThan(70);
  });

  test('does not wait for a sender that stops', async () => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(7)),
    });
    expect(await readText(requestOf(body), 6)).toEqual(tooLarge('more than 6 bytes'));
  });

  test('refuses a body whose sender goes away', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) });
    expect(await readText(requestOf(body), 6)).toMatchObject({
      kind: 'malformed-body',
      violations: [{ keyword: 'readable', expected: 'a whole body', found: 'gone' }],
    });
  });
});

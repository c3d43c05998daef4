import { once } from 'node:events';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../src/mock/http/read-bytes.ts';

const LIMIT = 6;

async function read(body: string | Parameters<typeof readBytes>[0]['stream'], headers = {}) {
  const stream = typeof body === 'string' ? Readable.from([Buffer.from(body)]) : body;
  const result = await readBytes({ stream }, new Headers(headers), LIMIT);
  return 'bytes' in result ? result.bytes.toString() : result;
}

/** Body of equal chunks without an announced length; `taken` counts those that were asked for. */
function streamOf(chunk: string, count: number) {
  const state = { taken: 0 };
  const stream = new Readable({
    highWaterMark: 0,
    read() {
      if (state.taken === count) return this.push(null);
      state.taken += 1;
      this.push(Buffer.from(chunk));
    },
  });
  return { stream, state };
}

const tooLarge = (size?: number) => ({ tooLarge: { size } });

describe('readBytes', () => {
  test.each([
    ['nothing', Readable.from([]), ''],
    ['a body at the limit', '123456', '123456'],
    ['characters of several bytes', 'é🔗', 'é🔗'],
    ['several chunks', streamOf('12', 3).stream, '121212'],
  ])('reads %s', async (_what, body, text) => {
    expect(await read(body)).toBe(text);
  });

  test('refuses an announced length that is too much', async () => {
    const { stream } = streamOf('123', 9);
    expect(await read(stream, { 'content-length': '27' })).toEqual(tooLarge(27));
  });

  test('lets the rest of a body pass', async () => {
    const { stream, state } = streamOf('1234567', 9);
    expect(await read(stream)).toEqual(tooLarge());
    expect(state.taken).toBe(9);
  });

  test.each([
    ['reads', '123456', '123456'],
    ['refuses, where it is too much,', '1234567', tooLarge()],
  ])('%s at once what came with its head', async (_what, text, expected) => {
    const stream = Object.assign(new Readable({ read() {} }), { complete: true });
    stream.push(Buffer.from(text));
    stream.push(null);
    expect(await read(stream)).toEqual(expected);
  });

  test('refuses a body whose sender went away before', async () => {
    const stream = new Readable({ read() {} });
    stream.destroy();
    await once(stream, 'close');
    expect(await read(stream)).toEqual({ brokenOff: 'the sender went away' });
  });

  test('counts bytes, not characters', async () => {
    expect(await read('éééé')).toEqual(tooLarge());
  });

  test('does not wait for the end of an endless body', async () => {
    const { stream, state } = streamOf('x'.repeat(2 ** 20), Number.POSITIVE_INFINITY);
    expect(await read(stream)).toEqual(tooLarge());
    expect(state.taken).toBeLessThan(70);
  });

  test('does not wait for a sender that stops', async () => {
    const stream = new Readable({ read() {} });
    stream.push(Buffer.alloc(7));
    expect(await read(stream)).toEqual(tooLarge());
  });

  describe('of a body in the same process', () => {
    const webStreamOf = (...chunks: string[]) => {
      const state = { taken: 0, isCancelled: false };
      const stream = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            const chunk = chunks[state.taken];
            state.taken += 1;
            if (chunk === undefined) controller.close();
            else controller.enqueue(Buffer.from(chunk));
          },
          cancel() {
            state.isCancelled = true;
          },
        },
        { highWaterMark: 0 },
      );
      return { stream, state };
    };

    test.each([
      ['nothing', [], ''],
      ['one chunk', ['123456'], '123456'],
      ['several chunks', ['12', 'é'], '12é'],
    ])('reads %s', async (_what, chunks, text) => {
      expect(await read(webStreamOf(...chunks).stream)).toBe(text);
    });

    test('asks for no more once it is too much', async () => {
      const { stream, state } = webStreamOf('1234', '5678', '9');
      expect(await read(stream)).toEqual(tooLarge());
      expect(state).toEqual({ taken: 2, isCancelled: true });
    });

    test('asks for nothing of an announced length that is too much', async () => {
      const { stream, state } = webStreamOf('1');
      expect(await read(stream, { 'content-length': '27' })).toEqual(tooLarge(27));
      expect(state).toEqual({ taken: 0, isCancelled: true });
    });

    test('refuses what was read before', async () => {
      const { stream } = webStreamOf('1');
      stream.getReader();
      expect(await read(stream)).toEqual({ brokenOff: expect.stringMatching(/locked/) });
    });
  });

  test.each([
    ['goes away with an error', new Error('gone'), 'gone'],
    ['goes away without a word', undefined, 'the sender went away'],
  ])('refuses a body whose sender %s', async (_how, error, found) => {
    const stream = new Readable({ read() {} });
    stream.push('{');
    setImmediate(() => stream.destroy(error));
    expect(await read(stream)).toEqual({ brokenOff: found });
  });
});

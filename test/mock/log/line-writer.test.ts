import { PassThrough, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createLineWriter } from '../../../src/mock/log/line-writer.ts';

const describeLoss = (lines: number) => `${lines} lost`;
const MEGABYTE = 'x'.repeat(1024 * 1024);

/** Stream that keeps each chunk it is given. */
function collect(): { stream: Writable; chunks: string[] } {
  const chunks: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk: string, _, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, chunks };
}

describe('createLineWriter', () => {
  test('writes the lines of a turn together, at its end', async () => {
    const { stream, chunks } = collect();
    const { write } = createLineWriter(stream, describeLoss);
    write('a');
    write('b');
    expect(chunks).toEqual([]);
    await setImmediate();
    write('c');
    await setImmediate();
    expect(chunks).toEqual(['a\nb\n', 'c\n']);
  });

  test('writes 64 KB at once', () => {
    const { stream, chunks } = collect();
    const { write } = createLineWriter(stream, describeLoss);
    write('x'.repeat(65_535));
    expect(chunks).toEqual([]);
    write('y');
    expect(chunks.map(({ length }) => length)).toEqual([65_538]);
  });

  test('writes what waits when it is flushed, and nothing where nothing waits', async () => {
    const { stream, chunks } = collect();
    const { write, flush } = createLineWriter(stream, describeLoss);
    write('a');
    flush();
    flush();
    await setImmediate();
    expect(chunks).toEqual(['a\n']);
  });

  test('leaves lines out while the reader is slow, and says so when it goes on', async () => {
    const stream = new PassThrough({ encoding: 'utf8' });
    const { write } = createLineWriter(stream, describeLoss);
    for (const line of [MEGABYTE, MEGABYTE, 'a', 'b']) write(line);
    await setImmediate();
    expect(stream.read().replaceAll('x', '')).toBe('\n3 lost\n');
  });

  test('outlives a reader that goes away', async () => {
    const stream = new Writable({ write: (_, __, done) => done(new Error('EPIPE')) });
    const { write } = createLineWriter(stream, describeLoss);
    for (const line of ['a', 'b']) {
      write(line);
      await setImmediate();
    }
    expect(stream.errored?.message).toBe('EPIPE');
  });
});

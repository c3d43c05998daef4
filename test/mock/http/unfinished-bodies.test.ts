import { once } from 'node:events';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../src/mock/http/read-bytes.ts';
import { createUnfinishedBodies } from '../../../src/mock/http/unfinished-bodies.ts';

const LIMIT = 1000;

/** Bodies that are sent at the same time to one server. */
function start(maxBytes: number) {
  const unfinished = createUnfinishedBodies(maxBytes);
  return () => {
    const stream = new Readable({ read() {} });
    const send = async (size: number) => {
      const taken = once(stream, 'data');
      stream.push(Buffer.alloc(size));
      await taken;
    };
    const read = readBytes({ stream, unfinished }, new Headers(), LIMIT).then((result) =>
      'bytes' in result ? result.bytes.length : result,
    );
    return { stream, send, read };
  };
}

describe('unfinished bodies', () => {
  test('are broken off from the first on when they are too many', async () => {
    // 25 bodies of the largest size are always let in.
    const open = start(0);
    const bodies = Array.from({ length: 26 }, open);
    for (const { send } of bodies) await send(LIMIT);
    expect(await bodies[0]?.read).toEqual({ brokenOff: expect.stringContaining('too many') });
    for (const { stream, read } of bodies.slice(1)) {
      stream.push(null);
      expect(await read).toBe(LIMIT);
    }
  });

  test('no longer count once they have ended, in whatever way', async () => {
    const open = start(30 * LIMIT);
    const patient = open();
    await patient.send(1);
    for (const end of [
      (stream: Readable) => stream.push(null),
      (stream: Readable) => stream.destroy(),
      (stream: Readable) => stream.destroy(new Error('gone')),
    ]) {
      for (let count = 0; count < 40; count += 1) {
        const { stream, send, read } = open();
        await send(LIMIT);
        end(stream);
        await read;
      }
    }
    patient.stream.push(null);
    expect(await patient.read).toBe(1);
  });
});

import { describe, expect, test } from 'vitest';
import { createTurns } from '../../../src/mock/http/take-turns.ts';

describe('createTurns', () => {
  test('runs so many tasks at a time, in the order in which they came', async () => {
    const takeTurn = createTurns(2);
    const begun: number[] = [];
    const ends = Array.from({ length: 5 }, () => Promise.withResolvers<number>());
    const results = ends.map(({ promise }, index) =>
      takeTurn(() => {
        begun.push(index);
        return promise;
      }),
    );
    for (const [index, { resolve }] of ends.entries()) {
      resolve(index);
      expect(await results[index]).toBe(index);
      expect(begun).toEqual([0, 1, 2, 3, 4].slice(0, index + 3));
    }
  });

  test('goes on after a task that fails', async () => {
    const takeTurn = createTurns(1);
    const failed = takeTurn(() => Promise.reject(new Error('No.')));
    const next = takeTurn(async () => 'next');
    await expect(failed).rejects.toThrow('No.');
    expect(await next).toBe('next');
  });
});

import { describe, expect, test } from 'vitest';
import { decodeMark, encodeMark, MARK_SIZE } from '../../../src/mock/state-file/mark.ts';

describe('encodeMark', () => {
  test.each([0, 1, 2 ** 32, Number.MAX_SAFE_INTEGER])('is read as %d again', (sequence) => {
    const mark = encodeMark({ sequence, owner: 2n ** 64n - 1n });
    expect([mark.length, decodeMark(mark)]).toEqual([MARK_SIZE, sequence]);
  });
});

describe('decodeMark', () => {
  test('is 0 where there is no mark', () => {
    expect(decodeMark(Buffer.alloc(MARK_SIZE))).toBe(0);
    expect(decodeMark(Buffer.alloc(MARK_SIZE, 'x'))).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import { readSize } from '../../src/cli/read-size.ts';

describe('readSize', () => {
  test.each([
    ['0', 0],
    ['1048576', 1_048_576],
    ['7b', 7],
    ['512kb', 524_288],
    ['10mb', 10_485_760],
    ['2GB', 2_147_483_648],
  ])('reads %s as %d bytes', (text, size) => {
    expect(readSize(text)).toBe(size);
  });

  test.each(['', '-1', '1.5mb', 'mb', '10 mb', '10k', '1e3', '99999999gb'])(
    'refuses "%s"',
    (text) => {
      expect(() => readSize(text)).toThrow('Expected a size such as 10mb, 512kb or 1048576.');
    },
  );
});

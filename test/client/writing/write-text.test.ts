import { describe, expect, test } from 'vitest';
import { writeText } from '../../../src/client/writing/write-text.ts';

describe('writeText', () => {
  test.each([
    [5, '5'],
    [false, 'false'],
    [null, 'null'],
    ['', ''],
  ])('writes %j as "%s"', (body, text) => {
    expect(writeText(body)).toBe(text);
  });

  test.each([[{ a: 1 }], [[1]], [new Date(0)]])('refuses %j', (body) => {
    expect(() => writeText(body)).toThrow(
      new TypeError('body: expected text or bytes, found an object. Pass a "bodySerializer"'),
    );
  });
});

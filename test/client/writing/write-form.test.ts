import { describe, expect, test } from 'vitest';
import type { FieldStyles } from '../../../src/client/route.ts';
import { writeForm } from '../../../src/client/writing/write-form.ts';

describe('writeForm', () => {
  test.each<[body: unknown, styles: FieldStyles | undefined, text: string]>([
    [{ a: 'x y&z', b: 1, c: true }, undefined, 'a=x%20y%26z&b=1&c=true'],
    [{ a: [1, 2], b: undefined, c: null }, undefined, 'a=1&a=2'],
    [{ a: { b: [1] } }, undefined, 'a=%7B%22b%22%3A%5B1%5D%7D'],
    [{ a: [1, 2] }, { a: 'comma' }, 'a=1,2'],
    [{ a: { b: 1 } }, { a: 'deep' }, 'a%5Bb%5D=1'],
    [{ a: 'b' }, { a: 'json' }, 'a=%22b%22'],
    [{}, undefined, ''],
    [null, undefined, ''],
  ])('writes %j with the styles %j as "%s"', (body, styles, text) => {
    expect(writeForm(body, styles)).toBe(text);
  });
});

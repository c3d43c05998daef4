import { describe, expect, test } from 'vitest';
import { memoizePerObject } from '../../src/memo/memoize-per-object.ts';

describe('memoizePerObject', () => {
  test('makes one result for each object, undefined as well', () => {
    const made: object[] = [];
    const recall = memoizePerObject((key: { readonly result: unknown }) => {
      made.push(key);
      return key.result;
    });
    const [one, other] = [{ result: 1 }, { result: undefined }];
    expect([one, one, other, other].map(recall)).toEqual([1, 1, undefined, undefined]);
    expect(made).toEqual([one, other]);
  });

  test('does not remember a failure', () => {
    let isBroken = true;
    const recall = memoizePerObject((_key: object) => {
      if (isBroken) throw new Error('no');
      return 1;
    });
    const key = {};
    expect(() => recall(key)).toThrow('no');
    isBroken = false;
    expect(recall(key)).toBe(1);
  });
});

import { describe, expect, test } from 'vitest';
import { isSameSecret, SecretSet } from '../../../src/mock/authoring/secret-set.ts';

describe('isSameSecret', () => {
  test.each([
    ['secret', 'secret', true],
    ['ünïcode 🔑', 'ünïcode 🔑', true],
    ['secret', 'secre', false],
    ['secret', 'Secret', false],
    ['secret', '', false],
  ])('finds that %j and %j are the same: %j', (one, other, expected) => {
    expect(isSameSecret(one, other)).toBe(expected);
  });
});

describe('SecretSet', () => {
  test('has what was given, and nothing else', () => {
    const secrets = new SecretSet(['a', 'b', 'a']);
    expect(['a', 'b', 'ab', ''].map((sent) => secrets.has(sent))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(secrets.size).toBe(2);
  });

  test('has nothing where nothing was given', () => {
    expect(new SecretSet().has('')).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/mock/state/random.ts';

describe('createRandom', () => {
  test('gives the same draws for the same seed, and others for another', () => {
    const draw = (seed: string) => {
      const random = createRandom(seed);
      return [random.uuid(), random.text('ab', 8), random.fraction(), [...random.bytes(40)]];
    };
    expect(draw('one')).toEqual(draw('one'));
    expect(draw('one')).not.toEqual(draw('other'));
  });

  test('goes on where it was taken back to', () => {
    const random = createRandom('seed');
    const { drawn } = random;
    const first = random.uuid();
    expect(random.uuid()).not.toBe(first);
    random.drawn = drawn;
    expect(random.uuid()).toBe(first);
  });

  test('gives UUIDs of version 4', () => {
    const random = createRandom('seed');
    const uuids = Array.from({ length: 100 }, random.uuid);
    expect(new Set(uuids).size).toBe(100);
    for (const uuid of uuids) {
      expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
  });

  test('spreads fractions over 0 to 1', () => {
    const random = createRandom('seed');
    const fractions = Array.from({ length: 1000 }, random.fraction);
    const mean = fractions.reduce((sum, value) => sum + value) / fractions.length;
    expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...fractions)).toBeLessThan(1);
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
  });

  test('gives as many bytes and characters as asked for', () => {
    const random = createRandom('seed');
    expect([0, 1, 32, 33, 100].map((length) => random.bytes(length).length)).toEqual([
      0, 1, 32, 33, 100,
    ]);
    for (const length of [0, 60, 61, 70]) {
      expect(random.text('xyz', length, 'id_')).toMatch(new RegExp(`^id_[xyz]{${length}}$`));
    }
  });
});

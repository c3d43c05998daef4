import { expect, test } from 'vitest';
import { atEndOfTurn } from '../../src/mock/end-of-turn.ts';

test('atEndOfTurn acts after what is under way, in order and once', async () => {
  const acts: string[] = [];
  atEndOfTurn(() => acts.push('first'));
  process.nextTick(() => acts.push('under way'));
  atEndOfTurn(() => {
    acts.push('second');
    atEndOfTurn(() => acts.push('added'));
  });
  atEndOfTurn(() => acts.push('third'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(acts).toEqual(['under way', 'first', 'second', 'third', 'added']);
  atEndOfTurn(() => acts.push('next turn'));
  expect(acts).not.toContain('next turn');
  await new Promise((resolve) => setImmediate(resolve));
  expect(acts.at(-1)).toBe('next turn');
});

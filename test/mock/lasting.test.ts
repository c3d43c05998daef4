import { expect, test } from 'vitest';
import { createLastingMemory, type Lasting } from '../../src/mock/lasting.ts';

function countMade(source: Lasting): number {
  const recall = createLastingMemory<Lasting, object>();
  const made = [1, 2, 3].map(() => recall(source, () => ({})));
  return new Set(made).size;
}

test('what is made of a thing that lasts is made once', () => {
  expect(countMade({ isLasting: true })).toBe(1);
});

test('nothing is kept of a thing that does not last', () => {
  expect(countMade({})).toBe(3);
});

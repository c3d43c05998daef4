import { expect, test } from 'vitest';
import { countNoun } from '../../src/text/count-noun.ts';

test.each([
  [0, '0 formats'],
  [1, '1 format'],
  [2, '2 formats'],
])('countNoun writes %d with its noun', (number, text) => {
  expect(countNoun(number, 'format')).toBe(text);
});

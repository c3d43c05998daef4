import { expect, test } from 'vitest';
import { isAboveRequests } from '../../src/cli/prism-options.ts';

test.each([
  [undefined, false],
  ['trace', false],
  ['info', false],
  ['warn', true],
  ['error', true],
  ['silent', true],
])('requests are below level %s: %s', (level, isAbove) => {
  expect(isAboveRequests(level)).toBe(isAbove);
});

import { expect, test } from 'vitest';
import { findSlowPatterns } from '../../lint/find-slow-patterns.ts';

test('findSlowPatterns reports what takes more than linear time, once for equal ones', async () => {
  const sources = ['^(?:a+)+$', 'a+$', '^a+$', 'a+$'];
  const lines = await findSlowPatterns(
    sources.map((source, index) => ({ place: `a.ts:${index}:1`, source, flags: '' })),
  );
  expect(lines.map((line) => line.replace(/, as on .*/, ''))).toEqual([
    'a.ts:0:1: expected a regular expression of linear time, found one of exponential time',
    'a.ts:1:1: expected a regular expression of linear time, found one of 2nd degree polynomial time',
  ]);
});

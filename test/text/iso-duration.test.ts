import { expect, test } from 'vitest';
import { parseDuration } from '../../src/text/iso-duration.ts';

const HOUR = 3_600_000;

test.each([
  ['P7D', 168 * HOUR],
  ['P1W', 168 * HOUR],
  ['PT1H', HOUR],
  ['-PT1H', -HOUR],
  ['PT15M', HOUR / 4],
  ['P1DT12H', 36 * HOUR],
  ['PT0.5S', 500],
  ['P1W2DT3H4M5S', (9 * 24 + 3) * HOUR + 245_000],
])('parseDuration(%j) is %i ms', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

test.each(['', 'P', 'PT', 'P1', 'P1Y', 'P1M', '1D', 'P-1D', 'PT1D', 'P1DT', 'p1d', 'P1.5D'])(
  'parseDuration(%j) is nothing',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);

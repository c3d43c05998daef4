import { parseDuration } from '../mock/control/parse-duration.ts';
import { TestingError } from './testing-error.ts';

/** Milliseconds, or a text such as `8d`, `1h30m`, `15min`, `-2h` or ISO 8601's `P8D`. */
export type Duration = number | string;

/** Milliseconds of each unit. */
const UNITS = new Map([
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
]);
const PARTS = /^-?(?:\d+(?:\.\d+)?(?:ms|min|[wdhms]))+$/;
const PART = /(\d+(?:\.\d+)?)(ms|min|[wdhms])/gy;

/** Reads a duration as milliseconds. Throws TestingError for a text or number that is none. */
export function readDuration(duration: Duration): number {
  const milliseconds =
    typeof duration === 'number' ? duration : (parseDuration(duration) ?? readShort(duration));
  if (milliseconds !== undefined && Number.isFinite(milliseconds)) return milliseconds;
  throw new TestingError(
    `Expected a duration such as "8d", "1h30m", "15min", "P8D" or milliseconds, found ${JSON.stringify(duration)}.`,
  );
}

function readShort(written: string): number | undefined {
  const text = written.replaceAll(' ', '');
  if (!PARTS.test(text)) return undefined;
  const sum = [...text.replace(/^-/, '').matchAll(PART)].reduce(
    (total, [, count, unit = '']) => total + Number(count) * (UNITS.get(unit) ?? Number.NaN),
    0,
  );
  return text.startsWith('-') ? -sum : sum;
}

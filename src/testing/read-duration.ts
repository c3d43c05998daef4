import { parseDuration } from '../text/iso-duration.ts';
import { parseShortDuration } from '../text/short-duration.ts';
import { TestingError } from './testing-error.ts';

/** Milliseconds, or a text such as `8d`, `1h30m`, `15min`, `-2h` or ISO 8601's `P8D`. */
export type Duration = number | string;

/** Reads a duration as milliseconds. Throws TestingError for a text or number that is none. */
export function readDuration(duration: Duration): number {
  const milliseconds =
    typeof duration === 'number'
      ? duration
      : (parseDuration(duration) ?? parseShortDuration(duration));
  if (milliseconds !== undefined && Number.isFinite(milliseconds)) return milliseconds;
  throw new TestingError(
    `Expected a duration such as "8d", "1h30m", "15min", "P8D" or milliseconds, found ${JSON.stringify(duration)}.`,
  );
}

import { formatInstant as format, parseInstant } from '../../src/mock/authoring/index.ts';

export { parseInstant };

/** First and last second in UTC whose year has four digits; a date-time with an offset may be beyond. */
const EARLIEST = Date.parse('0000-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59Z');

/** Formats milliseconds of the epoch as Crego does: UTC with six fractional digits, within its years. */
export function formatInstant(milliseconds: number): string {
  const within = Math.min(Math.max(milliseconds, EARLIEST), LATEST);
  return format(within, { digits: 6, zone: 'Z' });
}

/** Rewrites a date-time in any form that the contract allows to that of Crego. */
export function rewriteInstant(text: string): string {
  return formatInstant(parseInstant(text));
}

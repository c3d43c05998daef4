import { formatInstant as format } from '../../src/mock/authoring/index.ts';

/** First and last instant of a four-digit year. */
const EARLIEST = Date.parse('0000-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');
/** Date-time that `Date.parse` accepts: in UTC, upper case, no leap second. */
const PARSEABLE = /^[\d-]{10}T\d\d:\d\d:[0-5][\d.]+Z$/;

/** Parses any allowed date-time to milliseconds; a leap second counts as the second before. */
export function parseInstant(text: string): number {
  const instant = Date.parse(PARSEABLE.test(text) ? text : normalize(text));
  return Math.min(Math.max(instant, EARLIEST), LATEST);
}

/** Rewrites a date-time so that `Date.parse` accepts it. */
function normalize(text: string): string {
  const time = text
    .slice(11)
    .replace(':60', ':59')
    .replace(/[+-]\d\d$/, '$&:00');
  return `${text.slice(0, 10)}T${time}`;
}

/** Rewrites a date-time in any form that the contract allows to that of Craftkit. */
export function rewriteInstant(text: string): string {
  return formatInstant(parseInstant(text));
}

/**
 * Formats milliseconds of the epoch as Craftkit does: ISO 8601 in UTC, truncated to milliseconds.
 */
export function formatInstant(milliseconds: number): string {
  return format(Math.floor(milliseconds), { digits: 3, zone: 'Z' });
}

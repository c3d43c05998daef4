import { formatInstant as format } from '../../src/mock/authoring/index.ts';

/** Bounds of what a year of four digits can say. */
const EARLIEST = Date.parse('0000-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');
/** Date-time that JavaScript reads as it stands: in UTC, upper case, no leap second. */
const USUAL = /^[\d-]{10}T\d\d:\d\d:[0-5][\d.]+Z$/;

/** Reads a date-time in any form that the contract admits as milliseconds of the epoch; a leap second is the one before it. */
export function parseInstant(text: string): number {
  const instant = Date.parse(USUAL.test(text) ? text : normalize(text));
  return Math.min(Math.max(instant, EARLIEST), LATEST);
}

/** Date-time in the form that JavaScript reads. */
function normalize(text: string): string {
  const time = text
    .slice(11)
    .replace(':60', ':59')
    .replace(/[+-]\d\d$/, '$&:00');
  return `${text.slice(0, 10)}T${time}`;
}

/** Writes a date-time in any form that the contract allows as Craftkit does. */
export function rewriteInstant(text: string): string {
  return formatInstant(parseInstant(text));
}

/** Writes milliseconds of the epoch as Craftkit does: ISO 8601 in UTC with milliseconds, cut off, not rounded. */
export function formatInstant(milliseconds: number): string {
  return format(Math.floor(milliseconds), { digits: 3, zone: 'Z' });
}

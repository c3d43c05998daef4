import { rememberNewest } from '../../src/contract/remember.ts';
import { createInstantWriter } from '../../src/mock/instant.ts';

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

const writeInstant = createInstantWriter({ digits: 3, zone: 'Z' });

/**
 * Writes a date-time in any form that the contract admits as Craftkit does.
 *
 * Whoever shares many documents gives most of them the same expiry.
 */
export const rewriteInstant = rememberNewest((text: string) => formatInstant(parseInstant(text)));

/** Writes milliseconds of the epoch as Craftkit does: ISO 8601 in UTC with milliseconds. */
export function formatInstant(milliseconds: number): string {
  // Milliseconds are cut off, not rounded, as by a date.
  return writeInstant(Math.floor(milliseconds));
}

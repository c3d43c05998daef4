import { formatInstant as format, parseInstant } from '../../src/mock/authoring/index.ts';

export { parseInstant };

/** Time zone of the documented times. */
const ZONE_MS = 8 * 60 * 60 * 1000;
/**
 * Last second in that zone that RFC 3339 can express,
 * https://www.rfc-editor.org/rfc/rfc3339#section-5.6.
 */
const LAST_MS = Date.parse('9999-12-31T23:59:59+08:00');

/**
 * Formats milliseconds of the epoch as Cloudreve does: RFC 3339 with offset and up to six
 * fractional digits, without trailing zeros.
 */
export function formatInstant(milliseconds: number): string {
  const local = Math.min(milliseconds, LAST_MS) + ZONE_MS;
  return format(local, { digits: 6, dropsZeros: true, zone: '+08:00' });
}

import { createInstantWriter } from '../../src/mock/instant.ts';

export { parseInstant } from '../../src/mock/instant.ts';

/** Time zone of the documented instants. */
const ZONE_MS = 8 * 60 * 60 * 1000;
/** Last second that RFC 3339 can write in that zone. */
const LAST_MS = Date.parse('9999-12-31T23:59:59+08:00');

const writeInstant = createInstantWriter({ digits: 6, dropsZeros: true, zone: '+08:00' });

/** Writes milliseconds of the epoch as Cloudreve does: RFC 3339 with offset, up to six fractional digits, no idle zeros. */
export function formatInstant(milliseconds: number): string {
  return writeInstant(Math.min(milliseconds, LAST_MS) + ZONE_MS);
}

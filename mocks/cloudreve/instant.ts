/** Time zone of the documented instants. */
const ZONE_MS = 8 * 60 * 60 * 1000;
/** Last second that RFC 3339 can write in that zone. */
const LAST_MS = Date.parse('9999-12-31T23:59:59+08:00');

/** Writes milliseconds of the epoch as Cloudreve does: RFC 3339 with offset, up to six fractional digits, no idle zeros. */
export function formatInstant(milliseconds: number): string {
  const micros = Math.round(Math.min(milliseconds, LAST_MS) * 1000);
  const second = Math.floor(micros / 1_000_000);
  const fraction = String(micros - second * 1_000_000).padStart(6, '0');
  const digits = `.${fraction}`.replace(/\.?0+$/, '');
  const local = new Date(second * 1000 + ZONE_MS).toISOString().slice(0, 19);
  return `${local}${digits}+08:00`;
}

/** Reads an RFC 3339 date-time as milliseconds of the epoch, with microseconds as their fraction. */
export function parseInstant(text: string): number {
  const [, fraction = ''] = /\.(\d+)/.exec(text) ?? [];
  const whole = Date.parse(text.replace(/\.\d+/, ''));
  return whole + Number(fraction.padEnd(6, '0').slice(0, 6)) / 1000;
}

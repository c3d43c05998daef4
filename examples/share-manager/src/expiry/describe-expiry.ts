/** What is left of a link, in words. */
export interface Expiry {
  readonly state: 'active' | 'soon' | 'expired';
  /** Such as `Expires in 6 days`. */
  readonly text: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * HOUR],
  ['day', 24 * HOUR],
  ['hour', HOUR],
  ['minute', MINUTE],
];
/** A link that has less than this left expires soon. */
const SOON = 48 * HOUR;

const relative = new Intl.RelativeTimeFormat('en');

/** Says when a link expires or has expired, as seen at an instant in milliseconds since 1970. */
export function describeExpiry(expiresAt: string, now: number): Expiry {
  // To the minute, so that a link that was made for a week does not expire in six days.
  const left = Math.ceil((Date.parse(expiresAt) - now) / MINUTE) * MINUTE;
  if (left <= 0) return { state: 'expired', text: `Expired ${describeDistance(left)}` };
  return { state: left < SOON ? 'soon' : 'active', text: `Expires ${describeDistance(left)}` };
}

/** Rounds towards zero, so that no link seems to last longer than it does. */
function describeDistance(milliseconds: number): string {
  const [unit, size] = UNITS.find(([, length]) => Math.abs(milliseconds) >= length) ?? [];
  if (unit === undefined || size === undefined) return 'just now';
  return relative.format(Math.trunc(milliseconds / size), unit);
}

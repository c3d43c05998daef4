import { formatInstant as format, parseInstant } from '../../src/mock/authoring/index.ts';

export { parseInstant };

/** Formats milliseconds of the epoch as Crego does: UTC with six fractional digits. */
export function formatInstant(milliseconds: number): string {
  return format(milliseconds, { digits: 6, zone: 'Z' });
}

/** Rewrites a date-time in any form that the contract allows to that of Crego. */
export function rewriteInstant(text: string): string {
  return formatInstant(parseInstant(text));
}

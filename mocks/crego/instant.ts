import { formatInstant as format, parseInstant } from '../../src/mock/authoring/index.ts';

export { parseInstant };

/** Writes milliseconds of the epoch as Crego does: UTC with six fractional digits. */
export function formatInstant(milliseconds: number): string {
  return format(milliseconds, { digits: 6, zone: 'Z' });
}

/** Writes a date-time in any form that the contract allows as Crego does. */
export function rewriteInstant(text: string): string {
  return formatInstant(parseInstant(text));
}

import { writeInstant } from '../../src/mock/instant.ts';

export { parseInstant } from '../../src/mock/instant.ts';

/** Writes milliseconds of the epoch as Crego does: UTC with six fractional digits. */
export function formatInstant(milliseconds: number): string {
  const { second, micros } = writeInstant(milliseconds);
  return `${second}.${micros}Z`;
}

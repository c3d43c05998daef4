import { createInstantWriter } from '../../src/mock/instant.ts';

export { parseInstant } from '../../src/mock/instant.ts';

/** Writes milliseconds of the epoch as Crego does: UTC with six fractional digits. */
export const formatInstant = createInstantWriter({ digits: 6, zone: 'Z' });

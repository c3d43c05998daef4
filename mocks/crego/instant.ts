import { rememberNewest } from '../../src/contract/remember.ts';
import { createInstantWriter, parseInstant } from '../../src/mock/instant.ts';

export { parseInstant } from '../../src/mock/instant.ts';

/** Writes milliseconds of the epoch as Crego does: UTC with six fractional digits. */
export const formatInstant = createInstantWriter({ digits: 6, zone: 'Z' });

/** Writes a date-time as Crego does; whoever shares many documents gives most of them the same expiry. */
export const rewriteInstant = rememberNewest((text: string) => formatInstant(parseInstant(text)));

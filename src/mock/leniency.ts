import type { Contract } from '../contract/contract.ts';
import { formatPlace } from '../contract/place.ts';
import type { ValidatorOptions } from '../contract/schema-validator.ts';

/** How a contract is enforced that its reader cannot correct: as far as it goes, the rest is said on stderr. */
export function createLeniency({ locate }: Contract): ValidatorOptions {
  return {
    unknown: 'ignore',
    onUncompilable: async ({ message, pointer = '' }) => {
      const place = formatPlace(await locate(pointer));
      console.error(`${place}: ${message} Any value is accepted in its place.`);
    },
  };
}

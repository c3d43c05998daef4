import type { Contract } from '../model/contract.ts';
import { formatPlace } from '../model/place.ts';
import type { ValidatorOptions } from './schema-validator.ts';

/** Enforces as much of a document as can be enforced, and says the rest on stderr: its reader cannot correct it. */
export function createLeniency({ locate }: Pick<Contract, 'locate'>): ValidatorOptions {
  return {
    unknown: 'ignore',
    hiddenInRequests: 'warn',
    onUncompilable: ({ message, pointer = '' }) => {
      const say = (place: string) =>
        console.error(`${place}: ${message} Any value is accepted in its place.`);
      locate(pointer).then(
        (place) => say(formatPlace(place)),
        () => say(`#${pointer}`),
      );
    },
  };
}

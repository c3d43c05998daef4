import type { Contract } from './contract.ts';
import type { Direction } from './direction.ts';
import {
  createSchemaValidator,
  type SchemaValidator,
  type ValidatorOptions,
} from './schema-validator.ts';
import { surveyDocument } from './survey-document.ts';

/** Validators of what goes each way. */
export type MessageValidators = Readonly<Record<Direction, SchemaValidator>>;

/** Makes the validators of a contract: two where it hides properties from one direction, or else one for both. */
export function createMessageValidators(
  contract: Pick<Contract, 'file' | 'document'>,
  options?: ValidatorOptions,
): MessageValidators {
  const request = createSchemaValidator(contract, { ...options, direction: 'request' });
  if (surveyDocument(contract.document).hiding.size === 0) return { request, response: request };
  // The one for responses is made when the first of them is checked.
  let made: SchemaValidator | undefined;
  return {
    request,
    response: (place, value, part) => {
      made ??= createSchemaValidator(contract, { ...options, direction: 'response' });
      return made(place, value, part);
    },
  };
}

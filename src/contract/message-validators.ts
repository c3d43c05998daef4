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

/**
 * Makes the validators of a contract: two where it hides properties from one direction, or else one for both.
 *
 * Each is made for the first value that it checks, because it has to walk through the whole document.
 */
export function createMessageValidators(
  contract: Pick<Contract, 'file' | 'document'>,
  options?: ValidatorOptions,
): MessageValidators {
  const request = makeLater(contract, { ...options, direction: 'request' });
  if (surveyDocument(contract.document).hiding.size === 0) return { request, response: request };
  return { request, response: makeLater(contract, { ...options, direction: 'response' }) };
}

function makeLater(
  contract: Pick<Contract, 'file' | 'document'>,
  options: ValidatorOptions,
): SchemaValidator {
  let made: SchemaValidator | undefined;
  return (place, value, part) => {
    made ??= createSchemaValidator(contract, options);
    return made(place, value, part);
  };
}

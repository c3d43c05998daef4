import type { Ajv2020, AnySchema, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Contract, SchemaPlace } from '../model/contract.ts';
import { ContractError } from '../model/contract-error.ts';
import type { Direction } from '../model/direction.ts';
import type { MessagePart, Violation } from '../model/violation.ts';
import { type AjvOptions, createAjv, DOCUMENT_ID } from './create-ajv.ts';
import { type CheckBranch, narrowBranches } from './narrow-branches.ts';
import { surveyDocument } from './survey-document.ts';
import { toViolation } from './to-violation.ts';

/** Violations of a schema by a value; an empty list when it holds. */
export type SchemaValidator = (
  place: SchemaPlace,
  value: unknown,
  part: MessagePart,
) => readonly Violation[];

const NONE: readonly Violation[] = [];

export interface ValidatorOptions extends AjvOptions {
  /** Takes the error of a schema that cannot be compiled, which accepts any value then; thrown by default. */
  readonly onUncompilable?: (error: ContractError) => void;
}

/**
 * Makes the validator of a contract: JSON Schema 2020-12 by ajv, each schema compiled on its first use.
 *
 * The validator throws ContractError for a schema that cannot be enforced, such as one with an unknown keyword or
 * format, naming its pointer.
 */
export function createSchemaValidator(
  contract: Pick<Contract, 'file' | 'document'>,
  options: ValidatorOptions = {},
): SchemaValidator {
  const { onUncompilable } = options;
  const ajv = createAjv(contract.document, options);
  const checkBranch = createBranchCheck(ajv);
  const compiled = new Map<string, ValidateFunction>();
  return (place, value, part) => {
    const validate = compiled.get(place.pointer) ?? compileOnce(place);
    if (validate(value)) return NONE;
    const errors = narrowBranches(validate.errors ?? [], checkBranch);
    // What breaks a "then" or an "else" is an error of its own.
    const broken = errors.filter(({ keyword }) => keyword !== 'if');
    return broken.map((error) => toViolation(error, part));
  };

  function compileOnce(place: SchemaPlace): ValidateFunction {
    const validate = compileOrReport(place);
    compiled.set(place.pointer, validate);
    return validate;
  }

  function compileOrReport(place: SchemaPlace): ValidateFunction {
    try {
      return compile(ajv, contract, place);
    } catch (error) {
      if (onUncompilable === undefined || !(error instanceof ContractError)) throw error;
      onUncompilable(error);
      return ajv.compile(true);
    }
  }
}

function errorsOf(validate: ValidateFunction, value: unknown): readonly ErrorObject[] {
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Makes the check of single branches, which narrows the branches below them in turn. */
function createBranchCheck(ajv: Ajv2020): CheckBranch {
  const compiled = new Map<unknown, ValidateFunction>();
  const checkBranch: CheckBranch = (branch, value) => {
    const validate = compiled.get(branch) ?? ajv.compile(rebase(branch));
    compiled.set(branch, validate);
    return narrowBranches(errorsOf(validate, value), checkBranch);
  };
  return checkBranch;
}

/** Schema as a root of its own, its local references turned to the registered document. */
function rebase(schema: unknown): AnySchema {
  const text = JSON.stringify(schema, (key, value) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#')
      ? DOCUMENT_ID + value
      : value,
  );
  return JSON.parse(text);
}

function compile(ajv: Ajv2020, { file }: { file: string }, place: SchemaPlace): ValidateFunction {
  if (typeof place.schema === 'boolean') return ajv.compile(place.schema);
  try {
    const fragment = place.pointer.split('/').map(encodeURIComponent).join('/');
    return ajv.compile({ $ref: `${DOCUMENT_ID}#${fragment}` });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ContractError(`${file}#${place.pointer}: schema cannot be enforced: ${reason}.`, {
      cause: error,
      pointer: place.pointer,
    });
  }
}

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

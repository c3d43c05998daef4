import type { Ajv2020, AnySchema, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { Contract, SchemaPlace } from '../model/contract.ts';
import { ContractError } from '../model/contract-error.ts';
import type { Direction } from '../model/direction.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import type { MessagePart, Violation } from '../model/violation.ts';
import { type AjvOptions, createAjv, DOCUMENT_ID } from './create-ajv.ts';
import { type CheckBranch, distanceOf, narrowBranches } from './narrow-branches.ts';
import { scanDocument } from './scan-document.ts';
import { toViolation } from './to-violation.ts';

/** Checks a value against a schema; returns an empty list if it is valid. */
export type SchemaValidator = (
  place: SchemaPlace,
  value: unknown,
  part: MessagePart,
) => readonly Violation[];

/** Tells how far a value is from a schema of a document: 0 if it fits. */
export type SchemaProbe = (schema: JsonSchema, value: unknown) => number;

const NONE: readonly Violation[] = [];

export interface ValidatorOptions extends AjvOptions {
  /** Called if a schema cannot be compiled, and then accepts anything; throws by default. */
  readonly onUncompilable?: (error: ContractError) => void;
}

/** What is compiled of one document in one way. */
interface Compiled {
  readonly ajv: Ajv2020;
  readonly checkBranch: CheckBranch;
  readonly schemas: Map<string, ValidateFunction>;
}

/** A document never changes, so that all validators of it share what they compile. */
const compiledOf = memoizePerObject((_document: object) => new Map<string, Compiled>());

/**
 * Creates a validator for JSON Schema 2020-12 with ajv; each schema is compiled on its first use.
 *
 * The validator throws ContractError, with a pointer, for a schema that cannot be enforced, such as
 * one with an unknown keyword or format.
 */
export function createSchemaValidator(
  { file, document }: Pick<Contract, 'file' | 'document'>,
  options: ValidatorOptions = {},
): SchemaValidator {
  const { onUncompilable } = options;
  const { ajv, checkBranch, schemas } = openCompiled(document, options);
  /** Schemas that this validator accepts any value for. */
  const accepting = new Map<string, ValidateFunction>();
  return (place, value, part) => {
    const { pointer } = place;
    const validate = schemas.get(pointer) ?? accepting.get(pointer) ?? compileOnce(place);
    if (validate(value)) return NONE;
    const errors = narrowBranches(validate.errors ?? [], checkBranch);
    // A violated `then` or `else` has errors of its own.
    const broken = errors.filter(({ keyword }) => keyword !== 'if');
    return broken.map((error) => toViolation(error, part));
  };

  function compileOnce(place: SchemaPlace): ValidateFunction {
    try {
      const validate = compile(ajv, file, place);
      schemas.set(place.pointer, validate);
      return validate;
    } catch (error) {
      if (onUncompilable === undefined || !(error instanceof ContractError)) throw error;
      onUncompilable(error);
      const acceptAny = ajv.compile(true);
      accepting.set(place.pointer, acceptAny);
      return acceptAny;
    }
  }
}

function openCompiled(document: Contract['document'], options: AjvOptions): Compiled {
  const { direction, unknown = 'refuse' } = options;
  const all = compiledOf(document);
  const key = `${direction} ${unknown}`;
  const known = all.get(key);
  if (known !== undefined) return known;
  const ajv = createAjv(document, options);
  const compiled = { ajv, checkBranch: createBranchCheck(ajv), schemas: new Map() };
  all.set(key, compiled);
  return compiled;
}

function errorsOf(validate: ValidateFunction, value: unknown): readonly ErrorObject[] {
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Creates a check of single branches, which narrows nested branches in turn. */
function createBranchCheck(ajv: Ajv2020): CheckBranch {
  const compiled = new Map<unknown, ValidateFunction>();
  const checkBranch: CheckBranch = (branch, value) => {
    const validate = compiled.get(branch) ?? ajv.compile(rebase(branch));
    compiled.set(branch, validate);
    return narrowBranches(errorsOf(validate, value), checkBranch);
  };
  return checkBranch;
}

/**
 * Turns a subschema into a root schema, with local references leading to the registered document.
 */
function rebase(schema: unknown): AnySchema {
  const text = JSON.stringify(schema, (key, value) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#')
      ? DOCUMENT_ID + value
      : value,
  );
  return JSON.parse(text);
}

function compile(ajv: Ajv2020, file: string, place: SchemaPlace): ValidateFunction {
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

/** One validator per direction. */
export type MessageValidators = Readonly<Record<Direction, SchemaValidator>>;

/**
 * Creates the validators of a contract: two if it hides properties in one direction, otherwise one
 * for both.
 *
 * Each is created on first use, because it scans the whole document.
 */
export function createMessageValidators(
  contract: Pick<Contract, 'file' | 'document'>,
  options?: ValidatorOptions,
): MessageValidators {
  const request = createLazyValidator(contract, { ...options, direction: 'request' });
  if (scanDocument(contract.document).hiding.size === 0) return { request, response: request };
  return {
    request,
    response: createLazyValidator(contract, { ...options, direction: 'response' }),
  };
}

/**
 * Creates a probe for response values and any schema object of a document; one that cannot be
 * enforced fits everything.
 */
export function createResponseProbe(
  { document }: Pick<Contract, 'document'>,
  options: AjvOptions = {},
): SchemaProbe {
  return (schema, value) => {
    if (typeof schema === 'boolean') return schema ? 0 : 1;
    const direction = scanDocument(document).hiding.size === 0 ? 'request' : 'response';
    const { checkBranch } = openCompiled(document, { ...options, direction });
    try {
      return distanceOf('', checkBranch(schema, value));
    } catch {
      return 0;
    }
  };
}

function createLazyValidator(
  contract: Pick<Contract, 'file' | 'document'>,
  options: ValidatorOptions,
): SchemaValidator {
  let validate: SchemaValidator | undefined;
  return (place, value, part) => {
    validate ??= createSchemaValidator(contract, options);
    return validate(place, value, part);
  };
}

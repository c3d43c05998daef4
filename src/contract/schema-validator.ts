import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import formats from 'ajv-formats';
import type { Contract, SchemaPlace } from './contract.ts';
import { ContractError } from './contract-error.ts';
import { toViolation } from './describe-error.ts';
import { type Direction, type HiddenKeyword, hiddenKeyword } from './direction.ts';
import { addDiscriminator } from './discriminator.ts';
import { isJsonObject } from './json-cursor.ts';
import { liftRequired } from './lift-required.ts';
import { type CheckBranch, narrowBranches } from './narrow-branches.ts';
import { surveyDocument } from './survey-document.ts';
import type { MessagePart, Violation } from './violation.ts';

/** Violations of a schema by a value; an empty list when it holds. */
export type SchemaValidator = (
  place: SchemaPlace,
  value: unknown,
  part: MessagePart,
) => Violation[];

/** Annotations that OpenAPI 3.1 adds to JSON Schema 2020-12; they assert nothing. */
const OPENAPI_ANNOTATIONS = ['xml', 'externalDocs', 'example'];
const DOCUMENT_ID = 'contract';

/**
 * Makes the validator of a contract: JSON Schema 2020-12 by ajv, each schema compiled on its first use.
 *
 * For a direction, `readOnly` or `writeOnly` is enforced; without one, both are annotations. The validator throws
 * ContractError for a schema that cannot be enforced, such as one with an unknown keyword or format, naming its
 * pointer.
 */
export function createSchemaValidator(
  contract: Pick<Contract, 'file' | 'document'>,
  direction?: Direction,
): SchemaValidator {
  const ajv = createAjv(contract.document, direction && hiddenKeyword(direction));
  const checkBranch = createBranchCheck(ajv);
  const compiled = new Map<string, ValidateFunction>();
  return (place, value, part) => {
    const validate = compiled.get(place.pointer) ?? compile(ajv, contract, place);
    compiled.set(place.pointer, validate);
    const errors = narrowBranches(errorsOf(validate, value), checkBranch);
    // What breaks a "then" or an "else" is an error of its own.
    const broken = errors.filter(({ keyword }) => keyword !== 'if');
    return broken.map((error) => toViolation(error, part));
  };
}

function createAjv(document: Contract['document'], keyword: HiddenKeyword | undefined): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strictSchema: true,
    // It would only check the references that are compiled, and its meta-schema takes 40 ms to compile.
    validateSchema: false,
    // These complain about the style of schemas that are enforced as they stand.
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
  });
  const { extensions, hiding } = surveyDocument(document);
  const isHiding = keyword !== undefined && hiding.has(keyword);
  const registered = isHiding ? liftRequired(document, keyword) : document;
  formats.default(ajv);
  // OpenAPI 3.1 dropped it, so that it would widen a type in silence.
  ajv.removeKeyword('nullable');
  addDiscriminator(ajv, registered);
  if (isHiding) hideMembers(ajv, keyword);
  // The document is registered whole, so that references resolve in it; its members are no assertions.
  const members = [...OPENAPI_ANNOTATIONS, ...Object.keys(document), ...extensions];
  ajv.addVocabulary([...new Set(members)]);
  return ajv.addSchema(registered, DOCUMENT_ID, undefined, false);
}

/** Refuses each member of an object whose schema is marked; anywhere else the keyword means nothing. */
function hideMembers(ajv: Ajv2020, keyword: HiddenKeyword): void {
  ajv.removeKeyword(keyword);
  ajv.addKeyword({
    keyword,
    errors: false,
    validate: (mark: unknown, _value: unknown, _schema: unknown, place?: DataValidationCxt) =>
      mark !== true || !isJsonObject(place?.parentData),
  });
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
    });
  }
}

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
import { lookForUsualFormats } from './usual-formats.ts';
import type { MessagePart, Violation } from './violation.ts';

/** Violations of a schema by a value; an empty list when it holds. */
export type SchemaValidator = (
  place: SchemaPlace,
  value: unknown,
  part: MessagePart,
) => readonly Violation[];

const NONE: readonly Violation[] = [];

export interface ValidatorOptions {
  /** Which way the values go; without one, `readOnly` and `writeOnly` are annotations. */
  readonly direction?: Direction | undefined;
  /**
   * What becomes of an unknown keyword or format: `refuse` throws where it is met, `ignore` enforces the rest
   * of the schema, for callers who have reported it. Refused by default.
   */
  readonly unknown?: 'refuse' | 'ignore';
  /** Takes the error of a schema that cannot be compiled, which accepts any value then; thrown by default. */
  readonly onUncompilable?: (error: ContractError) => void;
}

/** Keywords of a schema that is checked where it is referred to: a call takes longer than the check of a short one. */
const MOST_INLINED = 12;

/** Annotations that OpenAPI 3.1 adds to JSON Schema 2020-12; they assert nothing. */
const OPENAPI_ANNOTATIONS = ['xml', 'externalDocs', 'example'];
/** Found by ajv where it registers a document, and then unknown to its strict mode. */
const ANCHOR = '$anchor';
const DOCUMENT_ID = 'contract';

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

function createAjv(
  document: Contract['document'],
  { direction, unknown = 'refuse' }: ValidatorOptions,
): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strictSchema: unknown === 'refuse',
    logger: false,
    // Code is run for the first time far more often than it is run a lot, and V8 optimizes it as well.
    inlineRefs: MOST_INLINED,
    code: { optimize: false, ...(unknown === 'ignore' && { regExp: createLenientPattern }) },
    // They would only check the references that are compiled, and nothing else refers to them.
    meta: false,
    validateSchema: false,
    // These complain about the style of schemas that are enforced as they stand.
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
  });
  const keyword = direction && hiddenKeyword(direction);
  const { extensions, hiding, isNaming } = surveyDocument(document);
  const isHiding = keyword !== undefined && hiding.has(keyword);
  const registered = isHiding ? liftRequired(document, keyword) : document;
  formats.default(ajv);
  lookForUsualFormats(ajv);
  // OpenAPI 3.1 dropped it, so that it would widen a type in silence.
  ajv.removeKeyword('nullable');
  addDiscriminator(ajv, registered);
  if (isHiding) hideMembers(ajv, keyword);
  // The document is registered whole, so that references resolve in it; its members are no assertions.
  addAnnotations(ajv, [...OPENAPI_ANNOTATIONS, ANCHOR, ...Object.keys(document), ...extensions]);
  return ajv.addSchema(isNaming ? registered : conceal(registered), DOCUMENT_ID, undefined, false);
}

/**
 * The same members, which a walk through the document does not see.
 *
 * Ajv looks for names of schemas in all of it, which takes a tenth of the start of a large one; there are none.
 */
function conceal(document: Contract['document']): Record<string, unknown> {
  const concealed = {};
  for (const [name, value] of Object.entries(document)) {
    Object.defineProperty(concealed, name, { value });
  }
  return concealed;
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

/** What `ajv.addVocabulary` does, for names as OpenAPI allows them: `x-a.b` is one, and so is a member `title`. */
function addAnnotations({ RULES }: Ajv2020, names: readonly string[]): void {
  for (const name of names) RULES.keywords[name] ??= true;
}

/** A pattern that is no regular expression matches anything. */
const createLenientPattern = Object.assign(
  (pattern: string, flags: string) => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return /(?:)/;
    }
  },
  { code: 'createLenientPattern' },
);

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

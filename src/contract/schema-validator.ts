import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Contract, SchemaPlace } from './contract.ts';
import { ContractError } from './contract-error.ts';
import { escapeToken, isJsonObject } from './json-cursor.ts';
import { type CheckBranch, narrowBranches } from './narrow-branches.ts';
import type { MessagePart, Violation } from './violation.ts';

/** Violations of a schema by a value; an empty list when it holds. */
export type SchemaValidator = (
  place: SchemaPlace,
  value: unknown,
  part: MessagePart,
) => Violation[];

/** Annotations that OpenAPI 3.1 adds to JSON Schema 2020-12; they assert nothing. */
const OPENAPI_ANNOTATIONS = ['xml', 'externalDocs', 'example', 'discriminator'];
const DOCUMENT_ID = 'contract';

/**
 * Makes the validator of a contract: JSON Schema 2020-12 by ajv, each schema compiled on its first use.
 *
 * The validator throws ContractError for a schema that cannot be enforced, such as one with an unknown keyword
 * or format, naming its pointer.
 */
export function createSchemaValidator(
  contract: Pick<Contract, 'file' | 'document'>,
): SchemaValidator {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strictSchema: true,
    // These complain about the style of schemas that are enforced as they stand.
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
  });
  formats.default(ajv);
  // OpenAPI 3.1 dropped it, so that it would widen a type in silence.
  ajv.removeKeyword('nullable');
  // The document is registered whole, so that references resolve in it; its members are no assertions.
  ajv.addVocabulary([
    ...new Set([
      ...OPENAPI_ANNOTATIONS,
      ...Object.keys(contract.document),
      ...extensionNames(contract.document),
    ]),
  ]);
  ajv.addSchema(contract.document, DOCUMENT_ID, undefined, false);
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

/** Names of all `x-` members: annotations that strict mode must know. */
function extensionNames(node: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(node)) {
    for (const item of node) extensionNames(item, names);
  } else if (isJsonObject(node)) {
    for (const [key, value] of Object.entries(node)) {
      if (key.startsWith('x-')) names.add(key);
      extensionNames(value, names);
    }
  }
  return names;
}

function toViolation(error: ErrorObject, part: MessagePart): Violation {
  const missing = error.keyword === 'required' ? error.params.missingProperty : undefined;
  return {
    in: part,
    pointer:
      missing === undefined ? error.instancePath : `${error.instancePath}/${escapeToken(missing)}`,
    keyword: error.keyword,
    expected: describeExpected(error),
    ...(missing === undefined && { found: error.data }),
  };
}

function describeExpected(error: ErrorObject): string {
  const { keyword, params, schema, message } = error;
  if (keyword === 'type') return [params.type].flat().join(' or ');
  if (keyword === 'required') return 'a value';
  if (keyword === 'enum') return `one of ${JSON.stringify(schema)}`;
  if (keyword === 'const') return JSON.stringify(schema);
  if (keyword === 'format') return `format ${String(schema)}`;
  if (keyword === 'pattern') return `text that matches ${String(schema)}`;
  if (keyword === 'additionalProperties') return `no member "${params.additionalProperty}"`;
  if (keyword === 'unevaluatedProperties') return `no member "${params.unevaluatedProperty}"`;
  return (message ?? keyword).replace(/^must NOT have /, 'no ').replace(/^must (be )?/, '');
}

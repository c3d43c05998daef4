import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { Contract, SchemaPlace } from '../model/contract.ts';
import { ContractError } from '../model/contract-error.ts';
import type { Direction } from '../model/direction.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import { toPlain } from '../model/to-plain.ts';
import type { MessagePart, Violation } from '../model/violation.ts';
import type { SchemaValidator } from './check-value.ts';
import { compilePart } from './compile-part.ts';
import { type AjvOptions, createAjv, DOCUMENT_ID } from './create-ajv.ts';
import { type CompileTarget, compileReferencesLazily } from './lazy-references.ts';
import { type CheckBranch, distanceOf, narrowBranches } from './narrow-branches.ts';
import { scanDocument } from './scan-document.ts';
import { toViolation } from './to-violation.ts';
import { warnOfHidden } from './warn-of-hidden.ts';

export type { SchemaValidator } from './check-value.ts';

/** Tells how far a value is from a schema of a document: 0 if it fits. */
export type SchemaProbe = (schema: JsonSchema, value: unknown) => number;

const NONE: readonly Violation[] = [];

export interface ValidatorOptions extends AjvOptions {
  /**
   * Called once for a schema of a document that cannot be compiled, and then accepts anything;
   * throws by default.
   */
  readonly onUncompilable?: (error: ContractError) => void;
  /** Treatment of `readOnly` members of requests; `refuse` by default, `warn` accepts them. */
  readonly hiddenInRequests?: 'refuse' | 'warn';
}

/** What is compiled of one document in one way. */
interface Compiled {
  readonly compile: (place: SchemaPlace) => ValidateFunction;
  readonly checkBranch: CheckBranch;
  readonly schemas: Map<string, ValidateFunction>;
}

/** A document never changes, so that all validators of it share what they compile. */
const compiledOf = memoizePerObject((_document: object) => new Map<string, Compiled>());

/**
 * Creates a validator for JSON Schema 2020-12 with ajv; each schema is compiled on its first use.
 *
 * The validator throws ContractError, with a pointer, for a schema that cannot be enforced, such as
 * one with an unknown keyword, when a value first gets there. Unknown formats assert nothing.
 */
export function createSchemaValidator(
  contract: Pick<Contract, 'file' | 'document'>,
  options: ValidatorOptions = {},
): SchemaValidator {
  const { file } = contract;
  const { onUncompilable } = options;
  const { compile, checkBranch, schemas } = openCompiled(contract, options);
  const { hasOpaque } = scanDocument(contract.document);
  /** Pointers of schemas that this validator accepts any value for. */
  const accepting = new Set<string>();
  return (place, value, part) => {
    if (accepting.size > 0 && accepting.has(place.pointer)) return NONE;
    try {
      return check(place, hasOpaque ? toPlain(value) : value, part);
    } catch (error) {
      const refusal = error instanceof RangeError ? describeOverflow(file, place, error) : error;
      if (onUncompilable === undefined || !(refusal instanceof ContractError)) throw refusal;
      onUncompilable(refusal);
      accepting.add(place.pointer);
      return NONE;
    }
  };

  function check(place: SchemaPlace, value: unknown, part: MessagePart): readonly Violation[] {
    const validate = schemas.get(place.pointer) ?? compile(place);
    schemas.set(place.pointer, validate);
    if (validate(value)) return NONE;
    const errors = narrowBranches(validate.errors ?? [], checkBranch);
    // A violated `then` or `else` has errors of its own.
    const broken = errors.filter(({ keyword }) => keyword !== 'if');
    return broken.map((error) => toViolation(error, part));
  }
}

/** A schema that applies itself to the same value overflows the stack, whatever the value is. */
function describeOverflow(
  file: string,
  { pointer }: SchemaPlace,
  cause: RangeError,
): ContractError {
  const message = `${file}#${pointer}: schema cannot be enforced: it contains itself.`;
  return new ContractError(message, { cause, pointer });
}

function openCompiled(
  { file, document }: Pick<Contract, 'file' | 'document'>,
  options: ValidatorOptions,
): Compiled {
  const { direction, hidden = 'refuse', unknown = 'refuse', onUncompilable } = options;
  const all = compiledOf(document);
  const key = `${direction} ${hidden} ${unknown} ${onUncompilable === undefined}`;
  const known = all.get(key);
  if (known !== undefined) return known;
  const ajv = createAjv(document, options);
  const compileTarget = createCompiler(ajv, file, onUncompilable);
  compileReferencesLazily(ajv, DOCUMENT_ID, compileTarget);
  const compiled: Compiled = {
    compile: ({ pointer, schema }) =>
      typeof schema === 'boolean' ? ajv.compile(schema) : compileTarget(uriOf(pointer)),
    checkBranch: createBranchCheck(ajv),
    schemas: new Map(),
  };
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
    const validate = compiled.get(branch) ?? compilePart(ajv, branch);
    compiled.set(branch, validate);
    return narrowBranches(errorsOf(validate, value), checkBranch);
  };
  return checkBranch;
}

function createCompiler(
  ajv: Ajv2020,
  file: string,
  onUncompilable: ValidatorOptions['onUncompilable'],
): CompileTarget {
  return (uri) => {
    try {
      const validate = ajv.getSchema(uri);
      if (validate === undefined) throw new Error(`can't resolve reference ${uri}`);
      return validate;
    } catch (cause) {
      const pointer = pointerOf(uri);
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `${file}#${pointer}: schema cannot be enforced: ${reason}.`;
      const error = new ContractError(message, { cause, pointer });
      if (onUncompilable === undefined) throw error;
      onUncompilable(error);
      return ajv.compile(true);
    }
  };
}

/**
 * URI of the schema at a JSON Pointer.
 *
 * It stays a part of the document: a copy with a base of its own would not find what its references
 * lead to, because ajv copies small schemas into those that refer to them, references included.
 */
function uriOf(pointer: string): string {
  return `${DOCUMENT_ID}#${pointer.split('/').map(encodeURIComponent).join('/')}`;
}

function pointerOf(uri: string): string {
  return decodeURIComponent(uri.slice(DOCUMENT_ID.length + 1));
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
    request:
      options?.hiddenInRequests === 'warn'
        ? warnOfHidden(
            request,
            createLazyValidator(contract, { ...options, direction: 'request', hidden: 'accept' }),
          )
        : request,
    response: createLazyValidator(contract, { ...options, direction: 'response' }),
  };
}

/**
 * Creates a probe for response values and any schema object of a document; one that cannot be
 * enforced fits everything.
 */
export function createResponseProbe(
  contract: Pick<Contract, 'file' | 'document'>,
  options: ValidatorOptions = {},
): SchemaProbe {
  const { hiding, hasOpaque } = scanDocument(contract.document);
  const direction = hiding.size === 0 ? 'request' : 'response';
  return (schema, value) => {
    if (typeof schema === 'boolean') return schema ? 0 : 1;
    const { checkBranch } = openCompiled(contract, { ...options, direction });
    try {
      return distanceOf('', checkBranch(schema, hasOpaque ? toPlain(value) : value));
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

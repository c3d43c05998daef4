import type { Contract, SchemaPlace } from '../model/contract.ts';
import { ContractError } from '../model/contract-error.ts';
import { describeFound, describeRule } from '../model/describe-violation.ts';
import type { Direction } from '../model/direction.ts';
import { readJsonText } from '../model/json-text.ts';
import { bodyFormat } from '../model/media-type.ts';
import { createSchemaResolver, type ResolveSchema } from '../model/resolve-schema.ts';
import type { Violation } from '../model/violation.ts';
import { checkExample } from '../validate/check-example.ts';
import { createSchemaValidator, type SchemaValidator } from '../validate/schema-validator.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { XmlSyntaxError } from '../xml/xml-syntax-error.ts';
import type { Defect } from './defect.ts';
import { type ExampledSchema, findExamples, type PlacedExample } from './find-examples.ts';
import { findOperationDefects } from './find-operation-defects.ts';
import { findSchemaDefects } from './find-schema-defects.ts';

/** Compiles one schema and checks its examples. */
export type Check = () => Defect[];

/**
 * Finds all defects of a contract: operations that cannot be served, schemas that cannot be enforced,
 * and examples that violate them.
 */
export function findDefects(contract: Contract): Defect[] {
  const schemaDefects = findSchemaDefects(contract.document);
  const checked = listChecks(contract, schemaDefects).flatMap((check) => check());
  return [
    ...findOperationDefects(contract),
    ...schemaDefects,
    ...dropConsequences(schemaDefects, checked),
  ];
}

/**
 * Drops compile errors if a keyword with a wrong value explains them: it breaks its schema and all
 * that refer to it.
 */
export function dropConsequences(
  schemaDefects: readonly Defect[],
  checked: readonly Defect[],
): readonly Defect[] {
  const isExplained = schemaDefects.some(({ kind }) => kind === 'value');
  return isExplained ? checked.filter(({ kind }) => kind !== 'schema') : checked;
}

/**
 * Lists the slow checks of `findDefects`, so that a caller can do other work between two of them.
 *
 * A check usually takes a millisecond, and more than 100 ms for a large schema. Schemas are
 * compiled in ajv's strict mode unless `schemaDefects` has others than unknown formats.
 */
export function listChecks(contract: Contract, schemaDefects: readonly Defect[]): Check[] {
  const check = createExampleCheck(contract, schemaDefects);
  return findExamples(contract.document).map((exampled) => () => check(exampled));
}

/**
 * Creates the check of one schema and its examples, of which `listChecks` lists those of a document. Members that are hidden in
 * the direction of an example need not be there; one that stands at a schema, which may be of both, is good in either.
 */
export function createExampleCheck(
  { file, document }: Pick<Contract, 'file' | 'document'>,
  schemaDefects: readonly Defect[],
): (exampled: ExampledSchema) => Defect[] {
  const unknown = schemaDefects.every(({ kind }) => kind === 'format') ? 'refuse' : 'ignore';
  const resolve = createSchemaResolver(document);
  const validators = new Map<Direction, SchemaValidator>();
  // Registering a large document is slow, and a caller who finds too many checks runs none of them.
  const validatorOf = (direction: Direction): SchemaValidator => {
    const known = validators.get(direction);
    if (known !== undefined) return known;
    const options = { unknown, direction, hidden: 'accept' } as const;
    const validator = createSchemaValidator({ file, document }, options);
    validators.set(direction, validator);
    return validator;
  };
  return (exampled) => checkSchema(exampled, validatorOf, resolve);
}

function checkSchema(
  { schema, mediaType, examples }: ExampledSchema,
  validatorOf: (direction: Direction) => SchemaValidator,
  resolve: ResolveSchema,
): Defect[] {
  try {
    if (examples.length === 0) validatorOf('response')(schema, undefined, 'body');
    return examples.flatMap((example) => {
      const value = decode(example, schema, mediaType, resolve);
      const check = (direction: Direction) => {
        const validate = validatorOf(direction);
        if (mediaType === undefined) return validate(schema, value, 'body');
        const media = { type: mediaType, schema, examples: [] };
        return checkExample(media, mediaType, value, resolve, validate);
      };
      const [first, other] = directionsOf(example.pointer);
      const found = check(first);
      const isGood = found.length > 0 && other !== undefined && check(other).length === 0;
      return isGood ? [] : found.map((violation) => toDefect(example, violation));
    });
  } catch (error) {
    const problem = describeFailure(error);
    return [{ kind: 'schema', pointer: schema.pointer, problem, remedy: 'Correct the schema.' }];
  }
}

/** Directions of the messages that an example is for. */
function directionsOf(pointer: string): readonly [Direction, Direction?] {
  const [place] =
    pointer.match(/\/(?:requestBod(?:y|ies)|responses|parameters)\/(?!.*\/schema\/)/) ?? [];
  if (place === undefined) return ['response', 'request'];
  return place === '/responses/' ? ['response'] : ['request'];
}

/**
 * Decodes an XML or JSON example given as text; if it is malformed, it stays text, which then
 * violates the schema.
 */
function decode(
  { value }: PlacedExample,
  { schema }: SchemaPlace,
  mediaType: string | undefined,
  resolve: ResolveSchema,
): unknown {
  if (mediaType === undefined || typeof value !== 'string') return value;
  if (bodyFormat(mediaType) !== 'xml') return readJsonText(value, mediaType, schema, resolve);
  try {
    return decodeXml(value, schema, resolve);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return value;
    throw error;
  }
}

function toDefect(example: PlacedExample, { pointer, rule, found }: Violation): Defect {
  const name = pointer === '' ? '' : `"${pointer.slice(1)}": `;
  return {
    kind: 'example',
    pointer: `${example.pointer}${typeof example.value === 'string' ? '' : pointer}`,
    problem: `${name}expected ${describeRule(rule)}, got ${describeFound(found)}`,
    remedy: 'Correct the example or its schema.',
  };
}

/**
 * Describes an error of ajv, which overflows the stack on a schema that contains itself. Whatever the
 * error is, it says that this schema cannot be enforced, and nothing of the others.
 */
function describeFailure(error: unknown): string {
  const cause = error instanceof ContractError ? (error.cause ?? error) : error;
  if (error instanceof RangeError || cause instanceof RangeError)
    return 'expected a schema of finite depth, found one that contains itself';
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `expected a schema that can be enforced, found: ${reason}`;
}

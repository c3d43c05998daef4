import type { Contract, SchemaPlace } from '../model/contract.ts';
import { ContractError } from '../model/contract-error.ts';
import { describeFound, describeRule } from '../model/describe-violation.ts';
import { bodyFormat } from '../model/media-type.ts';
import { createSchemaResolver, type ResolveSchema } from '../model/resolve-schema.ts';
import type { Violation } from '../model/violation.ts';
import { createSchemaValidator, type SchemaValidator } from '../validate/schema-validator.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { XmlSyntaxError } from '../xml/xml-syntax-error.ts';
import type { Defect } from './defect.ts';
import { type ExampledSchema, findExamples, type PlacedExample } from './find-examples.ts';
import { findSchemaDefects } from './find-schema-defects.ts';

/** Compiles some schema of a contract and checks its examples. */
export type Check = () => Defect[];

/** Every defect of a contract: what its schemas say that cannot be enforced, and examples that break them. */
export function findDefects(contract: Contract): Defect[] {
  const cheap = findSchemaDefects(contract.document);
  const dear = listChecks(contract, cheap).flatMap((check) => check());
  return [...cheap, ...dropConsequences(cheap, dear)];
}

/** A keyword with a wrong value is why its schema, and all that refer to it, cannot be compiled. */
export function dropConsequences(
  cheap: readonly Defect[],
  dear: readonly Defect[],
): readonly Defect[] {
  const isExplained = cheap.some(({ kind }) => kind === 'value');
  return isExplained ? dear.filter(({ kind }) => kind !== 'schema') : dear;
}

/**
 * Lists the dear part of `findDefects`, so that a caller can do other work between two checks.
 *
 * One check takes a millisecond as a rule; for a large schema it is more than 100. Where schemas have no defect
 * of their own (`cheap`), they are compiled in ajv's strict mode.
 */
export function listChecks({ file, document }: Contract, cheap: readonly Defect[]): Check[] {
  const unknown = cheap.length === 0 ? 'refuse' : 'ignore';
  const resolve = createSchemaResolver(document);
  // A large document takes long to register; who finds that it has too many checks does not run one.
  let made: SchemaValidator | undefined;
  const validate: SchemaValidator = (...args) => {
    made ??= createSchemaValidator({ file, document }, { unknown });
    return made(...args);
  };
  return findExamples(document).map((exampled) => () => checkSchema(exampled, validate, resolve));
}

function checkSchema(
  { schema, mediaType, examples }: ExampledSchema,
  validate: SchemaValidator,
  resolve: ResolveSchema,
): Defect[] {
  try {
    if (examples.length === 0) validate(schema, undefined, 'body');
    return examples.flatMap((example) => {
      const value = decode(example, schema, mediaType, resolve);
      return validate(schema, value, 'body').map((violation) => toDefect(example, violation));
    });
  } catch (error) {
    const problem = describeFailure(error);
    return [{ kind: 'schema', pointer: schema.pointer, problem, remedy: 'Correct the schema.' }];
  }
}

/** An example of an XML body that is a text is the XML itself; one that is malformed breaks a schema as text. */
function decode(
  { value }: PlacedExample,
  { schema }: SchemaPlace,
  mediaType: string | undefined,
  resolve: ResolveSchema,
): unknown {
  const isXml = mediaType !== undefined && bodyFormat(mediaType) === 'xml';
  if (!isXml || typeof value !== 'string') return value;
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

/** What ajv says, or that a schema asks for itself without end. */
function describeFailure(error: unknown): string {
  if (error instanceof RangeError)
    return 'expected a schema that ends, found one that holds itself';
  if (!(error instanceof ContractError)) throw error;
  const reason = error.cause instanceof Error ? error.cause.message : error.message;
  return `expected a schema that can be enforced, found: ${reason}`;
}

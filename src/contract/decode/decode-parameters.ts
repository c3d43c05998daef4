import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { HeaderSpec, Operation, Parameter } from '../model/contract.ts';
import { isReserved } from '../model/is-reserved.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { readBranches } from './bracket-names.ts';
import { decodeQuerystring } from './decode-querystring.ts';
import { decodeValue, type ParameterSource } from './decode-value.ts';
import { describeParameter } from './describe-parameter.ts';
import { createScalarReader, type ParameterReader } from './read-scalar.ts';

export type { ParameterSource } from './decode-value.ts';

/** Decoded value of a parameter; `undefined` when it was not sent. */
export interface DecodedParameter {
  readonly parameter: Parameter;
  readonly value: unknown;
}

/**
 * Decodes the parameters of an operation by their `style` and `explode` or by their content, scalars
 * by the type in their schema.
 *
 * A value that does not fit its type stays a string, so that validation reports it.
 */
export function decodeParameters(
  operation: Operation,
  source: ParameterSource,
  resolve: ResolveSchema,
): DecodedParameter[] {
  const { readers, takesBranches } = planOf(resolve)(operation);
  const read = takesBranches ? { ...source, branches: readBranches(source.query) } : source;
  return readers.map(([parameter, readValue]) => ({ parameter, value: readValue(read) }));
}

/** How the parameters of an operation are read; found once, because every request needs it. */
interface ReadingPlan {
  readonly readers: readonly (readonly [Parameter, ParameterReader])[];
  /** Whether one of them may have its value below names in brackets. */
  readonly takesBranches: boolean;
}

const planOf = memoizePerObject((resolve: ResolveSchema) =>
  memoizePerObject((operation: Operation) => planReading(operation, resolve)),
);

function planReading({ parameters }: Operation, resolve: ResolveSchema): ReadingPlan {
  const read = parameters.filter((parameter) => !isReserved(parameter));
  return {
    readers: read.map((parameter) => [parameter, createReader(parameter, parameters, resolve)]),
    takesBranches: read.some(
      (parameter) => describeParameter(parameter, resolve).steps !== undefined,
    ),
  };
}

function createReader(
  parameter: Parameter,
  siblings: readonly Parameter[],
  resolve: ResolveSchema,
): ParameterReader {
  if (parameter.in === 'querystring') {
    return (source) => decodeQuerystring(parameter, source, resolve);
  }
  return (
    createScalarReader(parameter, describeParameter(parameter, resolve)) ??
    ((source) => decodeValue(parameter, source, resolve, siblings))
  );
}

const NO_PATH = {};
const NO_QUERY = new URLSearchParams();

/**
 * Decodes a response header, whose style is always `simple`:
 * https://spec.openapis.org/oas/v3.1.1#header-object.
 */
export function decodeHeader(text: string, header: HeaderSpec, resolve: ResolveSchema): unknown {
  const headers = { get: () => text };
  return decodeValue(header, { path: NO_PATH, query: NO_QUERY, headers }, resolve);
}

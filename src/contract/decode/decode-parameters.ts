import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { HeaderSpec, Operation, Parameter } from '../model/contract.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { readBranches } from './bracket-names.ts';
import { decodeQuerystring } from './decode-querystring.ts';
import { decodeValue, type ParameterSource } from './decode-value.ts';

export type { ParameterSource } from './decode-value.ts';

/** Decoded value of a parameter; `undefined` when it was not sent. */
export interface DecodedParameter {
  readonly parameter: Parameter;
  readonly value: unknown;
}

/**
 * Header parameters whose declaration is ignored,
 * https://spec.openapis.org/oas/v3.1.1#parameter-object.
 */
const IGNORED_HEADERS = ['accept', 'content-type', 'authorization'];

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
  const { parameters } = operation;
  const read = { ...source, branches: readBranches(source.query) };
  return readable(parameters).map((parameter) => ({
    parameter,
    value:
      parameter.in === 'querystring'
        ? decodeQuerystring(parameter, source, resolve)
        : decodeValue(parameter, read, resolve, parameters),
  }));
}

const readable = memoizePerObject((parameters: readonly Parameter[]) => parameters.filter(isRead));

function isRead({ in: place, name }: Parameter): boolean {
  return place !== 'header' || !IGNORED_HEADERS.includes(name.toLowerCase());
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

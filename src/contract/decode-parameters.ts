import { coerceScalar, itemTypes, schemaTypes } from './coerce-scalar.ts';
import type { Operation, Parameter } from './contract.ts';
import { decodeObject } from './decode-object.ts';
import type { HeaderReader } from './header-reader.ts';
import type { JsonSchema } from './json-schema.ts';
import type { PathValues } from './match-operation.ts';
import { bodyFormat } from './media-type.ts';
import { parseJson } from './parse-json.ts';
import type { ResolveSchema } from './resolve-schema.ts';
import { splitValue } from './split-value.ts';

/** Raw parts of a request that carry parameters. */
export interface ParameterSource {
  readonly path: PathValues;
  readonly query: URLSearchParams;
  readonly headers: HeaderReader;
}

/** Decoded value of a parameter; `undefined` when it was not sent. */
export interface DecodedParameter {
  readonly parameter: Parameter;
  readonly value: unknown;
}

/** Header parameters that OpenAPI 3.1 section 4.8.12 says to ignore. */
const IGNORED_HEADERS = ['accept', 'content-type', 'authorization'];

/**
 * Reads the parameters of an operation by their `style` and `explode`, scalars by their schema's type.
 *
 * Text that is not of its type stays text, so that validation reports it.
 */
export function decodeParameters(
  operation: Operation,
  source: ParameterSource,
  resolve: ResolveSchema,
): DecodedParameter[] {
  return operation.parameters
    .filter(
      ({ in: place, name }) => place !== 'header' || !IGNORED_HEADERS.includes(name.toLowerCase()),
    )
    .map((parameter) => ({ parameter, value: decode(parameter, source, resolve) }));
}

function decode(parameter: Parameter, source: ParameterSource, resolve: ResolveSchema): unknown {
  const texts = readTexts(parameter, source);
  const { own: types, items } = typesOf(parameter, resolve);
  if (parameter.mediaType !== undefined) return decodeContent(texts?.[0], parameter.mediaType);
  if (isObject(types)) return decodeObject(parameter, texts, source.query, resolve);
  if (texts === undefined) return undefined;
  if (!types.includes('array')) {
    return texts.length > 1 ? texts : coerceScalar(texts[0] ?? '', types);
  }
  return splitArray(parameter, texts).map((text) => coerceScalar(text, items));
}

interface ParameterTypes {
  readonly own: readonly string[];
  readonly items: readonly string[];
}

/** Types that were read from a parameter's schema before: they are needed for every request. */
const knownTypes = new WeakMap<Parameter, ParameterTypes>();

function typesOf(parameter: Parameter, resolve: ResolveSchema): ParameterTypes {
  const { schema } = parameter.schema;
  const types = knownTypes.get(parameter) ?? {
    own: schemaTypes(schema, resolve),
    items: itemTypes(schema, resolve),
  };
  knownTypes.set(parameter, types);
  return types;
}

function isObject(types: readonly string[]): boolean {
  return types.includes('object') && types.every((type) => type === 'object' || type === 'null');
}

/** Text that is not of its format stays text. */
function decodeContent(text: string | undefined, mediaType: string): unknown {
  if (text === undefined || bodyFormat(mediaType) !== 'json') return text;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

/** Value of a response header, which always has the style `simple`. */
export function decodeHeader(text: string, schema: JsonSchema, resolve: ResolveSchema): unknown {
  const types = schemaTypes(schema, resolve);
  if (!types.includes('array')) return coerceScalar(text, types);
  const scalarTypes = itemTypes(schema, resolve);
  return text.split(',').map((item) => coerceScalar(item.trim(), scalarTypes));
}

function readTexts(parameter: Parameter, source: ParameterSource): string[] | undefined {
  switch (parameter.in) {
    case 'path': {
      const text = source.path[parameter.name];
      return text === undefined ? undefined : [decodePercent(text)];
    }
    case 'query':
      return source.query.has(parameter.name) ? source.query.getAll(parameter.name) : undefined;
    case 'header': {
      const text = source.headers.get(parameter.name);
      return text === null ? undefined : [text];
    }
    case 'cookie':
      return readCookie(source.headers, parameter.name);
  }
}

function splitArray(parameter: Parameter, texts: readonly string[]): readonly string[] {
  if (parameter.in === 'query' && parameter.explode) return texts;
  return texts.flatMap((text) => splitValue(text, parameter.style));
}

/** Values of a cookie, percent-decoded; `undefined` when it was not sent. */
export function readCookie(headers: HeaderReader, name: string): string[] | undefined {
  const values = (headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => decodePercent(pair.slice(name.length + 1)));
  return values.length > 0 ? values : undefined;
}

/** Broken percent-encoding stays as it was sent. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

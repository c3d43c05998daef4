import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import { coerceScalar, isObjectType, itemTypes, schemaTypes } from '../model/coerce-scalar.ts';
import type { PathValues, Serialization } from '../model/contract.ts';
import type { HeaderReader } from '../model/header-reader.ts';
import { bodyFormat } from '../model/media-type.ts';
import { type ObjectShape, readShape } from '../model/object-shape.ts';
import { tryJson } from '../model/parse-json.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import {
  isSpread,
  joinMembers,
  type Pair,
  pickDeepMembers,
  pickMembers,
  splitMembers,
} from './decode-object.ts';
import { decodePercent } from './decode-percent.ts';
import { readCookies } from './read-cookies.ts';
import { dropNames, dropPrefix, splitValue } from './split-value.ts';

/** Raw parts of a request that carry parameters. */
export interface ParameterSource {
  readonly path: PathValues;
  readonly query: URLSearchParams;
  /** Query as it was sent, without `?`; only a `querystring` needs it. */
  readonly queryText?: string;
  readonly headers: HeaderReader;
}

/**
 * Decodes one value by its `style` and `explode`; `undefined` when it was not sent.
 *
 * A value that does not fit its type stays a string, so that validation reports it. An exploded
 * object never takes what `siblings` declare by name. Styles:
 * https://spec.openapis.org/oas/v3.1.1#style-values.
 */
export function decodeValue(
  serialization: Serialization,
  source: ParameterSource,
  resolve: ResolveSchema,
  siblings: readonly Serialization[] = [],
): unknown {
  const { types, items, shape } = describe(resolve)(serialization);
  const texts = readTexts(serialization, source, shape !== undefined);
  const isEmpty = texts?.length === 1 && texts[0] === '';
  if (isEmpty && serialization.allowsEmpty === true) return '';
  if (serialization.mediaType !== undefined) return decodeContent(texts, serialization.mediaType);
  if (shape !== undefined) {
    const pairs = readMembers(serialization, source, texts, shape, siblings);
    if (pairs.length > 0) return joinMembers(pairs, shape, resolve);
  }
  if (texts === undefined) return undefined;
  if (types.includes('array')) {
    return splitItems(serialization, texts).map((item) =>
      coerceScalar(decodeText(serialization, item), items),
    );
  }
  const values = texts.map((text) => decodeText(serialization, text));
  return values.length > 1 ? values : coerceScalar(values[0] ?? '', types);
}

interface Description {
  readonly types: readonly string[];
  readonly items: readonly string[];
  /** Members, when the value is serialized as an object. */
  readonly shape: ObjectShape | undefined;
}

/** Describes each parameter once, because every request needs it. */
const describe = memoizePerObject((resolve: ResolveSchema) =>
  memoizePerObject((serialization: Serialization) => readDescription(serialization, resolve)),
);

function readDescription({ style, schema }: Serialization, resolve: ResolveSchema): Description {
  const types = schemaTypes(schema.schema, resolve);
  const isObject = isObjectType(types);
  return {
    types,
    items: itemTypes(schema.schema, resolve),
    shape: isObject || style === 'deepObject' ? readShape(schema.schema, resolve) : undefined,
  };
}

/** Finds the texts sent under a name; those from a path or cookie are still percent-encoded. */
function readTexts(
  serialization: Serialization,
  { path, query, headers }: ParameterSource,
  isObject: boolean,
): string[] | undefined {
  const { name } = serialization;
  switch (serialization.in) {
    case 'path':
      return path[name] === undefined
        ? undefined
        : readSegment(path[name], serialization, isObject);
    case 'querystring':
      return undefined;
    case 'query':
      return query.has(name) ? query.getAll(name) : undefined;
    case 'header': {
      const text = headers.get(name);
      return text === null ? undefined : [text];
    }
    case 'cookie': {
      const texts = readPairs(serialization, headers).filter(([key]) => key === name);
      return texts.length === 0 ? undefined : texts.map(([, text]) => text);
    }
  }
}

function readSegment(
  segment: string,
  serialization: Serialization,
  isObject: boolean,
): string[] | undefined {
  if (serialization.style === 'simple') return [segment];
  const text = dropPrefix(segment, serialization);
  if (text === undefined) return undefined;
  const isNamed = serialization.style === 'matrix' && !(isObject && serialization.explode);
  return isNamed ? dropNames(text, serialization) : [text];
}

/**
 * Reads cookies, and the pairs that an exploded value of style `form` puts into one cookie,
 * separated by `&`.
 */
function readPairs({ style, explode }: Serialization, headers: HeaderReader): Pair[] {
  const cookies = readCookies(headers);
  if (!explode || style === 'cookie') return cookies;
  return cookies.flatMap(([name, text]) => {
    const [first = '', ...more] = text.split('&');
    const others = more.map((pair): Pair => {
      const [key = '', value = ''] = pair.split(/=(.*)/s, 2);
      return [key, value];
    });
    return [[name, first] as const, ...others];
  });
}

function readMembers(
  serialization: Serialization,
  { query, headers }: ParameterSource,
  texts: readonly string[] | undefined,
  shape: ObjectShape,
  siblings: readonly Serialization[],
): Pair[] {
  if (serialization.style === 'deepObject') return pickDeepMembers([...query], serialization.name);
  const { in: place } = serialization;
  const sent = place === 'query' ? [...query] : readPairs(serialization, headers);
  const pairs = isSpread(serialization)
    ? pickMembers(sent, place, shape, siblings)
    : (texts ?? []).flatMap((text) => splitMembers(text, serialization) ?? []);
  return pairs.map(([name, text]) => [
    decodeText(serialization, name),
    decodeText(serialization, text),
  ]);
}

function splitItems(serialization: Serialization, texts: readonly string[]): readonly string[] {
  const { in: place, style, explode } = serialization;
  const isSplit = explode && (place === 'query' || style === 'cookie');
  return isSplit ? texts : texts.flatMap((text) => splitValue(text, serialization));
}

/**
 * Paths and cookies are percent-encoded; a query is already decoded, and neither header fields nor
 * cookies of style `cookie` ever are: https://spec.openapis.org/oas/v3.2.0#style-values.
 */
function decodeText({ in: place, style }: Serialization, text: string): string {
  const isEncoded = place === 'path' || (place === 'cookie' && style !== 'cookie');
  return isEncoded ? decodePercent(text) : text;
}

/** Decodes a value that has a media type; text that is not valid JSON stays text. */
function decodeContent(texts: readonly string[] | undefined, mediaType: string): unknown {
  if (texts === undefined) return undefined;
  const values = bodyFormat(mediaType) === 'json' ? texts.map(tryJson) : texts;
  return values.length > 1 ? values : values[0];
}

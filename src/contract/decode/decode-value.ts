import { decodePercent } from '../../text/decode-percent.ts';
import type { PathValues, Serialization } from '../model/contract.ts';
import type { HeaderReader } from '../model/header-reader.ts';
import { bodyFormat } from '../model/media-type.ts';
import type { ObjectShape } from '../model/object-shape.ts';
import { tryJson } from '../model/parse-json.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { decodeNested, type QuerySource } from './decode-nested.ts';
import { isSpread, joinMembers, type Pair, pickMembers, splitMembers } from './decode-object.ts';
import { describeParameter } from './describe-parameter.ts';
import { readCookies } from './read-cookies.ts';
import { dropNames, dropPrefix, splitValue } from './split-value.ts';
import { decodeScalar, isScalar } from './value-kind.ts';

/** Raw parts of a request that carry parameters. */
export interface ParameterSource extends QuerySource {
  readonly path: PathValues;
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
  const { kind, items, shape, steps } = describeParameter(serialization, resolve);
  const texts = readTexts(serialization, source, shape !== undefined);
  const isEmpty = texts?.length === 1 && texts[0] === '';
  if (isEmpty && serialization.allowsEmpty === true) return '';
  if (serialization.mediaType !== undefined) return decodeContent(texts, serialization.mediaType);
  const nested = steps && decodeNested(serialization, steps, source, resolve);
  if (nested !== undefined) return nested;
  if (shape !== undefined) {
    const pairs = readMembers(serialization, source, texts, shape, siblings);
    if (pairs.length > 0) return joinMembers(pairs, shape, resolve);
  }
  if (texts === undefined) return undefined;
  const values = texts.map((text) => decodeText(serialization, text));
  const [first = ''] = values;
  if (kind.types.includes('array')) {
    const parts = splitItems(serialization, texts);
    const isOne = values.length === 1 && isScalar(first, kind);
    if (!isOne || (kind.hasForm && parts.length > 1)) {
      return parts.map((part) => decodeScalar(decodeText(serialization, part), items));
    }
  }
  return values.length > 1 ? values : decodeScalar(first, kind);
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
  if (serialization.style === 'deepObject') return [];
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
  const values = bodyFormat(mediaType) === 'json' ? texts.map((text) => tryJson(text)) : texts;
  return values.length > 1 ? values : values[0];
}

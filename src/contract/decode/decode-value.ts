import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { PathValues, Serialization } from '../model/contract.ts';
import type { HeaderReader } from '../model/header-reader.ts';
import { bodyFormat } from '../model/media-type.ts';
import type { ObjectShape } from '../model/object-shape.ts';
import { parseJson } from '../model/parse-json.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { type Branch, findBranch, hasBranches, readBranches, splitName } from './bracket-names.ts';
import { decodeBranch } from './decode-branch.ts';
import { isSpread, joinMembers, type Pair, pickMembers, splitMembers } from './decode-object.ts';
import { decodePercent } from './decode-percent.ts';
import { readCookies } from './read-cookies.ts';
import { dropNames, dropPrefix, splitValue } from './split-value.ts';
import { decodeScalar, describeKind, isScalar, type ValueKind } from './value-kind.ts';

/** Query or form. */
export interface QuerySource {
  readonly query: URLSearchParams;
  /** Its names in brackets, where they are read once for several parameters. */
  readonly branches?: Branch;
}

/** Raw parts of a request that carry parameters. */
export interface ParameterSource extends QuerySource {
  readonly path: PathValues;
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
  const { kind, items, shape, steps } = describe(resolve)(serialization);
  const texts = readTexts(serialization, source, shape !== undefined);
  const isEmpty = texts?.length === 1 && texts[0] === '';
  if (isEmpty && serialization.allowsEmpty === true) return '';
  if (serialization.mediaType !== undefined) return decodeContent(texts, serialization.mediaType);
  const nested = steps && decodeBelow(serialization, steps, source, resolve);
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

/**
 * Decodes what a query or form has below the name of a list or object in brackets, whatever its
 * style: `name[a][b]=1`, `name[]=1`, `name[0]=1`. `undefined` if there is nothing.
 */
export function decodeNested(
  serialization: Serialization,
  source: QuerySource,
  resolve: ResolveSchema,
): unknown {
  const { steps } = describe(resolve)(serialization);
  return steps && decodeBelow(serialization, steps, source, resolve);
}

function decodeBelow(
  serialization: Serialization,
  steps: readonly string[],
  { query, branches = readBranches(query) }: QuerySource,
  resolve: ResolveSchema,
): unknown {
  const branch = findBranch(branches, steps);
  if (branch === undefined || !hasBranches(branch)) return undefined;
  const { name, schema } = serialization;
  if (name.endsWith('[]')) {
    return query.has(name) ? undefined : decodeBranch(branch, schema.schema, resolve);
  }
  const texts = name.includes('[') ? branch.texts : query.getAll(name);
  return decodeBranch({ ...branch, texts }, schema.schema, resolve);
}

interface Description {
  readonly kind: ValueKind;
  readonly items: ValueKind;
  /** Members, when the value is serialized as an object. */
  readonly shape: ObjectShape | undefined;
  /** Path to what is sent below the name in brackets, for a list or object in a query. */
  readonly steps: readonly string[] | undefined;
}

/** Describes each parameter once, because every request needs it. */
const describe = memoizePerObject((resolve: ResolveSchema) =>
  memoizePerObject((serialization: Serialization) => readDescription(serialization, resolve)),
);

function readDescription(
  { name, in: place, style, schema, mediaType }: Serialization,
  resolve: ResolveSchema,
): Description {
  const kind = describeKind(schema.schema, resolve);
  const isDeep = style === 'deepObject';
  const isNested = isDeep || kind.allowsList || kind.allowsObject;
  return {
    kind,
    items: describeKind(kind.items, resolve),
    shape: kind.isObject || isDeep ? kind.shape : undefined,
    steps:
      place === 'query' && isNested && mediaType === undefined
        ? splitName(kind.allowsList ? name.replace(/\[\]$/, '') : name)
        : undefined,
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

/** Reads cookies, and the pairs that an exploded value puts into one cookie, separated by `&`. */
function readPairs({ explode }: Serialization, headers: HeaderReader): Pair[] {
  const cookies = readCookies(headers);
  if (!explode) return cookies;
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
  const isSplit = serialization.explode && serialization.in === 'query';
  return isSplit ? texts : texts.flatMap((text) => splitValue(text, serialization));
}

/**
 * Paths and cookies are percent-encoded; a query is already decoded, and header fields never are.
 */
function decodeText({ in: place }: Serialization, text: string): string {
  const isEncoded = (place === 'path' || place === 'cookie') && text.includes('%');
  return isEncoded ? decodePercent(text) : text;
}

/** Decodes a value that has a media type; text that is not valid JSON stays text. */
function decodeContent(texts: readonly string[] | undefined, mediaType: string): unknown {
  if (texts === undefined) return undefined;
  const values = bodyFormat(mediaType) === 'json' ? texts.map(tryJson) : texts;
  return values.length > 1 ? values : values[0];
}

/** Parses JSON; any other text is returned unchanged. */
export function tryJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

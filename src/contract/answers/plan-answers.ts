import { isDeepStrictEqual } from 'node:util';
import type { Contract, Example, Media, Operation, ResponseSpec } from '../model/contract.ts';
import { bodyFormat } from '../model/media-type.ts';
import { tryJson } from '../model/parse-json.ts';
import { createSchemaResolver, type ResolveSchema } from '../model/resolve-schema.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { encodeXml } from '../xml/encode-xml.ts';
import { type CodePlace, findCodePlaces, readCodes } from './find-codes.ts';

/** What a contract has of the answers of one operation with one status, to be found in what was sent. */
export interface AnswerPlan {
  /** Names of its examples. */
  readonly examples: readonly string[];
  /** Codes that its schemas and examples name. */
  readonly codes: readonly string[];
  /** Reads from a body, as it was sent, its codes and the names of the examples that it equals. */
  readonly read: (body: string) => ReadAnswer;
}

/** What a body shows. */
export interface ReadAnswer {
  readonly codes: readonly string[];
  readonly examples: readonly string[];
}

interface MediaPlan {
  readonly media: Media;
  readonly places: readonly CodePlace[];
  readonly examples: readonly {
    readonly key: string;
    readonly value: unknown;
    readonly text: string;
  }[];
}

/** Prepares the answers of a response of a contract. */
export function planAnswer(response: ResponseSpec, contract: Contract): AnswerPlan {
  const resolve = createSchemaResolver(contract.document);
  const isError = /^[45]/.test(response.status) || response.status === 'default';
  const plans = response.content.map((media) => planMedia(media, resolve, isError));
  const examples = plans.flatMap((plan) => plan.examples.map(({ key }) => key));
  const codes = plans.flatMap(({ places, examples: known }) => [
    ...places.flatMap((place) => place.known),
    ...known.flatMap(({ value }) => readCodes(value, places)),
  ]);
  return {
    examples: [...new Set(examples)],
    codes: [...new Set(codes)],
    read: (body) => {
      const read = plans.map((plan) => readBody(plan, body, resolve));
      return {
        codes: [...new Set(read.flatMap((found) => found.codes))],
        examples: [...new Set(read.flatMap((found) => found.examples))],
      };
    },
  };
}

function planMedia(media: Media, resolve: ResolveSchema, isError: boolean): MediaPlan {
  const { schema } = media;
  return {
    media,
    places: schema === undefined ? [] : findCodePlaces(schema.schema, resolve, isError),
    examples: media.examples.map((example) => {
      const text = writeExample(example, media, resolve);
      return { key: example.key, text, value: decode(text, media, resolve) };
    }),
  };
}

function readBody({ media, places, examples }: MediaPlan, body: string, resolve: ResolveSchema) {
  const value = places.length === 0 ? undefined : decode(body, media, resolve);
  const equal = examples.filter(({ text, value: wanted }) => {
    if (text === body) return true;
    // Members in another order make a text of the same length.
    const mayBeEqual = isXml(media) ? wanted !== undefined : text.length === body.length;
    return mayBeEqual && isDeepStrictEqual(value ?? decode(body, media, resolve), wanted);
  });
  return { codes: readCodes(value, places), examples: equal.map(({ key }) => key) };
}

function isXml({ type }: Media): boolean {
  return bodyFormat(type) === 'xml';
}

function decode(body: string, media: Media, resolve: ResolveSchema): unknown {
  if (!isXml(media) || media.schema === undefined) return tryJson(body);
  try {
    return decodeXml(body, media.schema.schema, resolve);
  } catch {
    return undefined;
  }
}

/** The text that an example is sent as. */
function writeExample(
  { value, serialized }: Example,
  { type, schema }: Media,
  resolve: ResolveSchema,
): string {
  if (serialized !== undefined) return serialized;
  if (bodyFormat(type) === 'xml' && typeof value !== 'string') {
    return encodeXml(value, schema?.schema ?? true, resolve, () => {});
  }
  return typeof value === 'string' && bodyFormat(type) !== 'json'
    ? value
    : (JSON.stringify(value) ?? '');
}

/** Prepares the answers of an operation: by the statuses that its contract declares. */
export function planAnswers(
  operation: Operation,
  contract: Contract,
): ReadonlyMap<string, AnswerPlan> {
  return new Map(
    operation.responses.map((response) => [response.status, planAnswer(response, contract)]),
  );
}

import {
  createExampleRequest,
  formatTarget,
  withDummyCredentials,
} from '../../src/contract/example/example-request.ts';
import type {
  Media,
  Operation,
  Parameter,
  RequestBody,
  SchemaPlace,
} from '../../src/contract/model/contract.ts';
import { bodyFormat } from '../../src/contract/model/media-type.ts';
import type { Outgoing } from '../send.ts';
import { writeHeaders } from '../write-request.ts';
import type { CheckValue } from './independent-check.ts';
import { type WrittenBody, writeBody } from './write-body.ts';
import { writeDeep } from './write-deep.ts';

/** Makes a valid value of a schema, as far as it can: of what is required, or of all that is declared. */
export type SampleSchema = (schema: SchemaPlace, extent?: 'required' | 'all') => unknown;

export interface BuiltRequest {
  readonly outgoing: Outgoing;
  /** Reasons why the request may be wrong itself; nobody is to be blamed for its refusal. */
  readonly doubts: readonly string[];
}

interface Chosen<T> {
  readonly value?: T;
  readonly doubts: readonly string[];
}

/** Ignored as parameters, https://spec.openapis.org/oas/v3.1.1#parameter-object. */
const RESERVED = ['accept', 'content-type', 'authorization'];
/** What Node sends in a header as it is. */
const HEADER_TEXT = /^[\t\x20-\x7e]*$/;

/** Builds a request for an operation with every parameter, from examples or samples, each checked. */
export async function buildRequest(
  operation: Operation,
  sample: SampleSchema,
  check: CheckValue,
): Promise<BuiltRequest> {
  const parameters = operation.parameters
    .filter(({ in: place, name }) => place !== 'header' || !isReserved(name))
    .map((parameter) => chooseValue(parameter, sample, check));
  const known = parameters.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const body = operation.body && (await chooseBody(operation.body, sample, check));
  const doubts = [...parameters, ...(body === undefined ? [] : [body])].flatMap(
    (chosen) => chosen.doubts,
  );
  const outgoing = write({ ...operation, parameters: known, body: undefined }, body?.value);
  return { outgoing, doubts };
}

function isReserved(name: string): boolean {
  return RESERVED.includes(name.toLowerCase());
}

/** Gives a parameter the first valid value; an optional one without is left out. */
function chooseValue(
  parameter: Parameter,
  sample: SampleSchema,
  check: CheckValue,
): Chosen<Parameter> {
  const { name, schema, required } = parameter;
  const values = [parameter.example, sample(schema), sample(schema, 'all')].filter(
    (value) => value !== undefined,
  );
  const found = values.find((value) => findDoubts(parameter, value, check).length === 0);
  if (found !== undefined) {
    return { value: { ...parameter, required: true, example: found }, doubts: [] };
  }
  if (!required) return { doubts: [] };
  const [value = 'x'] = values;
  const doubts = findDoubts(parameter, value, check).map((doubt) => `${name}: ${doubt}`);
  return { value: { ...parameter, example: value }, doubts };
}

function findDoubts(parameter: Parameter, value: unknown, check: CheckValue): string[] {
  const { in: place, schema, mediaType } = parameter;
  const broken = check(schema, value, 'request');
  if (place === 'path' && value === '') return [...broken, 'is empty'];
  const isText = place !== 'header' || HEADER_TEXT.test(String(value));
  if (!isText) return [...broken, 'cannot be sent in a header'];
  if (mediaType === undefined && isEmpty(value)) return [...broken, 'has no member to send'];
  const isWritten = mediaType !== undefined || isDeep(parameter) || !isNested(value);
  return isWritten ? broken : [...broken, 'has a value that its style cannot write'];
}

function isDeep({ in: place, style }: Parameter): boolean {
  return place === 'query' && style === 'deepObject';
}

/** Of a list or an object without members, no style writes anything that could be read. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function isNested(value: unknown): boolean {
  const isObject = (member: unknown) => typeof member === 'object' && member !== null;
  return isObject(value) && Object.values(Object(value)).some(isObject);
}

/** Writes a body in the first media type in which that is possible, JSON before others. */
async function chooseBody(
  { content, required }: RequestBody,
  sample: SampleSchema,
  check: CheckValue,
): Promise<Chosen<WrittenBody>> {
  const doubts: string[] = [];
  for (const media of jsonFirst(content)) {
    for (const value of valuesOf(media, sample)) {
      const sent = bodyFormat(media.type) === 'form' ? withoutEmpty(value) : value;
      const broken = media.schema === undefined ? [] : check(media.schema, sent, 'request');
      const written = await writeBody(media, sent);
      if (broken.length === 0 && written !== undefined) return { value: written, doubts: [] };
      doubts.push(...broken.map((doubt) => `${media.type}: ${doubt}`));
    }
  }
  return { doubts: required ? [...doubts, 'no body could be written'] : [] };
}

function valuesOf({ examples, schema }: Media, sample: SampleSchema): unknown[] {
  const written = examples.map(({ value }) => value);
  const made = schema === undefined ? [] : [sample(schema), sample(schema, 'all')];
  return [...written, ...made].filter((value) => value !== undefined);
}

/** Leaves out what a form cannot say: lists and objects without members, at any depth. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([name, member]) => [name, withoutEmpty(member)] as const)
    .filter(([, member]) => !isEmpty(member));
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

function jsonFirst(content: readonly Media[]): readonly Media[] {
  const isJson = ({ type }: Media) => bodyFormat(type) === 'json';
  return [...content.filter(isJson), ...content.filter((media) => !isJson(media))];
}

function write(operation: Operation, body: WrittenBody | undefined): Outgoing {
  const { parameters } = operation;
  const plain = parameters.filter((parameter) => !isDeep(parameter));
  const own = { ...operation, parameters: plain };
  const request = withDummyCredentials(createExampleRequest(own), own);
  const pairs = parameters
    .filter(isDeep)
    .flatMap(({ name, example }) => writeDeep(name, example))
    .map((pair) => new URLSearchParams([pair]).toString());
  const head = { method: request.method, target: addPairs(formatTarget(request), pairs) };
  if (body === undefined) return { ...head, headers: writeHeaders(request) };
  const { contentType, bytes } = body;
  // Without it, Node sends the body of a GET without announcing it.
  const described = { 'content-type': contentType, 'content-length': `${bytes.length}` };
  return { ...head, headers: { ...writeHeaders(request), ...described }, body: bytes };
}

function addPairs(target: string, pairs: readonly string[]): string {
  const mark = target.includes('?') ? '&' : '?';
  return pairs.length === 0 ? target : `${target}${mark}${pairs.join('&')}`;
}

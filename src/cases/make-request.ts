import {
  createExampleRequest,
  type ExampleRequest,
  withDummyCredentials,
} from '../contract/example/example-request.ts';
import { readSampleParameters } from '../contract/extensions/read-extension.ts';
import type { Contract, Media, Operation, Parameter } from '../contract/model/contract.ts';
import { isRange } from '../contract/model/media-range.ts';
import { bodyFormat } from '../contract/model/media-type.ts';
import { createSchemaResolver } from '../contract/model/resolve-schema.ts';
import type { SchemaOracle } from './schema-oracle.ts';
import { createValueMaker, type FindValue } from './value-maker.ts';
import { writeMedia } from './write-body.ts';

/** Request that a contract allows, with all that it requires and nothing else. */
export interface ValidRequest {
  readonly request: ExampleRequest;
  /** The same without credentials. */
  readonly anonymous: ExampleRequest;
  /** Body as it is sent; absent where none is. */
  readonly written?: string | FormData;
}

interface ChosenBody {
  readonly body?: Pick<ExampleRequest, 'body' | 'mediaType'>;
  readonly written?: string | FormData;
}

/** Makes a valid request for an operation; gives the reason why it cannot. */
export type MakeRequest = (operation: Operation) => ValidRequest | string;

/** Ignored as parameters, https://spec.openapis.org/oas/v3.1.1#parameter-object. */
const RESERVED = ['accept', 'content-type', 'authorization'];
/** What may be sent in a header as it is. */
const HEADER_TEXT = /^[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/;
/** Segments that a URL does not keep. */
const DOTS = /^\.{1,2}$/;
/** Methods that `fetch` refuses, https://fetch.spec.whatwg.org/#forbidden-method. */
const FORBIDDEN_METHODS = ['connect', 'trace', 'track'];

/** Whether a parameter is one of a header that HTTP itself has. */
export function isReserved({ in: place, name }: Parameter): boolean {
  return place === 'header' && RESERVED.includes(name.toLowerCase());
}

/** Creates the maker of requests of a contract, out of its examples where they are valid. */
export function createRequestMaker(contract: Contract, oracle: SchemaOracle): MakeRequest {
  const find = createValueMaker(contract, oracle);
  const resolve = createSchemaResolver(contract.document);
  return (operation) => {
    if (FORBIDDEN_METHODS.includes(operation.method)) {
      return `no client may send ${operation.method.toUpperCase()}`;
    }
    const parameters: Parameter[] = [];
    const needed = readSampleParameters(contract, operation);
    for (const parameter of operation.parameters) {
      const isNeeded = parameter.required || needed.includes(parameter.name);
      if (!isNeeded || isReserved(parameter)) continue;
      const example = chooseValue(parameter, find);
      if (example === undefined) return `no value is known for the parameter ${parameter.name}`;
      parameters.push({ ...parameter, required: true, example });
    }
    const bare = createExampleRequest({ ...operation, parameters, body: undefined });
    const chosen = chooseBody(operation);
    if (typeof chosen === 'string') return chosen;
    const anonymous = { ...bare, ...chosen.body, parameters: operation.parameters };
    const { written } = chosen;
    return {
      request: withDummyCredentials(anonymous, operation),
      anonymous,
      ...(written !== undefined && { written }),
    };
  };

  /** Takes an example of an optional body as well, but makes only one that is required. */
  function chooseBody({ method, body }: Operation): ChosenBody | string {
    const isRequired = body?.required === true;
    if (/^(?:get|head)$/.test(method)) {
      return isRequired ? `no client sends a body with ${method.toUpperCase()}` : {};
    }
    for (const media of jsonFirst(body?.content ?? [])) {
      const value = isRequired || media.examples.length > 0 ? findBody(media, find) : undefined;
      const written = value === undefined ? undefined : tryWrite(media, value);
      const mediaType = isRange(media.type) ? 'application/json' : media.type;
      if (written !== undefined) return { body: { body: value, mediaType }, written };
    }
    return isRequired ? 'no body is known for it' : {};
  }

  function tryWrite(media: Media, body: unknown): string | FormData | undefined {
    try {
      return writeMedia(media, body, resolve);
    } catch {
      return undefined;
    }
  }
}

function chooseValue(parameter: Parameter, find: FindValue): unknown {
  const value = find(parameter.schema, [parameter.example]);
  return value !== undefined && isSendable(parameter, value) ? value : undefined;
}

/** Whether a value can be written where it belongs, so that it is read back as it was. */
function isSendable({ in: place, mediaType, style }: Parameter, value: unknown): boolean {
  if (mediaType !== undefined) return place !== 'header' || HEADER_TEXT.test(JSON.stringify(value));
  const members = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  if (members.length === 0 || members.some((member) => typeof member === 'object')) return false;
  const texts = members.map(String);
  if (place === 'path') return texts.every((text) => text !== '' && !DOTS.test(text));
  if (place === 'header' || style === 'cookie')
    return texts.every((text) => HEADER_TEXT.test(text));
  return texts.every((text) => text !== '');
}

function findBody({ schema, examples }: Media, find: FindValue): unknown {
  const candidates = examples.map(({ value }) => value);
  return schema === undefined ? (candidates[0] ?? {}) : find(schema, candidates);
}

function jsonFirst(content: readonly Media[]): readonly Media[] {
  const isJson = ({ type }: Media) => bodyFormat(type) === 'json' || isRange(type);
  return [...content.filter(isJson), ...content.filter((media) => !isJson(media))];
}

import { decodeBody } from '../decode/decode-body.ts';
import {
  type DecodedParameter,
  decodeHeader,
  decodeParameters,
  type ParameterSource,
} from '../decode/decode-parameters.ts';
import type {
  Contract,
  Media,
  Operation,
  ParameterPlace,
  ResponseSpec,
} from '../model/contract.ts';
import { findResponse } from '../model/find-response.ts';
import type { HeaderReader } from '../model/header-reader.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { bodyFormat, findMedia, isSequence } from '../model/media-type.ts';
import { createSchemaResolver, type ResolveSchema } from '../model/resolve-schema.ts';
import type { Violation } from '../model/violation.ts';
import { checkExample } from './check-example.ts';
import { checkMedia } from './check-media.ts';
import { checkSequence } from './check-sequence.ts';
import {
  createMessageValidators,
  createResponseProbe,
  type SchemaProbe,
  type SchemaValidator,
  type ValidatorOptions,
} from './schema-validator.ts';

/** Response to check, with the decoded body. */
export interface CheckedResponse {
  readonly status: number;
  readonly headers: HeaderReader;
  readonly body: unknown;
}

/** Checks of a contract for one request or response. */
export interface ContractChecks {
  readonly resolve: ResolveSchema;
  /** Tells how far a value of a response is from a schema of the contract. */
  readonly probe: SchemaProbe;
  /** Decodes a body; returns a promise for `multipart/form-data`. */
  decodeBody(body: string | Uint8Array, media: Media, contentType?: string): unknown;
  readParameters(operation: Operation, source: ParameterSource): ReadParameters;
  /** `body` is `undefined` when none was sent. */
  checkRequestBody(operation: Operation, media: Media | undefined, body: unknown): Violations;
  checkResponse(operation: Operation, response: CheckedResponse): Violations;
}

/** Parameters of a request, and their violations. */
export interface ReadParameters {
  readonly values: ParameterValues;
  readonly violations: Violations;
}

/**
 * Values by location and name; those that were not sent are left out. A `querystring` that is an
 * object has its members in `query`.
 */
export type ParameterValues = Readonly<Record<Exclude<ParameterPlace, 'querystring'>, Values>>;

type Values = Readonly<Record<string, unknown>>;

type Violations = readonly Violation[];

const NONE: Violations = [];
const NOT_EMPTY = {
  keyword: 'minLength',
  params: { limit: 1 },
  message: 'must NOT have fewer than 1 characters',
};
const MISSING_VALUE = { keyword: 'required', params: {} };

/** Creates the checks of a contract; each schema is compiled on first use and kept. */
export function createContractChecks(
  contract: Contract,
  options?: ValidatorOptions,
): ContractChecks {
  const resolve = createSchemaResolver(contract.document);
  const validate = createMessageValidators(contract, options);
  return {
    resolve,
    probe: createResponseProbe(contract, options),
    decodeBody: (body, media, contentType) => decodeBody(body, media, resolve, contentType),
    readParameters: (operation, source) =>
      readParameters(operation, source, resolve, validate.request),
    checkRequestBody: (operation, media, body) =>
      checkRequestBody(operation, media, body, resolve, validate.request),
    checkResponse: (operation, response) =>
      checkResponse(operation, response, resolve, validate.response),
  };
}

function readParameters(
  operation: Operation,
  source: ParameterSource,
  resolve: ResolveSchema,
  validate: SchemaValidator,
): ReadParameters {
  const values: Record<keyof ParameterValues, Record<string, unknown>> = {
    path: {},
    query: {},
    header: {},
    cookie: {},
  };
  const violations: Violation[] = [];
  for (const decoded of decodeParameters(operation, source, resolve)) {
    const { parameter, value } = decoded;
    violations.push(...checkParameter(decoded, validate));
    if (value === undefined) continue;
    const { in: place, name } = parameter;
    if (place !== 'querystring') values[place][name] = value;
    else values.query = { ...values.query, ...(isJsonObject(value) ? value : { [name]: value }) };
  }
  return { values, violations };
}

function checkParameter(
  { parameter, value }: DecodedParameter,
  validate: SchemaValidator,
): Violations {
  const { name, required, schema, allowsEmpty } = parameter;
  const isWhole = parameter.in === 'querystring';
  const place = isWhole ? 'query' : parameter.in;
  if (value === undefined) {
    return required ? [{ in: place, pointer: `/${name}`, rule: MISSING_VALUE }] : NONE;
  }
  if (value === '' && allowsEmpty === true) return NONE;
  if (value === '' && allowsEmpty === false) {
    return [{ in: place, pointer: `/${name}`, rule: NOT_EMPTY, found: value }];
  }
  const violations = validate(schema, value, place);
  if (isWhole) return violations;
  return violations.map((violation) => ({ ...violation, pointer: `/${name}${violation.pointer}` }));
}

function checkRequestBody(
  operation: Operation,
  media: Media | undefined,
  body: unknown,
  resolve: ResolveSchema,
  validate: SchemaValidator,
): Violations {
  if (body === undefined) {
    return operation.body?.required === true
      ? [{ in: 'body', pointer: '', rule: { keyword: 'required', params: { what: 'body' } } }]
      : NONE;
  }
  if (media === undefined) return NONE;
  return isSequence(bodyFormat(media.type))
    ? checkSequence(media, body, resolve, validate)
    : checkMedia(media, body, resolve, validate);
}

function checkResponse(
  operation: Operation,
  response: CheckedResponse,
  resolve: ResolveSchema,
  validate: SchemaValidator,
): Violations {
  const spec = findResponse(operation, response.status);
  if (spec === undefined) {
    const params = { declared: operation.responses.map(({ status }) => status) };
    return [
      { in: 'status', pointer: '', rule: { keyword: 'status', params }, found: response.status },
    ];
  }
  return [
    ...checkHeaders(spec, response.headers, resolve, validate),
    // A response to HEAD has no body, whatever the operation declares,
    // https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2.
    ...(operation.method === 'head' ? NONE : checkResponseBody(spec, response, resolve, validate)),
  ];
}

function checkHeaders(
  spec: ResponseSpec,
  headers: HeaderReader,
  resolve: ResolveSchema,
  validate: SchemaValidator,
): Violations {
  if (spec.headers.length === 0) return NONE;
  return spec.headers.flatMap((header) => {
    const { name, required, schema } = header;
    const text = headers.get(name);
    const pointer = `/${name}`;
    if (text !== null) {
      const value = decodeHeader(text, header, resolve);
      return validate(schema, value, 'header').map((violation) => ({ ...violation, pointer }));
    }
    return required ? [{ in: 'header' as const, pointer, rule: MISSING_VALUE }] : [];
  });
}

function checkResponseBody(
  spec: ResponseSpec,
  { headers, body }: CheckedResponse,
  resolve: ResolveSchema,
  validate: SchemaValidator,
): Violations {
  if (spec.content.length === 0) {
    return body === undefined
      ? NONE
      : [{ in: 'body', pointer: '', rule: { keyword: 'content', params: {} }, found: body }];
  }
  const contentType = headers.get('content-type') ?? '';
  const media = findMedia(spec.content, contentType);
  if (media === undefined) {
    const rule = { keyword: 'mediaType', params: { types: spec.content.map(({ type }) => type) } };
    return [{ in: 'header', pointer: '/content-type', rule, found: contentType }];
  }
  const isValue = typeof body !== 'string' && !isSequence(bodyFormat(contentType));
  return isValue
    ? checkMedia(media, body, resolve, validate)
    : checkExample(media, contentType, body, resolve, validate);
}

import { bytesAsText } from './bytes-as-text.ts';
import { checkPartTypes } from './check-part-types.ts';
import type { Contract, Media, Operation, Parameter, ResponseSpec } from './contract.ts';
import { decodeBody } from './decode-body.ts';
import {
  type DecodedParameter,
  decodeHeader,
  decodeParameters,
  type ParameterSource,
} from './decode-parameters.ts';
import type { HeaderReader } from './header-reader.ts';
import { joinLists } from './join-lists.ts';
import { findMedia } from './media-type.ts';
import { createMessageValidators } from './message-validators.ts';
import { createSchemaResolver, type ResolveSchema } from './resolve-schema.ts';
import type { SchemaValidator, ValidatorOptions } from './schema-validator.ts';
import type { Violation } from './violation.ts';

/** Response as it is checked: the body already decoded to a plain value. */
export interface CheckedResponse {
  readonly status: number;
  readonly headers: HeaderReader;
  readonly body: unknown;
}

/** What a contract can say about one request or response. */
export interface ContractChecks {
  readonly resolve: ResolveSchema;
  /** Value of a body; a promise of it for `multipart/form-data`. */
  decodeBody(body: string | Uint8Array, media: Media): unknown;
  readParameters(operation: Operation, source: ParameterSource): ReadParameters;
  /** `body` is `undefined` when none was sent. */
  checkRequestBody(operation: Operation, media: Media | undefined, body: unknown): Violations;
  checkResponse(operation: Operation, response: CheckedResponse): Violations;
}

/** Parameters of a request, and what is wrong with them. */
export interface ReadParameters {
  readonly values: ParameterValues;
  readonly violations: Violations;
}

/** Values by place and name; those that were not sent are left out. */
export type ParameterValues = Readonly<Record<Parameter['in'], Values>>;

type Values = Readonly<Record<string, unknown>>;

type Violations = readonly Violation[];

const NONE: Violations = [];

/** Makes the checks of a contract; each schema is compiled on its first use and kept. */
export function createContractChecks(
  contract: Contract,
  options?: ValidatorOptions,
): ContractChecks {
  const resolve = createSchemaResolver(contract.document);
  const validate = createMessageValidators(contract, options);
  return {
    resolve,
    decodeBody: (body, media) => decodeBody(body, media, resolve),
    readParameters: (operation, source) =>
      readParameters(operation, source, resolve, validate.request),
    checkRequestBody: (operation, media, body) =>
      checkRequestBody(operation, media, body, validate.request),
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
  const values: Record<Parameter['in'], Record<string, unknown>> = {
    path: {},
    query: {},
    header: {},
    cookie: {},
  };
  const violations: Violation[] = [];
  for (const decoded of decodeParameters(operation, source, resolve)) {
    const { parameter, value } = decoded;
    violations.push(...checkParameter(decoded, validate));
    if (value !== undefined) values[parameter.in][parameter.name] = value;
  }
  return { values, violations };
}

function checkParameter(
  { parameter, value }: DecodedParameter,
  validate: SchemaValidator,
): Violations {
  const { in: place, name, required, schema, allowsEmpty } = parameter;
  if (value === undefined) {
    return required
      ? [{ in: place, pointer: `/${name}`, keyword: 'required', expected: 'a value' }]
      : NONE;
  }
  if (value === '' && allowsEmpty === true) return NONE;
  const violations = validate(schema, value, place);
  return violations.map((violation) => ({ ...violation, pointer: `/${name}${violation.pointer}` }));
}

function checkRequestBody(
  operation: Operation,
  media: Media | undefined,
  body: unknown,
  validate: SchemaValidator,
): Violations {
  if (body === undefined) {
    return operation.body?.required === true
      ? [{ in: 'body', pointer: '', keyword: 'required', expected: 'a body' }]
      : NONE;
  }
  return media === undefined ? NONE : checkMedia(media, body, validate);
}

/** Violations by a body of a media type, and by the types of its parts. */
function checkMedia(media: Media, body: unknown, validate: SchemaValidator): Violations {
  const { schema } = media;
  return joinLists(
    checkPartTypes(media, body),
    schema === undefined ? NONE : validate(schema, bytesAsText(body), 'body'),
  );
}

function checkResponse(
  operation: Operation,
  response: CheckedResponse,
  resolve: ResolveSchema,
  validate: SchemaValidator,
): Violations {
  const spec = findResponse(operation, response.status);
  if (spec === undefined) {
    const expected = `one of ${operation.responses.map(({ status }) => status).join(', ')}`;
    return [{ in: 'status', pointer: '', keyword: 'status', expected, found: response.status }];
  }
  return joinLists(
    checkHeaders(spec, response.headers, resolve, validate),
    // RFC 9110 section 9.3.2: an answer to HEAD describes a body and has none.
    operation.method === 'head' ? NONE : checkResponseBody(spec, response, validate),
  );
}

/** Response for a status: the code itself, its class such as `4XX`, or `default`. */
export function findResponse(operation: Operation, status: number): ResponseSpec | undefined {
  const { responses } = operation;
  const find = (wanted: string) => responses.find((response) => response.status === wanted);
  return find(`${status}`) ?? find(`${Math.floor(status / 100)}XX`) ?? find('default');
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
    return required
      ? [{ in: 'header' as const, pointer, keyword: 'required', expected: 'a value' }]
      : [];
  });
}

function checkResponseBody(
  spec: ResponseSpec,
  { headers, body }: CheckedResponse,
  validate: SchemaValidator,
): Violations {
  if (spec.content.length === 0) {
    return body === undefined
      ? NONE
      : [{ in: 'body', pointer: '', keyword: 'content', expected: 'no body', found: body }];
  }
  const contentType = headers.get('content-type') ?? '';
  const media = findMedia(spec.content, contentType);
  if (media === undefined) {
    const expected = spec.content.map(({ type }) => type).join(' or ');
    return [
      {
        in: 'header',
        pointer: '/content-type',
        keyword: 'mediaType',
        expected,
        found: contentType,
      },
    ];
  }
  return checkMedia(media, body, validate);
}

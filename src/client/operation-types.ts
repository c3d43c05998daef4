import type { RequestBodyOption } from 'openapi-fetch';
import type { ParseAs } from './call-input.ts';
import type { CallSettings, HeaderValues } from './client-options.ts';
import type { ClientError } from './errors/client-error.ts';
import type { FailureError } from './errors/failure-error.ts';
import type { Envelope } from './route.ts';

/** Generated type of an operation. */
export type AnyOperation = Readonly<Record<string | number, unknown>>;

type SectionName<Key> = Key extends 'header' ? 'headers' : Key extends 'cookie' ? 'cookies' : Key;

/** Headers that a contract does not declare may be sent with any operation. */
type Section<Key, Values> = Key extends 'header'
  ? [Exclude<Values, undefined>] extends [never]
    ? HeaderValues
    : Values & HeaderValues
  : Values;

/** Parameters by the part of the request that carries them. */
type Parameters<Operation> = Operation extends { parameters: infer Values }
  ? { [Key in keyof Values as SectionName<Key>]: Section<Key, Values[Key]> }
  : { headers?: HeaderValues };

/** Parameters and body of an operation. */
export type OperationInput<Operation extends AnyOperation> = Parameters<Operation> &
  RequestBodyOption<Operation>;

/** Argument of a call: parameters, body, and settings that hold for it alone. */
export type CallArgument<
  Operation extends AnyOperation,
  As extends ParseAs = ParseAs,
> = OperationInput<Operation> & CallSettings & { readonly parseAs?: As };

/** Arguments of a call; there may be none where nothing is required. */
export type CallArguments<Operation extends AnyOperation, As extends ParseAs = ParseAs> =
  Record<never, never> extends OperationInput<Operation>
    ? [input?: CallArgument<Operation, As>]
    : [input: CallArgument<Operation, As>];

type Responses<Operation> = Operation extends { responses: infer All } ? All : never;

/** Statuses of a range or of `default`, as far as they are in use: https://www.iana.org/assignments/http-status-codes. */
interface Ranges {
  '2': 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;
  '3': 300 | 301 | 302 | 303 | 304 | 307 | 308;
  '4':
    | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414)
    | (415 | 416 | 417 | 418 | 421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451);
  '5': 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511;
}

type Failing = Ranges['3' | '4' | '5'];

/** Statuses of a range such as `4XX`. */
type RangeOf<Key> = Key extends `${infer Digit extends keyof Ranges}${'XX' | 'xx'}`
  ? Ranges[Digit]
  : never;

/** Statuses of `default`, without those of documented ranges. */
type OthersOf<All> = Exclude<
  Failing | ([Extract<keyof All, Ranges['2'] | '2XX'>] extends [never] ? 200 : never),
  RangeOf<keyof All>
>;

/** Statuses that a response is documented for, without those that have their own. */
type StatusesOf<Key, All> = Key extends number
  ? Key
  : Exclude<Key extends 'default' ? OthersOf<All> : RangeOf<Key>, keyof All>;

/** Value of a body: that of its schema in JSON, otherwise text or bytes. */
type ContentValue<Type, Value> = Type extends `${string}json${string}`
  ? Value
  : Type extends `text/${string}` | `${string}xml${string}`
    ? string
    : Type extends `${string}*${string}`
      ? Value | string | Blob
      : Blob;

type BodyOf<Response> = Response extends { content: infer Content }
  ? [Exclude<Content, undefined>] extends [never]
    ? undefined
    : { [Type in keyof Content]: ContentValue<Type, Content[Type]> }[keyof Content]
  : undefined;

/** Result in the envelope of a success. */
type Unwrapped<Body, Wrapper> = Wrapper extends Envelope
  ? Body extends Readonly<Record<Wrapper['code'], unknown>>
    ? Body[Wrapper['code']] extends Wrapper['success']
      ? Wrapper['data'] extends string
        ? Wrapper['data'] extends keyof Body
          ? Body[Wrapper['data']]
          : undefined
        : Body
      : never
    : Body
  : Body;

/** Failure in an envelope of a success. */
type Wrapped<Body, Wrapper> = Wrapper extends Envelope
  ? Body extends Readonly<Record<Wrapper['code'], unknown>>
    ? Body[Wrapper['code']] extends Wrapper['success']
      ? never
      : Body
    : never
  : never;

interface Parsed<Value> {
  json: Value;
  text: string;
  blob: Blob;
  arrayBuffer: ArrayBuffer;
  stream: ReadableStream<Uint8Array> | null;
}

/** Response headers, of which the contract documents some. */
export interface AnswerHeaders<Documented> extends Headers {
  /** Those that are required are always there. */
  get<Name extends Extract<KnownKeys<Documented>, string>>(
    name: Name,
  ): Record<never, never> extends Pick<Documented, Name> ? string | null : string;
  get(name: string): string | null;
}

type KnownKeys<Values> = keyof {
  [Key in keyof Values as string extends Key ? never : Key]: unknown;
};

type HeadersOf<Response> = Response extends { headers: infer Documented }
  ? AnswerHeaders<Documented>
  : Headers;

/** Documented success of a call. */
export interface Success<Status, Data, Documented extends Headers = Headers> {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
  readonly headers: Documented;
  readonly error?: never;
}

/** Failure of a call; it has a status if the contract has that failure. */
export interface Failed<Status, Cause extends ClientError> {
  readonly ok: false;
  readonly status: Status;
  readonly error: Cause;
  readonly data?: never;
}

type SuccessAt<Status, Response, Wrapper, As> = Status extends Ranges['2']
  ? Success<
      Status,
      As extends keyof Parsed<unknown>
        ? Parsed<Unwrapped<BodyOf<Response>, Wrapper>>[As]
        : Unwrapped<BodyOf<Response>, Wrapper>,
      HeadersOf<Response>
    >
  : never;

type FailureAt<Status, Response, Wrapper> = Status extends Ranges['2']
  ? [Wrapped<BodyOf<Response>, Wrapper>] extends [never]
    ? never
    : FailureError<Status, Wrapped<BodyOf<Response>, Wrapper>>
  : Status extends number
    ? FailureError<Status, BodyOf<Response>>
    : never;

type SuccessesOf<All, Wrapper, As> = {
  [Key in keyof All]: SuccessAt<StatusesOf<Key, All>, All[Key], Wrapper, As>;
}[keyof All];

type FailuresOf<All, Wrapper> = {
  [Key in keyof All]: FailureAt<StatusesOf<Key, All>, All[Key], Wrapper>;
}[keyof All];

/** Data of the documented successes. */
export type DataOf<Operation, Wrapper = undefined, As = undefined> =
  SuccessesOf<Responses<Operation>, Wrapper, As> extends infer Result
    ? Result extends { readonly data: infer Data }
      ? Data
      : never
    : never;

/** Errors of the documented failures, which their `status` tells apart. */
export type FailureOf<Operation, Wrapper = undefined> = Operation extends unknown
  ? FailuresOf<Responses<Operation>, Wrapper>
  : never;

type FailedOf<Failure> =
  Failure extends FailureError<infer Status, unknown> ? Failed<Status, Failure> : never;

/** What a call comes to, told apart by `ok` and `status`; `status` is absent where the contract has no such answer. */
export type SafeResult<Operation, Wrapper = undefined, As = undefined> =
  | SuccessesOf<Responses<Operation>, Wrapper, As>
  | FailedOf<FailureOf<Operation, Wrapper>>
  | Failed<undefined, ClientError>;

import type {
  ClientOptions,
  FetchResponse,
  Middleware,
  ParseAs,
  QuerySerializerOptions,
  RequestBodyOption,
} from 'openapi-fetch';
import type { OperationRoutes } from './operation-route.ts';

/** Generated type of an operation. */
type AnyOperation = Readonly<Record<string | number, unknown>>;

type AnyMediaType = `${string}/${string}`;

type HeaderValue = string | number | boolean | (string | number | boolean)[] | null | undefined;

/** Headers that a contract does not declare may be sent with any operation. */
type OtherHeaders = Readonly<Record<string, HeaderValue>>;

type SectionName<Key> = Key extends 'header' ? 'headers' : Key extends 'cookie' ? 'cookies' : Key;

type Section<Key, Values> = Key extends 'header'
  ? [Exclude<Values, undefined>] extends [never]
    ? OtherHeaders
    : Values & OtherHeaders
  : Values;

/** Parameters by the part of the request that carries them. */
type Parameters<Operation> = Operation extends { parameters: infer Values }
  ? { [Key in keyof Values as SectionName<Key>]: Section<Key, Values[Key]> }
  : { headers?: OtherHeaders };

/** Parameters and body of an operation. */
export type OperationInput<Operation extends AnyOperation> = Parameters<Operation> &
  RequestBodyOption<Operation>;

/** Settings of one request; those of the client hold where they are absent. */
export interface RequestSettings<As extends ParseAs = ParseAs>
  extends Omit<RequestInit, 'body' | 'headers' | 'method'> {
  readonly baseUrl?: string;
  /** How the body of a success is read, JSON by default. */
  readonly parseAs?: As;
  readonly fetch?: NonNullable<ClientOptions['fetch']>;
  readonly middleware?: Middleware[];
  readonly querySerializer?: ((query: Record<string, unknown>) => string) | QuerySerializerOptions;
  readonly bodySerializer?: (body: unknown) => BodyInit | null | undefined;
}

/** `data` of a success or `error` of a failure, and the response itself. */
export type OperationResult<
  Operation extends AnyOperation,
  As extends ParseAs = 'json',
> = FetchResponse<Operation, { parseAs: As }, AnyMediaType>;

/** Method that calls an operation; its argument is optional where nothing is required. */
export type OperationMethod<Operation extends AnyOperation> =
  Record<never, never> extends OperationInput<Operation>
    ? <As extends ParseAs = 'json'>(
        input?: OperationInput<Operation> & RequestSettings<As>,
      ) => Promise<OperationResult<Operation, As>>
    : <As extends ParseAs = 'json'>(
        input: OperationInput<Operation> & RequestSettings<As>,
      ) => Promise<OperationResult<Operation, As>>;

/** Methods of a client by name, each with the types of its method and path in `paths`. */
export type OperationMethods<Paths, Routes extends OperationRoutes> = {
  -readonly [Name in keyof Routes]: MethodAt<Paths, Routes[Name][0], Routes[Name][1]>;
};

type MethodAt<Paths, Method, Path> = Path extends keyof Paths
  ? Method extends keyof Paths[Path]
    ? Paths[Path][Method] extends infer Operation extends AnyOperation
      ? OperationMethod<Operation>
      : never
    : never
  : never;

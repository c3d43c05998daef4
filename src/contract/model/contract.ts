import type { Flaw } from './flaw.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Locate } from './place.ts';

/** Loaded OpenAPI document and its operations. */
export interface Contract {
  /** Entry file, as the caller named it. */
  readonly file: string;
  /** Absolute paths of all local files of the bundle. */
  readonly files: readonly string[];
  /** Bundled document, in which all references are local. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Finds where a value of the document is written. */
  readonly locate: Locate;
  readonly title: string;
  /** Path of the first server URL, without a trailing slash; empty for the root. */
  readonly basePath: string;
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Operation[];
}

export interface Operation {
  readonly id: string;
  /** Lower case, as in OpenAPI. */
  readonly method: string;
  /** Path template, or the name of a webhook. */
  readonly path: string;
  readonly pointer: string;
  readonly summary: string;
  readonly provenance: Provenance | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | undefined;
  readonly responses: readonly ResponseSpec[];
  /**
   * Alternatives; one needs all its schemes, and an empty one allows anonymous access:
   * https://spec.openapis.org/oas/v3.1.1#security-requirement-object.
   */
  readonly security: readonly (readonly SecurityScheme[])[];
  /** Why the operation cannot be served; then it has neither parameters nor responses. */
  readonly flaw?: Flaw;
}

/** Raw path segments by parameter name, still percent-encoded. */
export type PathValues = Readonly<Record<string, string>>;

export type ProvenanceLevel = 'documented' | 'source' | 'inferred' | 'assumed';

/** Source of a fact in a contract. */
export interface Provenance {
  readonly level: ProvenanceLevel;
  readonly note: string | undefined;
  readonly url: string | undefined;
}

/** Part of a request that carries a parameter; `querystring` is the whole query as one value. */
export type ParameterPlace = 'path' | 'query' | 'querystring' | 'header' | 'cookie';

/** Serialization of one value: a parameter, a header or a form field. */
export interface Serialization {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly style: string;
  readonly explode: boolean;
  readonly schema: SchemaPlace;
  /** Media type of a value that has `content` instead of `schema` and `style`. */
  readonly mediaType?: string;
  /** Whether an empty value may be sent, where `allowEmptyValue` says it. */
  readonly allowsEmpty?: boolean;
}

export interface Parameter extends Serialization {
  readonly required: boolean;
  readonly deprecated?: true;
  readonly example: unknown;
  /** Content of a `querystring`. */
  readonly media?: Media;
}

export interface RequestBody {
  readonly required: boolean;
  readonly content: readonly Media[];
}

export interface ResponseSpec {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly headers: readonly HeaderSpec[];
  readonly content: readonly Media[];
  /** Why the response cannot be sent; then it has neither headers nor content. */
  readonly flaw?: Flaw;
}

/** Response header; its name is in lower case. */
export interface HeaderSpec extends Serialization {
  /** Never set for a field that the server adds where a reply does not have it, such as `Date`. */
  readonly required: boolean;
  readonly example?: unknown;
}

export interface Media {
  /** Media type or range, as the contract writes it; `*` is the range of all. */
  readonly type: string;
  /** Of a body as a whole; includes `itemSchema`. */
  readonly schema: SchemaPlace | undefined;
  /** Of each item of a sequential media type. */
  readonly itemSchema?: SchemaPlace;
  readonly examples: readonly Example[];
  /** Encoding of form fields by name, where the contract declares it. */
  readonly encoding?: ReadonlyMap<string, FieldEncoding>;
}

/**
 * Encoding Object; absent members have their defaults:
 * https://spec.openapis.org/oas/v3.1.1#encoding-object.
 */
export interface FieldEncoding {
  /** Media types and ranges, separated by commas. */
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  /** Whether reserved characters must be encoded; set where the contract says so itself. */
  readonly allowReserved?: false;
}

export interface Example {
  readonly key: string;
  readonly value: unknown;
  /** The value as it is sent, where the example says so. */
  readonly serialized?: string;
  readonly provenance: Provenance | undefined;
}

/** Schema and its JSON Pointer in the bundled document. */
export interface SchemaPlace {
  readonly pointer: string;
  readonly schema: JsonSchema;
}

export interface SecurityScheme {
  readonly name: string;
  readonly type: string;
  /** Location and name of an API key. */
  readonly in: string | undefined;
  readonly parameter: string | undefined;
  /** HTTP authentication scheme, in lower case. */
  readonly scheme: string | undefined;
}

import type { JsonSchema } from './json-schema.ts';
import type { Locate } from './place.ts';

/** One loaded OpenAPI document and its index of operations. */
export interface Contract {
  /** Entry file as the caller named it. */
  readonly file: string;
  /** Every local file of the bundle, absolute. */
  readonly files: readonly string[];
  /** Bundled document: one object, references only inside it. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Finds where a value of the document is written. */
  readonly locate: Locate;
  readonly title: string;
  /** Path of the first server URL, without a trailing slash; empty for a server at the root. */
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
  /** Alternatives; all schemes of one alternative are needed together. An empty one means anonymous. */
  readonly security: readonly (readonly SecurityScheme[])[];
}

/** Raw path segments by parameter name, percent-encoding still in place. */
export type PathValues = Readonly<Record<string, string>>;

export type ProvenanceLevel = 'documented' | 'source' | 'inferred' | 'assumed';

/** Where a fact of a contract comes from. */
export interface Provenance {
  readonly level: ProvenanceLevel;
  readonly note: string | undefined;
  readonly url: string | undefined;
}

/** How one value is written into a message: a parameter, a header field or a field of a form. */
export interface Serialization {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly style: string;
  readonly explode: boolean;
  readonly schema: SchemaPlace;
  /** Media type of a value that `content` describes in place of `schema` and `style`. */
  readonly mediaType?: string;
  /** Whether an empty text stands for a value that is left out, as `allowEmptyValue` says. */
  readonly allowsEmpty?: boolean;
}

export interface Parameter extends Serialization {
  readonly required: boolean;
  readonly deprecated?: true;
  readonly example: unknown;
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
}

/** Header field of a response; its name is in lower case. */
export interface HeaderSpec extends Serialization {
  readonly required: boolean;
}

export interface Media {
  /** Media type or range as the contract spells it. */
  readonly type: string;
  readonly schema: SchemaPlace | undefined;
  readonly examples: readonly Example[];
  /** How the fields of a form are written, by name, where the contract says so. */
  readonly encoding?: ReadonlyMap<string, FieldEncoding>;
}

/** Encoding Object of OpenAPI 3.1, section 4.8.15; absent members have the defaults of that section. */
export interface FieldEncoding {
  /** Media types and ranges, separated by commas. */
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
}

export interface Example {
  readonly key: string;
  readonly value: unknown;
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
  /** Place and name of an API key. */
  readonly in: string | undefined;
  readonly parameter: string | undefined;
  /** Scheme of HTTP authentication, lower case. */
  readonly scheme: string | undefined;
}

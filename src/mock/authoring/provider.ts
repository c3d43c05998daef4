import type { SchemaObject } from '../../contract/model/json-schema.ts';
import type { FormatError } from './refusal.ts';

/** Parameter of a query or member of a body, as the contract describes it. */
export interface ExpectedValue {
  readonly name: string;
  /** Types of JSON Schema that it may have. */
  readonly types: readonly string[];
  readonly schema: SchemaObject;
}

/** What a contract cannot express about a provider; each `mocks/<api>/provider.ts` exports one. */
export interface Provider {
  readonly formatError: FormatError;
  /** Request headers that the provider ignores, such as `accept`; names in lower case. */
  readonly ignoredHeaders?: readonly string[];
  /** Whether any value of `Authorization` counts as credentials, whatever its scheme: `identify` judges it. */
  readonly takesAnyScheme?: boolean;
  /** Whether HEAD is a method like others, which no GET stands in for. */
  readonly hasNoHead?: boolean;
  /** Whether paths are matched behind all of their percent-encoding, so that `%2F` separates segments. */
  readonly splitsDecodedPath?: boolean;
  /** Reads a query as the provider's framework does, before it is checked; pages have no parameters. */
  readonly readQuery?: (text: string, parameters: readonly ExpectedValue[]) => URLSearchParams;
  /** Reads the bytes of a body as the provider's framework does, before it is checked. Throws for what it cannot read. */
  readonly readBody?: (bytes: Uint8Array, members: readonly ExpectedValue[]) => unknown;
}

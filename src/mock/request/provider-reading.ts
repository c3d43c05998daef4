import { schemaTypes } from '../../contract/model/coerce-scalar.ts';
import type { Media, Operation } from '../../contract/model/contract.ts';
import type { JsonSchema } from '../../contract/model/json-schema.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';
import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { ExpectedValue, Provider } from '../authoring/provider.ts';

/** Reads requests as the framework of a provider does. */
export interface ProviderReading {
  /** `undefined` where queries are read as forms are. */
  readonly query: ((text: string, operation: Operation | undefined) => URLSearchParams) | undefined;
  /** `undefined` where bodies are read as their media types say. */
  readonly body: ((bytes: Uint8Array, media: Media) => unknown) | undefined;
}

const NONE: readonly ExpectedValue[] = [];

/** Creates the reading of an API, as far as its provider has one of its own. */
export function createProviderReading(
  { readQuery, readBody }: Pick<Partial<Provider>, 'readQuery' | 'readBody'>,
  resolve: ResolveSchema,
): ProviderReading {
  const parametersOf = memoizePerObject((operation: Operation) =>
    operation.parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, schema }) => describe(name, schema.schema)),
  );
  const membersOf = memoizePerObject(({ schema }: Media) => {
    const resolved = schema && resolve(schema.schema);
    const properties = typeof resolved === 'object' ? (resolved.properties ?? {}) : {};
    return Object.entries(properties).map(([name, member]) => describe(name, member));
  });
  return {
    query:
      readQuery &&
      ((text, operation) => readQuery(text, operation ? parametersOf(operation) : NONE)),
    body: readBody && ((bytes, media) => readBody(bytes, membersOf(media))),
  };

  function describe(name: string, schema: JsonSchema): ExpectedValue {
    const resolved = resolve(schema);
    const types = schemaTypes(schema, resolve);
    return { name, types, schema: typeof resolved === 'object' ? resolved : {} };
  }
}

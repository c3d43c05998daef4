import { coerceScalar, schemaTypes } from '../contract/model/coerce-scalar.ts';
import type { Parameter, SchemaPlace } from '../contract/model/contract.ts';
import type { ResolveSchema } from '../contract/model/resolve-schema.ts';
import { type Breadth, takeBreadth, VALUES } from './broken-values.ts';
import { isReserved } from './make-request.ts';
import type { SchemaOracle } from './schema-oracle.ts';

export interface BreakingTools {
  readonly oracle: SchemaOracle;
  readonly resolve: ResolveSchema;
  readonly breadth: Breadth;
}

const TEXTS = VALUES.filter((value) => value !== null && typeof value !== 'object').map(String);
const SCALARS = ['string', 'integer', 'number', 'boolean', 'null'];
const PLACES = ['path', 'query', 'header'];

/** Lists texts that a parameter refuses; none for one that is a list, an object or a document. */
export function listBrokenTexts(parameter: Parameter, tools: BreakingTools): string[] {
  const { in: place, mediaType, allowsEmpty, schema } = parameter;
  if (!PLACES.includes(place) || mediaType !== undefined || isReserved(parameter)) return [];
  const texts = TEXTS.filter((text) => text !== '' || (place !== 'path' && allowsEmpty !== true));
  return takeBreadth(listRefused(schema, texts, tools), tools.breadth);
}

/** Lists which texts a schema of one scalar refuses, read as its types. */
export function listRefused(
  place: SchemaPlace,
  texts: readonly string[],
  { oracle, resolve }: BreakingTools,
): string[] {
  const types = schemaTypes(place.schema, resolve);
  if (types.length === 0 || types.some((type) => !SCALARS.includes(type))) return [];
  return texts.filter((text) => oracle(place, coerceScalar(text, types), 'request').length > 0);
}

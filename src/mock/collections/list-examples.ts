import type { Collection, Role } from '../../contract/collections/collection.ts';
import {
  findStructured,
  placeOf,
  successResponse,
} from '../../contract/collections/read-messages.ts';
import type { SchemaPlaces } from '../../contract/collections/schema-places.ts';
import type { Media, SchemaPlace } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { toPlain } from '../../contract/model/to-plain.ts';
import { type Row, readPath } from './rows.ts';

/** Lists the documented values of some content: of the content first, then of its schema. */
export function listExampleValues(
  { examples, schema }: Media,
  places: SchemaPlaces,
): readonly unknown[] {
  const own = examples.map(({ value }) => value);
  if (own.length > 0 || schema === undefined) return own.map(toPlain);
  return listSchemaExamples(schema, places);
}

/** Lists the documented values of a schema. */
export function listSchemaExamples(place: SchemaPlace, places: SchemaPlaces): readonly unknown[] {
  const several = places.keyword(place, 'examples');
  const one = places.keyword(place, 'example');
  const all = Array.isArray(several) ? several : one === undefined ? [] : [one];
  return all.map(toPlain);
}

/** Documented items of a collection, each as it is documented, those of its list first. */
export interface ExampleItems {
  readonly all: readonly Row[];
  /** Those that are there at first: one that was just created is, only if no other is documented. */
  readonly first: readonly Row[];
}

/** Lists the documented items of a collection. */
export function listExampleItems(
  collection: Collection,
  item: SchemaPlace,
  places: SchemaPlaces,
): ExampleItems {
  const seen = [
    ...listItemsOf(collection, 'list', places),
    ...listItemsOf(collection, 'show', places),
    ...listSchemaExamples(item, places),
  ].filter(isItem);
  const created = listItemsOf(collection, 'create', places).filter(isItem);
  return { all: [...seen, ...created], first: seen.length > 0 ? seen : created };
}

function listItemsOf(
  { operations }: Collection,
  wanted: Role,
  places: SchemaPlaces,
): readonly unknown[] {
  const own = operations.filter(({ role }) => role === wanted);
  return own.flatMap(({ operation, role, envelope }) => {
    const media = findStructured(successResponse(operation, role)?.content);
    const values = media === undefined ? [] : listExampleValues(media, places);
    const inner = values.map((value) => readPath(value, envelope));
    const listed = inner.flatMap((value) => (Array.isArray(value) ? value : [value]));
    if (listed.some(isJsonObject) || media === undefined) return listed;
    return role === 'list' ? [] : listSchemaExamples(placeOf(media), places);
  });
}

function isItem(value: unknown): value is Row {
  return isJsonObject(value) && Object.keys(value).length > 0;
}

import { isJsonObject } from '../../contract/model/json-cursor.ts';

/** Items and additional members that Prism's generator makes where a schema sets no limit. */
const USUAL_COUNT = 5;

/** Estimates how many values the generator makes for an unfolded schema, at most. */
export function estimateSize(schema: unknown): number {
  if (!isJsonObject(schema)) return 1;
  const { properties, additionalProperties, items, allOf, oneOf, anyOf } = schema;
  const members = isJsonObject(properties) ? Object.values(properties) : [];
  const branches = [...listOf(oneOf), ...listOf(anyOf)];
  return (
    1 +
    sum(members) +
    sum(listOf(allOf)) +
    Math.max(0, ...branches.map(estimateSize)) +
    (isJsonObject(items) ? countOf(schema.maxItems) * estimateSize(items) : sum(listOf(items))) +
    (isJsonObject(additionalProperties)
      ? countOf(schema.maxProperties) * estimateSize(additionalProperties)
      : 0)
  );
}

function countOf(most: unknown): number {
  return typeof most === 'number' ? most : USUAL_COUNT;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function sum(schemas: readonly unknown[]): number {
  return schemas.reduce((total: number, schema) => total + estimateSize(schema), 0);
}

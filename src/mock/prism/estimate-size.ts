import { isJsonObject } from '../../contract/model/json-cursor.ts';

/** Items and additional members that Prism's generator makes where a schema sets no limit. */
const USUAL_COUNT = 5;

/** Number of members of a list or map. */
interface Count {
  /** As few as there may be, but one. */
  readonly least: number;
  /** As many as the generator makes. */
  readonly most: number;
}

/** Estimates how many values the generator makes for an unfolded schema, by the count that is taken of lists and maps. */
export function estimateSize(schema: unknown, take: (count: Count) => number): number {
  if (!isJsonObject(schema)) return 1;
  const { properties, additionalProperties, items, allOf, oneOf, anyOf } = schema;
  const members = isJsonObject(properties) ? Object.values(properties) : [];
  const itemCount = take(countMembers(schema.minItems, schema.maxItems));
  const memberCount = take(countMembers(schema.minProperties, schema.maxProperties));
  const sizes = (list: unknown) =>
    Array.isArray(list) ? list.map((one) => estimateSize(one, take)) : [];
  return (
    1 +
    sum(sizes(members)) +
    sum(sizes(allOf)) +
    Math.max(0, ...sizes(oneOf), ...sizes(anyOf)) +
    (isJsonObject(items) ? itemCount * estimateSize(items, take) : sum(sizes(items))) +
    (isJsonObject(additionalProperties)
      ? memberCount * estimateSize(additionalProperties, take)
      : 0)
  );
}

/** Counts the members of a list or map by their limits. */
export function countMembers(minimum: unknown, maximum?: unknown): Count {
  const least = typeof minimum === 'number' ? Math.max(1, minimum) : 1;
  return { least, most: typeof maximum === 'number' ? maximum : Math.max(least, USUAL_COUNT) };
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

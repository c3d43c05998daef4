import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';

/** References inside of each other that are followed in search of an end. */
const MOST_HEIGHT = 8;

/**
 * Counts the references inside of each other that the least value of a schema needs; infinite if it
 * contains itself again and again.
 */
export function leastHeight(
  schema: JsonSchema,
  { resolve }: { readonly resolve: ResolveSchema },
): number {
  const known = new Map<unknown, boolean>();
  for (let height = 0; height <= MOST_HEIGHT; height += 1) {
    known.clear();
    if (ends(schema, height)) return height;
  }
  return Number.POSITIVE_INFINITY;

  function ends(one: JsonSchema, height: number): boolean {
    if (typeof one === 'boolean') return one;
    const { $ref } = one;
    if ($ref !== undefined) {
      const key = `${height} ${$ref}`;
      const remembered = known.get(key) ?? (height > 0 && ends(resolve({ $ref }), height - 1));
      known.set(key, remembered);
      if (!remembered) return false;
    }
    return endsPlain(one, height);
  }

  function endsPlain(one: SchemaObject, height: number): boolean {
    const { type, required = [], properties = {}, items = true, minItems } = one;
    if ([type].flat().includes('null')) return true;
    const hasItems = typeof minItems === 'number' && minItems > 0;
    return (
      (one.allOf ?? []).every((part) => ends(part, height)) &&
      [one.anyOf, one.oneOf].every(
        (list) => list === undefined || list.some((branch) => ends(branch, height)),
      ) &&
      required.every((name) => ends(properties[name] ?? true, height)) &&
      (!hasItems || ends(items, height))
    );
  }
}

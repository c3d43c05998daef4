import type { JsonSchema } from './json-schema.ts';
import { type ResolveSchema, resolveUnseen } from './resolve-schema.ts';

/** Members of an object as its schema describes them, with composition merged. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, JsonSchema>;
  /** Schema of all other members; `undefined` if the schema says nothing about them. */
  readonly additional: JsonSchema | undefined;
}

/** Reads the members of an object through `$ref` and composition; the first schema wins. */
export function readShape(
  schema: JsonSchema | undefined,
  resolve: ResolveSchema,
  seen = new Set<unknown>(),
): ObjectShape {
  const resolved = resolveUnseen(schema ?? true, resolve, seen);
  if (resolved === undefined) return { properties: new Map(), additional: undefined };
  const { properties = {}, additionalProperties, allOf = [], anyOf = [], oneOf = [] } = resolved;
  const parts = [...allOf, ...anyOf, ...oneOf].map((part) => readShape(part, resolve, seen));
  return {
    properties: new Map([
      ...parts.toReversed().flatMap((part) => [...part.properties]),
      ...Object.entries(properties),
    ]),
    additional:
      additionalProperties ?? parts.find(({ additional }) => additional !== undefined)?.additional,
  };
}

/** Whether members without a schema of their own are to be expected. */
export function allowsAdditional({ properties, additional }: ObjectShape): boolean {
  return additional === undefined ? properties.size === 0 : additional !== false;
}

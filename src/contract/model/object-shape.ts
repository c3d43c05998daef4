import type { JsonSchema } from './json-schema.ts';
import type { ResolveSchema } from './resolve-schema.ts';

/** Members of an object as its schema describes them, composition merged. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, JsonSchema>;
  /** Schema of every other member; `undefined` where the schema does not speak of them. */
  readonly others: JsonSchema | undefined;
}

/** Reads the members of an object through `$ref`, `allOf`, `anyOf` and `oneOf`; what is said first wins. */
export function readShape(schema: JsonSchema | undefined, resolve: ResolveSchema): ObjectShape {
  const resolved = resolve(schema ?? true);
  if (typeof resolved === 'boolean') return { properties: new Map(), others: undefined };
  const { properties = {}, additionalProperties, allOf = [], anyOf = [], oneOf = [] } = resolved;
  const parts = [...allOf, ...anyOf, ...oneOf].map((part) => readShape(part, resolve));
  return {
    properties: new Map([
      ...parts.toReversed().flatMap((part) => [...part.properties]),
      ...Object.entries(properties),
    ]),
    others: additionalProperties ?? parts.find(({ others }) => others !== undefined)?.others,
  };
}

/** Whether members that have no schema of their own are meant to be there. */
export function takesOthers({ properties, others }: ObjectShape): boolean {
  return others === undefined ? properties.size === 0 : others !== false;
}

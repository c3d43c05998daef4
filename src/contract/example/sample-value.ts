import type { JsonSchema } from '../model/json-schema.ts';
import { allowedTypes } from '../model/json-types.ts';

/** Makes up a value of the type in a schema, or returns `text` when it has none. */
export function sampleValue(schema: JsonSchema | undefined, text: string): unknown {
  if (schema === undefined || typeof schema === 'boolean') return text;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (allowedTypes(schema)[0]) {
    case 'integer':
    case 'number':
      return typeof schema.minimum === 'number' ? schema.minimum : 1;
    case 'boolean':
      return true;
    case 'array':
      return [sampleValue(schema.items, text)];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [
          name,
          sampleValue(property, name),
        ]),
      );
    default:
      return text;
  }
}

import { listSchemas, type MutableSchema } from '../mutable-schema.ts';
import { addHint } from './schema-hint.ts';

/** Tells in place that exactly one alternative of `oneOf` is to hold. */
export function writeUnion(schema: MutableSchema): void {
  if ('discriminator' in schema) return;
  const alternatives = listSchemas(schema.oneOf);
  if (alternatives.length > 1 && !alternatives.some(isUnion))
    addHint(schema, { isExclusive: true });
}

/** The generator puts the alternatives of an alternative in its place. */
function isUnion(schema: MutableSchema): boolean {
  const { type, anyOf, oneOf, allOf, enum: values } = schema;
  const [only, ...others] = listSchemas(allOf);
  const isWrapped = only !== undefined && others.length === 0 && isUnion(only);
  return isWrapped || [anyOf, oneOf, values].some(Array.isArray) || Array.isArray(type);
}

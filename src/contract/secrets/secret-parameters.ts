import type { Operation, Parameter, ParameterPlace } from '../model/contract.ts';
import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import { type ResolveSchema, resolveUnseen } from '../model/resolve-schema.ts';
import { isSecretName } from './secret-name.ts';

/** Places in a request target. */
const TARGET: readonly ParameterPlace[] = ['path', 'query', 'querystring'];

/** Names of the secrets in a request target: API keys, `format: password`, and telling names. */
export function secretParameters(operation: Operation, resolve: ResolveSchema): string[] {
  const keys = operation.security
    .flat()
    .flatMap(({ in: place, parameter = '' }) => (place === 'query' ? [parameter] : []));
  const parameters = operation.parameters.filter(({ in: place }) => TARGET.includes(place));
  return [...keys, ...parameters.flatMap((parameter) => secretNames(parameter, resolve))];
}

/** An object may be sent as one value, as one parameter per member, or as `name[member]`. */
function secretNames({ name, schema: { schema } }: Parameter, resolve: ResolveSchema): string[] {
  if (isSecretName(name) || isPasswordSchema(schema, resolve)) return [name];
  const variants = variantsOf(schema, resolve);
  const members = variants
    .flatMap(({ properties = {} }) => Object.entries(properties))
    .filter(([key, member]) => isSecretName(key) || isPasswordSchema(member, resolve))
    .flatMap(([key]) => [key, `${name}[${key}]`]);
  return members.length > 0 ? [name, ...members] : [];
}

/** Whether a schema, one that it is composed of, or that of its items has `format: password`. */
export function isPasswordSchema(schema: JsonSchema, resolve: ResolveSchema): boolean {
  return variantsOf(schema, resolve).some(({ format }) => format === 'password');
}

/** A schema, the schemas it is composed of, and that of its items. */
function variantsOf(
  schema: JsonSchema,
  resolve: ResolveSchema,
  seen = new Set<unknown>(),
): SchemaObject[] {
  const resolved = resolveUnseen(schema, resolve, seen);
  if (resolved === undefined) return [];
  const { allOf = [], anyOf = [], oneOf = [], items = true } = resolved;
  // A malformed document may have no list in the place of one.
  const parts = [allOf, anyOf, oneOf, items].flat();
  return [resolved, ...parts.flatMap((part) => variantsOf(part, resolve, seen))];
}

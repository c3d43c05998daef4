import type { Operation, Parameter, ParameterPlace } from '../model/contract.ts';
import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { isSecretName } from './secret-name.ts';

/** Limit on how deep a schema is followed, which may refer to itself. */
const MAX_DEPTH = 8;
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
  const variants = variantsOf(schema, resolve);
  if (isSecretName(name) || variants.some(isPassword)) return [name];
  const members = variants
    .flatMap(({ properties = {} }) => Object.entries(properties))
    .filter(([key, member]) => isSecretName(key) || variantsOf(member, resolve).some(isPassword))
    .flatMap(([key]) => [key, `${name}[${key}]`]);
  return members.length > 0 ? [name, ...members] : [];
}

/** A schema, the schemas it is composed of, and that of its items. */
function variantsOf(schema: JsonSchema, resolve: ResolveSchema, depth = 0): SchemaObject[] {
  const resolved = resolve(schema);
  if (typeof resolved === 'boolean' || depth > MAX_DEPTH) return [];
  const { allOf = [], anyOf = [], oneOf = [], items = true } = resolved;
  const parts = [...allOf, ...anyOf, ...oneOf, items];
  return [resolved, ...parts.flatMap((part) => variantsOf(part, resolve, depth + 1))];
}

function isPassword({ format }: SchemaObject): boolean {
  return format === 'password';
}

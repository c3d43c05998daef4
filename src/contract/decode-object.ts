import { coerceScalar, schemaTypes } from './coerce-scalar.ts';
import type { Parameter } from './contract.ts';
import type { ResolveSchema } from './resolve-schema.ts';
import { splitValue } from './split-value.ts';

/** Reads an object parameter by its `style` and `explode`, OpenAPI 3.1 section 4.8.12.4; `undefined` when not sent. */
export function decodeObject(
  parameter: Parameter,
  texts: readonly string[] | undefined,
  query: URLSearchParams,
  resolve: ResolveSchema,
): unknown {
  const schema = resolve(parameter.schema.schema);
  const properties = typeof schema === 'boolean' ? {} : (schema.properties ?? {});
  const pairs = isSpread(parameter)
    ? readSpread(parameter, query, Object.keys(properties))
    : (texts ?? []).flatMap((text) => readPairs(parameter, splitValue(text, parameter.style)));
  if (pairs.length === 0) return texts?.[0];
  return Object.fromEntries(
    pairs.map(([name, text]) => [name, coerceScalar(text, schemaTypes(properties[name], resolve))]),
  );
}

/** Whether each member is a query parameter of its own. */
function isSpread({ in: place, style, explode }: Parameter): boolean {
  return place === 'query' && (style === 'deepObject' || (style === 'form' && explode));
}

function readSpread(
  { name, style }: Parameter,
  query: URLSearchParams,
  members: readonly string[],
): [string, string][] {
  if (style !== 'deepObject') return [...query].filter(([key]) => members.includes(key));
  return [...query]
    .filter(([key]) => key.startsWith(`${name}[`) && key.endsWith(']'))
    .map(([key, text]) => [key.slice(name.length + 1, -1), text]);
}

/** Members as `name=value` when exploded, or else as names and values in turn. */
function readPairs({ explode }: Parameter, parts: readonly string[]): [string, string][] {
  if (explode) {
    return parts.map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name, value.join('=')];
    });
  }
  return parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? '']] : []));
}

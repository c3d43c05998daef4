import {
  child,
  children,
  dereference,
  isFlag,
  isJsonObject,
  type JsonCursor,
  text,
} from '../model/json-cursor.ts';
import { bodyFormat } from '../model/media-type.ts';
import { readShape } from '../model/object-shape.ts';
import { createSchemaResolver, type ResolveSchema } from '../model/resolve-schema.ts';
import { readMedia } from './read-message.ts';

/**
 * Downgrades a list of parameters, or the parameters of components, to OpenAPI 3.1: a `querystring`
 * that is a form becomes a query parameter for each field, any other one is left out; cookies have no
 * style of their own.
 */
export function downgradeParameters(parameters: object, document: unknown): object {
  const resolve = createSchemaResolver(document);
  if (!Array.isArray(parameters)) {
    return Object.fromEntries(Object.entries(parameters).filter(([, node]) => !isWhole(node)));
  }
  const lowered = parameters.flatMap((node: unknown) => {
    const cursor = dereference({ document, pointer: '', node });
    if (isWhole(cursor.node)) return listFields(cursor, resolve);
    return [text(cursor, 'style') === 'cookie' ? { ...Object(cursor.node), style: 'form' } : node];
  });
  return lowered.every((node, index) => node === parameters[index]) ? parameters : lowered;
}

/** Whether a parameter is the whole query. */
function isWhole(node: unknown): boolean {
  return isJsonObject(node) && node.in === 'querystring';
}

/** A query parameter for each field of a form; none for another media type. */
function listFields(parameter: JsonCursor, resolve: ResolveSchema): Record<string, unknown>[] {
  const [content] = children(child(parameter, 'content'));
  if (content === undefined) return [];
  const { type, schema } = readMedia(...content);
  if (schema === undefined || bodyFormat(type) !== 'form') return [];
  const flat = resolve(schema.schema);
  const required = typeof flat === 'boolean' || !isFlag(parameter, 'required') ? [] : flat.required;
  return [...readShape(flat, resolve).properties].map(([name, property]) => ({
    name,
    in: 'query',
    required: required?.includes(name) === true,
    schema: property,
  }));
}

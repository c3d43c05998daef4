import { coerceScalar, itemTypes, schemaTypes } from './coerce-scalar.ts';
import type { Media } from './contract.ts';
import type { JsonSchema } from './json-schema.ts';
import { bodyFormat } from './media-type.ts';
import { parseJson } from './parse-json.ts';
import type { ResolveSchema } from './resolve-schema.ts';
import { decodeXml } from './xml/decode-xml.ts';

/**
 * Reads the text of a body as the plain value that its schema describes.
 *
 * Throws SyntaxError (JSON) or XmlSyntaxError when the text is not of its format.
 */
export function decodeBody(text: string, media: Media, resolve: ResolveSchema): unknown {
  const schema = media.schema?.schema ?? true;
  switch (bodyFormat(media.type)) {
    case 'json':
      return parseJson(text);
    case 'xml':
      return decodeXml(text, schema, resolve);
    case 'form':
      return decodeForm(new URLSearchParams(text), schema, resolve);
    default:
      return text;
  }
}

/** Form fields by the types of their properties; a field sent twice is a list. */
function decodeForm(form: URLSearchParams, schema: JsonSchema, resolve: ResolveSchema): unknown {
  const resolved = resolve(schema);
  const properties = typeof resolved === 'boolean' ? {} : (resolved.properties ?? {});
  const fields = [...new Set(form.keys())].map((name) => {
    const types = schemaTypes(properties[name], resolve);
    const isArray = types.includes('array');
    const scalarTypes = isArray ? itemTypes(properties[name], resolve) : types;
    const values = form.getAll(name).map((value) => coerceScalar(value, scalarTypes));
    return [name, values.length > 1 || isArray ? values : values[0]];
  });
  return Object.fromEntries(fields);
}

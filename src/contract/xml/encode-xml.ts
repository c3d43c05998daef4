import { escapeToken, isJsonObject } from '../model/json-cursor.ts';
import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { fitsValue } from './xml-fit.ts';
import { itemName, listMembers, TEXT_KEY, type XmlMember } from './xml-members.ts';
import { readXmlName, type XmlName, xmlNameOf } from './xml-names.ts';
import { flattenSchema } from './xml-schema.ts';
import { type WrittenAttribute, writeElement, writeScalar } from './xml-writer.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * Encodes a value as the XML document that a schema describes, by its `xml` keywords:
 * https://spec.openapis.org/oas/v3.1.1#xml-object. The result is one line after the XML
 * declaration.
 *
 * `decodeXml` with the same schema returns the same value, if it is valid. XML has no null: it
 * becomes an empty element, and no attribute. The root element is named by `xml.name`, else by the
 * component that a `$ref` names, else `xml`, as Prism has it.
 *
 * @param resolve follows `$ref`; without it, references are not followed.
 * @throws XmlValueError for a value that XML cannot represent.
 */
export function encodeXml(
  value: unknown,
  schema: JsonSchema,
  resolve: ResolveSchema = (same) => same,
): string {
  const flat = flattenFor(value, schema, resolve);
  const name = xmlNameOf(flat, componentName(schema) ?? 'xml');
  return DECLARATION + encodeElement({ name, value, schema, pointer: '' }, resolve);
}

/** Value to encode as an element, with its JSON Pointer. */
interface Part {
  readonly name: XmlName;
  readonly value: unknown;
  readonly schema: JsonSchema;
  readonly pointer: string;
}

function flattenFor(value: unknown, schema: JsonSchema, resolve: ResolveSchema): SchemaObject {
  return flattenSchema(schema, resolve, (branch) => fitsValue(branch, value));
}

/** Takes `Share` from `#/components/schemas/Share` and from `schemas/Share.yaml`. */
function componentName(schema: JsonSchema): string | undefined {
  if (typeof schema === 'boolean') return undefined;
  return /([\w-]+)(?:\.\w+)?$/.exec(schema.$ref ?? '')?.[1];
}

function encodeElement(part: Part, resolve: ResolveSchema): string {
  const { name, value, schema, pointer } = part;
  if (value === null) return writeElement(name, [], '', pointer);
  const flat = flattenFor(value, schema, resolve);
  if (Array.isArray(value)) {
    const item = itemName(flat, name.local, resolve);
    const items = encodeItems({ ...part, name: item, schema: flat.items ?? true }, value, resolve);
    return writeElement(name, [], items, pointer);
  }
  if (isJsonObject(value)) return encodeObject(part, value, flat, resolve);
  return writeElement(name, [], writeScalar(value, pointer, 'text'), pointer);
}

function encodeItems(item: Part, values: readonly unknown[], resolve: ResolveSchema): string {
  const parts = values.map((value, index) => ({
    ...item,
    value,
    pointer: `${item.pointer}/${index}`,
  }));
  return parts.map((part) => encodeElement(part, resolve)).join('');
}

function encodeObject(
  { name, pointer }: Part,
  value: Record<string, unknown>,
  schema: SchemaObject,
  resolve: ResolveSchema,
): string {
  const known = new Map(listMembers(schema, resolve).map((member) => [member.key, member]));
  const properties = Object.entries(value)
    .filter(([, property]) => property !== undefined)
    .map(([key, property]) => ({
      ...(known.get(key) ?? unknownMember(key, property, schema)),
      value: property,
      pointer: `${pointer}/${escapeToken(key)}`,
    }));
  const attributes = properties.filter(({ form }) => form === 'attribute').flatMap(encodeAttribute);
  const content = properties
    .filter(({ form }) => form !== 'attribute')
    .map((property) => encodeContent(property, resolve));
  return writeElement(name, attributes, content.join(''), pointer);
}

type Property = XmlMember & Part;

function encodeAttribute({ name, value, pointer }: Property): WrittenAttribute[] {
  if (value === null) return [];
  return [{ name, text: writeScalar(value, pointer, 'attribute') }];
}

/** Encodes a property that is not an attribute: as text, one element, or one element per item. */
function encodeContent(property: Property, resolve: ResolveSchema): string {
  const { key, form, value, pointer } = property;
  if (key === TEXT_KEY) return writeScalar(value, pointer, 'text');
  if (form === 'items' && Array.isArray(value)) return encodeItems(property, value, resolve);
  return encodeElement(property, resolve);
}

function unknownMember(key: string, value: unknown, schema: SchemaObject): XmlMember {
  const form = Array.isArray(value) ? 'items' : 'element';
  return { key, form, name: readXmlName(key), schema: schema.additionalProperties ?? true };
}

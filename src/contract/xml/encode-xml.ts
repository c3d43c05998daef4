import { schemaTypes } from '../model/coerce-scalar.ts';
import { escapeToken, isJsonObject } from '../model/json-cursor.ts';
import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { decodeElement } from './decode-xml.ts';
import { fitsValue } from './xml-fit.ts';
import {
  itemAt,
  listItems,
  listMembers,
  TEXT_KEY,
  type XmlItem,
  type XmlItems,
  type XmlMember,
} from './xml-members.ts';
import { readXmlName, type XmlName, xmlNameOf } from './xml-names.ts';
import { NIL } from './xml-nil.ts';
import { flattenSchema } from './xml-schema.ts';
import { type WrittenAttribute, writeCdata, writeElement, writeScalar } from './xml-writer.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * Encodes a value as the XML document that a schema describes, by its `xml` keywords:
 * https://spec.openapis.org/oas/v3.2.0#xml-object. The result is one line after the XML
 * declaration.
 *
 * `decodeXml` with the same schema returns the same value, if it is valid. Null becomes an empty
 * element, with `xsi:nil` where that would be read as something else, and no attribute. The root
 * element is named by `xml.name`, else by the component that a `$ref` names, else `xml`, as Prism
 * has it.
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
  if (value === null) return writeElement(name, writeNull(part, resolve), '', pointer);
  const flat = flattenFor(value, schema, resolve);
  if (Array.isArray(value)) {
    const items = listItems(flat, name.local, resolve);
    return writeElement(name, [], encodeItems(items, value, pointer, resolve), pointer);
  }
  if (isJsonObject(value)) return encodeObject(part, value, flat, resolve);
  return writeElement(name, [], writeScalar(value, pointer, 'text'), pointer);
}

/** Attributes of an element for null: it says so unless it would be read as null anyway. */
function writeNull({ name, schema }: Part, resolve: ResolveSchema): WrittenAttribute[] {
  if (!schemaTypes(schema, resolve).includes('null')) return [];
  const empty = { name, attributes: [], children: [], text: '', nodes: [] };
  return decodeElement(empty, schema, resolve) === null ? [] : [{ name: NIL, text: 'true' }];
}

function encodeItems(
  items: XmlItems,
  values: readonly unknown[],
  pointer: string,
  resolve: ResolveSchema,
): string {
  return values
    .map((value, index) => ({ ...itemAt(items, index), value, pointer: `${pointer}/${index}` }))
    .map((item) => encodeNode(item, resolve))
    .join('');
}

/** Encodes an element, or the text of one; text has no null. */
function encodeNode(node: Part & Pick<XmlItem, 'form'>, resolve: ResolveSchema): string {
  const { form, value, pointer } = node;
  if (form === 'element') return encodeElement(node, resolve);
  if (value === null) return '';
  return form === 'cdata' ? writeCdata(value, pointer) : writeScalar(value, pointer, 'text');
}

function encodeObject(
  { name, pointer }: Part,
  value: Record<string, unknown>,
  schema: SchemaObject,
  resolve: ResolveSchema,
): string {
  const properties = listProperties(value, listMembers(schema, resolve), schema, pointer, resolve);
  const attributes = properties.filter(({ form }) => form === 'attribute').flatMap(encodeAttribute);
  const content = properties
    .filter(({ form }) => form !== 'attribute')
    .map((property) => encodeContent(property, resolve));
  return writeElement(name, attributes, content.join(''), pointer);
}

type Property = XmlMember & Part;

/** Properties of an object; those of a group stand among them. */
function listProperties(
  value: Record<string, unknown>,
  members: readonly XmlMember[],
  schema: SchemaObject,
  pointer: string,
  resolve: ResolveSchema,
): Property[] {
  const known = new Map(members.map((member) => [member.key, member]));
  return Object.entries(value)
    .filter(([, property]) => property !== undefined)
    .flatMap(([key, property]) => {
      const member = known.get(key) ?? unknownMember(key, property, schema);
      const place = `${pointer}/${escapeToken(key)}`;
      if (member.form !== 'group') return [{ ...member, value: property, pointer: place }];
      if (!isJsonObject(property)) return [];
      const flat = flattenFor(property, member.schema, resolve);
      return listProperties(property, member.members ?? [], flat, place, resolve);
    });
}

function encodeAttribute({ name, value, pointer }: Property): WrittenAttribute[] {
  if (value === null) return [];
  return [{ name, text: writeScalar(value, pointer, 'attribute') }];
}

/** Encodes a property that is not an attribute: as text, one element, or one node per item. */
function encodeContent(property: Property, resolve: ResolveSchema): string {
  const { form, value, pointer, items } = property;
  if (form === 'text' || form === 'cdata') return encodeNode({ ...property, form }, resolve);
  if (items === undefined || !Array.isArray(value)) return encodeElement(property, resolve);
  return encodeItems(items, value, pointer, resolve);
}

function unknownMember(key: string, value: unknown, schema: SchemaObject): XmlMember {
  const name = readXmlName(key);
  const item = schema.additionalProperties ?? true;
  if (key === TEXT_KEY) return { key, form: 'text', name, schema: item };
  if (!Array.isArray(value)) return { key, form: 'element', name, schema: item };
  const rest: XmlItem = { form: 'element', name, schema: item };
  return { key, form: 'items', name, schema: item, items: { prefix: [], rest } };
}

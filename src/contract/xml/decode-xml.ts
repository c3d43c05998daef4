import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import { allowedTypes } from '../model/json-types.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { parseXml } from './xml-document.ts';
import type { XmlAttribute, XmlElement } from './xml-element.ts';
import { fitsElement, fitsText, isLeaf } from './xml-fit.ts';
import { itemName, listMembers, TEXT_KEY, type XmlMember } from './xml-members.ts';
import { hasXmlName, xmlNameOf } from './xml-names.ts';
import { readScalar } from './xml-scalar.ts';
import { flattenSchema } from './xml-schema.ts';
import { XmlSyntaxError } from './xml-syntax-error.ts';

/**
 * Decodes XML to the value that a schema describes, by its `xml` keywords:
 * https://spec.openapis.org/oas/v3.1.1#xml-object.
 *
 * Nothing is dropped or forced into shape, so that validation sees every difference: an element or
 * attribute that the schema does not know keeps its own name, a repeated element becomes an array,
 * and text that is not a number stays a string. Text beside attributes or elements is the property
 * `#text`. An empty element is `''`, `[]`, `{}` or null, whichever the schema allows first. A
 * required array without wrapper and elements is `[]`.
 *
 * @param resolve follows `$ref`; without it, references are not followed.
 * @throws XmlSyntaxError for malformed XML, a document type, or a root element other than
 * `xml.name`.
 */
export function decodeXml(
  text: string,
  schema: JsonSchema,
  resolve: ResolveSchema = (same) => same,
): unknown {
  const { root, offset } = parseXml(text);
  const flat = flattenFor(root, schema, resolve);
  const expected = xmlNameOf(flat, root.name.qualified);
  if (flat.xml?.name !== undefined && !hasXmlName(root.name, expected)) {
    const problem = `expected root element <${expected.qualified}>, found <${root.name.qualified}>.`;
    throw XmlSyntaxError.at(text, offset, problem);
  }
  return decodeElement(root, schema, resolve);
}

function flattenFor(element: XmlElement, schema: JsonSchema, resolve: ResolveSchema): SchemaObject {
  return flattenSchema(schema, resolve, (branch) => fitsElement(branch, element, resolve));
}

function decodeElement(element: XmlElement, schema: JsonSchema, resolve: ResolveSchema): unknown {
  const flat = flattenFor(element, schema, resolve);
  if (isLeaf(element)) return decodeLeaf(element, flat, resolve);
  if (allowedTypes(flat).includes('array')) return decodeItems(element, flat, resolve);
  return decodeObject(element, flat, resolve);
}

function decodeLeaf(element: XmlElement, schema: SchemaObject, resolve: ResolveSchema): unknown {
  const types = allowedTypes(schema);
  const isEmpty = element.text.trim() === '' && !types.includes('string');
  if (isEmpty && types.includes('array')) return [];
  if (isEmpty && types.includes('object')) return decodeObject(element, schema, resolve);
  return readScalar(element.text, types);
}

/** Decodes a wrapped array, or an object if it has anything but items, so that it is invalid. */
function decodeItems(element: XmlElement, schema: SchemaObject, resolve: ResolveSchema): unknown {
  const name = itemName(schema, element.name.local, resolve);
  const isList = element.children.every((child) => hasXmlName(child.name, name));
  const isPure = isList && element.attributes.length === 0 && element.text === '';
  if (!isPure) return decodeObject(element, {}, resolve);
  return element.children.map((child) => decodeElement(child, schema.items ?? true, resolve));
}

function decodeObject(element: XmlElement, schema: SchemaObject, resolve: ResolveSchema): unknown {
  const members = listMembers(schema, resolve);
  const found = [
    ...element.attributes.map((attribute) => decodeAttribute(attribute, members, resolve)),
    ...element.children.map((child) => decodeChild(child, members, schema, resolve)),
    ...decodeText(element, members, resolve),
  ];
  const lists = new Set(members.filter(({ form }) => form === 'items').map(({ key }) => key));
  const grouped = [...Map.groupBy(found, ([key]) => key)].map(([key, entries]) => {
    const values = entries.map(([, value]) => value);
    return [key, values.length === 1 && !lists.has(key) ? values[0] : values];
  });
  const empty = (schema.required ?? []).filter((key) => lists.has(key)).map((key) => [key, []]);
  return Object.fromEntries([...empty, ...grouped]);
}

type Entry = [key: string, value: unknown];

function decodeAttribute(
  attribute: XmlAttribute,
  members: XmlMember[],
  resolve: ResolveSchema,
): Entry {
  const { name, value } = attribute;
  const member = members.find((each) => each.form === 'attribute' && hasXmlName(name, each.name));
  if (member) return [member.key, decodeScalar(value, member, resolve)];
  return [ownKey(name.qualified, `@${name.qualified}`, members), value];
}

function decodeChild(
  child: XmlElement,
  members: XmlMember[],
  schema: SchemaObject,
  resolve: ResolveSchema,
): Entry {
  const { name } = child;
  const member = members.find((each) => each.form !== 'attribute' && hasXmlName(name, each.name));
  if (member) return [member.key, decodeElement(child, member.schema, resolve)];
  const key = ownKey(name.qualified, `<${name.qualified}>`, members);
  return [key, decodeElement(child, schema.additionalProperties ?? true, resolve)];
}

function decodeText(element: XmlElement, members: XmlMember[], resolve: ResolveSchema): Entry[] {
  if (element.text === '') return [];
  const member = members.find(({ key }) => key === TEXT_KEY);
  return [[TEXT_KEY, member ? decodeScalar(element.text, member, resolve) : element.text]];
}

function decodeScalar(text: string, member: XmlMember, resolve: ResolveSchema): unknown {
  const schema = flattenSchema(member.schema, resolve, (branch) => fitsText(branch, text));
  return readScalar(text, allowedTypes(schema));
}

/** Key of an unknown element or attribute; marked if its name is that of a property. */
function ownKey(name: string, marked: string, members: XmlMember[]): string {
  return members.some(({ key }) => key === name) ? marked : name;
}

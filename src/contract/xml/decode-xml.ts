import { schemaTypes } from '../model/coerce-scalar.ts';
import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import { allowedTypes } from '../model/json-types.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { decodeScalar, decodeText, type Entry } from './decode-text.ts';
import { parseXml } from './xml-document.ts';
import { isElement, type XmlAttribute, type XmlElement } from './xml-element.ts';
import { fitsElement, isLeaf } from './xml-fit.ts';
import { hasText, isText, itemAt, listItems, listMembers, type XmlMember } from './xml-members.ts';
import { hasXmlName, xmlNameOf } from './xml-names.ts';
import { isNil } from './xml-nil.ts';
import { findPart, splitGroups, takesAttribute } from './xml-nodes.ts';
import { readScalar } from './xml-scalar.ts';
import { flattenSchema } from './xml-schema.ts';
import { XmlSyntaxError } from './xml-syntax-error.ts';

/**
 * Decodes XML to the value that a schema describes, by its `xml` keywords:
 * https://spec.openapis.org/oas/v3.2.0#xml-object.
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

/** Decodes an element by its schema, see `decodeXml`. */
export function decodeElement(
  element: XmlElement,
  schema: JsonSchema,
  resolve: ResolveSchema,
): unknown {
  if (isNil(element) && schemaTypes(schema, resolve).includes('null')) return null;
  const flat = flattenFor(element, schema, resolve);
  if (isLeaf(element)) return decodeLeaf(element, flat, resolve);
  if (allowedTypes(flat).includes('array')) return decodeItems(element, flat, resolve);
  return decodeObject(element, flat, resolve);
}

function decodeLeaf(element: XmlElement, schema: SchemaObject, resolve: ResolveSchema): unknown {
  const types = allowedTypes(schema);
  const isEmpty = element.text.trim() === '' && !types.includes('string');
  if (types.includes('array') && (isEmpty || hasText(listItems(schema, '', resolve)))) {
    return decodeItems(element, schema, resolve);
  }
  const isObject = types.includes('object');
  if (isObject && (isEmpty || listMembers(schema, resolve).some(isText))) {
    return decodeObject(element, schema, resolve);
  }
  return readScalar(element.text, types);
}

/** Decodes a wrapped array, or an object if it has anything but items, so that it is invalid. */
function decodeItems(element: XmlElement, schema: SchemaObject, resolve: ResolveSchema): unknown {
  const items = listItems(schema, element.name.local, resolve);
  const nodes = element.nodes
    .filter((node) => isElement(node) || hasText(items) || node.text.trim() !== '')
    .map((node, index) => ({ node, item: itemAt(items, index) }));
  const isPure = nodes.every(({ node, item }) =>
    isElement(node)
      ? item.form === 'element' && hasXmlName(node.name, item.name)
      : item.form !== 'element',
  );
  if (!isPure || element.attributes.length > 0) return decodeObject(element, {}, resolve);
  return nodes.map(({ node, item }) =>
    isElement(node)
      ? decodeElement(node, item.schema, resolve)
      : decodeScalar(node.text, item.schema, resolve),
  );
}

function decodeObject(element: XmlElement, schema: SchemaObject, resolve: ResolveSchema): unknown {
  const members = listMembers(schema, resolve);
  const own = members.filter(({ form }) => form !== 'group');
  const { rest, groups } = splitGroups(element, members);
  const found = [
    ...rest.attributes.map((attribute) => decodeAttribute(attribute, own, resolve)),
    ...rest.children.map((child) => decodeChild(child, own, schema, resolve)),
    ...decodeText(rest, own, resolve),
    ...groups.map(({ group, part }): Entry => {
      const flat = flattenFor(part, group.schema, resolve);
      return [group.key, decodeObject(part, flat, resolve)];
    }),
  ];
  const lists = new Set(own.filter(({ form }) => form === 'items').map(({ key }) => key));
  const grouped = [...Map.groupBy(found, ([key]) => key)].map(([key, entries]) => {
    const values = entries.map(([, value]) => value);
    return [key, values.length === 1 && !lists.has(key) ? values[0] : values];
  });
  const missing = (schema.required ?? []).flatMap((key) =>
    own.filter((member) => member.key === key).flatMap((member) => readMissing(member, resolve)),
  );
  return Object.fromEntries([...missing, ...grouped]);
}

/** What a required property is if there is nothing of it: XML does not show it. */
function readMissing({ key, form, schema }: XmlMember, resolve: ResolveSchema): Entry[] {
  const types = schemaTypes(schema, resolve);
  if (form === 'items') return [[key, []]];
  if (form === 'attribute' && types.includes('null')) return [[key, null]];
  const isText = form === 'text' || form === 'cdata';
  return isText && types.includes('string') ? [[key, '']] : [];
}

function decodeAttribute(
  attribute: XmlAttribute,
  members: readonly XmlMember[],
  resolve: ResolveSchema,
): Entry {
  const { name, value } = attribute;
  const member = members.find((each) => takesAttribute(each, attribute));
  if (member) return [member.key, decodeScalar(value, member.schema, resolve)];
  return [ownKey(name.qualified, `@${name.qualified}`, members), value];
}

function decodeChild(
  child: XmlElement,
  members: readonly XmlMember[],
  schema: SchemaObject,
  resolve: ResolveSchema,
): Entry {
  const { name } = child;
  for (const member of members) {
    const part = findPart(member, child);
    if (part !== undefined) return [member.key, decodeElement(child, part.schema, resolve)];
  }
  const key = ownKey(name.qualified, `<${name.qualified}>`, members);
  return [key, decodeElement(child, schema.additionalProperties ?? true, resolve)];
}
/** Key of an unknown element or attribute; marked if its name is that of a property. */
function ownKey(name: string, marked: string, members: readonly XmlMember[]): string {
  return members.some(({ key }) => key === name) ? marked : name;
}

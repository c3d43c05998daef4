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
import { XmlValueError } from './xml-value-error.ts';
import {
  checkName,
  type WrittenAttribute,
  writeCdata,
  writeElement,
  writeScalar,
} from './xml-writer.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Follows `$ref`, and is told of each value that is left out. */
interface Encoding {
  readonly resolve: ResolveSchema;
  readonly onUnwritable: (error: XmlValueError) => void;
}

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
 * @param onUnwritable is told of each value that XML cannot represent, which is then left out.
 * @throws XmlValueError for such a value, without `onUnwritable`.
 */
export function encodeXml(
  value: unknown,
  schema: JsonSchema,
  resolve: ResolveSchema = (same) => same,
  onUnwritable: Encoding['onUnwritable'] = throwError,
): string {
  const flat = flattenFor(value, schema, resolve);
  const name = xmlNameOf(flat, componentName(schema) ?? 'xml');
  const encoding = { resolve, onUnwritable };
  const root = { name, value, schema, pointer: '' };
  const written = tryWrite(() => encodeElement(root, encoding), encoding);
  return DECLARATION + (written ?? writeElement(readXmlName('xml'), [], '', ''));
}

function throwError(error: XmlValueError): never {
  throw error;
}

/** Writes a node, or gives `undefined` for one that cannot be written. */
function tryWrite<T>(write: () => T, { onUnwritable }: Encoding): T | undefined {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof XmlValueError)) throw error;
    onUnwritable(error);
    return undefined;
  }
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
  return /(?<![\w-])([\w-]+)(?:\.\w+)?$/.exec(schema.$ref ?? '')?.[1];
}

function encodeElement(part: Part, encoding: Encoding): string {
  const { name, value, schema, pointer } = part;
  const { resolve } = encoding;
  if (value === null) return writeElement(name, writeNull(part, resolve), '', pointer);
  const flat = flattenFor(value, schema, resolve);
  if (Array.isArray(value)) {
    const items = listItems(flat, name.local, resolve);
    return writeElement(name, [], encodeItems(items, value, pointer, encoding), pointer);
  }
  if (isJsonObject(value)) return encodeObject(part, value, flat, encoding);
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
  encoding: Encoding,
): string {
  return values
    .map((value, index) => ({ ...itemAt(items, index), value, pointer: `${pointer}/${index}` }))
    .map((item) => tryWrite(() => encodeNode(item, encoding), encoding) ?? '')
    .join('');
}

/** Encodes an element, or the text of one; text has no null. */
function encodeNode(node: Part & Pick<XmlItem, 'form'>, encoding: Encoding): string {
  const { form, value, pointer } = node;
  if (form === 'element') return encodeElement(node, encoding);
  if (value === null) return '';
  return form === 'cdata' ? writeCdata(value, pointer) : writeScalar(value, pointer, 'text');
}

function encodeObject(
  { name, pointer }: Part,
  value: Record<string, unknown>,
  schema: SchemaObject,
  encoding: Encoding,
): string {
  const { resolve } = encoding;
  const properties = listProperties(value, listMembers(schema, resolve), schema, pointer, resolve);
  const attributes = properties
    .filter(({ form }) => form === 'attribute')
    .flatMap((property) => tryWrite(() => encodeAttribute(property), encoding) ?? []);
  const content = properties
    .filter(({ form }) => form !== 'attribute')
    .map((property) => tryWrite(() => encodeContent(property, encoding), encoding) ?? '');
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
  checkName(name, pointer);
  return [{ name, text: writeScalar(value, pointer, 'attribute') }];
}

/** Encodes a property that is not an attribute: as text, one element, or one node per item. */
function encodeContent(property: Property, encoding: Encoding): string {
  const { form, value, pointer, items } = property;
  if (form === 'text' || form === 'cdata') return encodeNode({ ...property, form }, encoding);
  if (items === undefined || !Array.isArray(value)) return encodeElement(property, encoding);
  return encodeItems(items, value, pointer, encoding);
}

function unknownMember(key: string, value: unknown, schema: SchemaObject): XmlMember {
  const name = readXmlName(key);
  const item = schema.additionalProperties ?? true;
  if (key === TEXT_KEY) return { key, form: 'text', name, schema: item };
  if (!Array.isArray(value)) return { key, form: 'element', name, schema: item };
  const rest: XmlItem = { form: 'element', name, schema: item };
  return { key, form: 'items', name, schema: item, items: { prefix: [], rest } };
}

import type { JsonSchema, SchemaObject, XmlNodeType } from '../model/json-schema.ts';
import { allowedTypes } from '../model/json-types.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { type XmlName, xmlNameOf } from './xml-names.ts';
import { flattenSchema } from './xml-schema.ts';

/** Property for the text of an element that also has attributes or elements. */
export const TEXT_KEY = '#text';

const NODE_TYPES: readonly XmlNodeType[] = ['element', 'attribute', 'text', 'cdata', 'none'];

/** Depth at which a group in groups is an element after all: it may hold itself. */
const MOST_GROUPS = 8;

/** Property of an object as XML represents it. */
export interface XmlMember {
  readonly key: string;
  /**
   * An attribute, one element, one node per item of an array without wrapper (`items`), the text of
   * the object's element, or the nodes of an object without an element of its own (`group`).
   */
  readonly form: 'attribute' | 'element' | 'items' | 'text' | 'cdata' | 'group';
  readonly name: XmlName;
  readonly schema: JsonSchema;
  /** What the array of `items` holds. */
  readonly items?: XmlItems;
  /** Members of a `group`. */
  readonly members?: readonly XmlMember[];
}

/** Items of an array in XML: those at its start, and all others. */
export interface XmlItems {
  readonly prefix: readonly XmlItem[];
  readonly rest: XmlItem;
}

export interface XmlItem {
  readonly form: 'element' | 'text' | 'cdata';
  readonly name: XmlName;
  readonly schema: JsonSchema;
}

/**
 * Lists the properties of a flat schema by their `xml` keywords,
 * https://spec.openapis.org/oas/v3.2.0#xml-object.
 */
export function listMembers(
  schema: SchemaObject,
  resolve: ResolveSchema,
  depth = 0,
): readonly XmlMember[] {
  return Object.entries(schema.properties ?? {}).map(([key, property]) =>
    describeMember(key, property, resolve, depth),
  );
}

function describeMember(
  key: string,
  schema: JsonSchema,
  resolve: ResolveSchema,
  depth: number,
): XmlMember {
  const flat = flattenForName(schema, resolve);
  const form = key === TEXT_KEY ? 'text' : formOf(flat);
  switch (form) {
    case 'attribute':
      return { key, form, name: attributeName(flat, key), schema };
    case 'items': {
      const items = listItems(flat, key, resolve);
      return { key, form, name: items.rest.name, schema, items };
    }
    case 'group': {
      const name = xmlNameOf(flat, key);
      if (depth >= MOST_GROUPS) return { key, form: 'element', name, schema };
      return { key, form, name, schema, members: listMembers(flat, resolve, depth + 1) };
    }
    default:
      return { key, form, name: xmlNameOf(flat, key), schema };
  }
}

/** A scalar without a node of its own can only be text. */
function formOf(schema: SchemaObject): XmlMember['form'] {
  const nodeType = nodeTypeOf(schema);
  if (nodeType !== 'none') return nodeType;
  const types = allowedTypes(schema);
  if (types.includes('array')) return 'items';
  return types.includes('object') ? 'group' : 'text';
}

/** Node type of a flat schema, https://spec.openapis.org/oas/v3.2.0#xml-node-types. */
function nodeTypeOf(schema: SchemaObject): XmlNodeType {
  const { nodeType, attribute, wrapped } = schema.xml ?? {};
  const types = allowedTypes(schema);
  const isKnown = nodeType !== undefined && NODE_TYPES.includes(nodeType);
  const wanted = isKnown ? nodeType : attribute ? 'attribute' : undefined;
  // No attribute can carry an object or an array: AWS S3 has its `Grantee` as one.
  const isNested = types.length > 0 && types.every((type) => ['object', 'array'].includes(type));
  if (wanted !== undefined && !(wanted === 'attribute' && isNested)) return wanted;
  return types.includes('array') && !wrapped ? 'none' : 'element';
}

/** Describes the items of an array; an element has the name `fallback` by default. */
export function listItems(array: SchemaObject, fallback: string, resolve: ResolveSchema): XmlItems {
  const describe = (schema: JsonSchema): XmlItem => {
    const flat = flattenForName(schema, resolve);
    const { nodeType } = flat.xml ?? {};
    const form = nodeType === 'text' || nodeType === 'cdata' ? nodeType : 'element';
    return { form, name: xmlNameOf(flat, fallback), schema };
  };
  return { prefix: (array.prefixItems ?? []).map(describe), rest: describe(array.items ?? true) };
}

/** Item at an index. */
export function itemAt({ prefix, rest }: XmlItems, index: number): XmlItem {
  return prefix[index] ?? rest;
}

/** Whether a property, an item of it or one in its group is text of the element. */
export function isText({ form, items, members = [] }: XmlMember): boolean {
  if (form === 'text' || form === 'cdata') return true;
  return members.some(isText) || (items !== undefined && hasText(items));
}

/** Whether an item of an array is text. */
export function hasText({ prefix, rest }: XmlItems): boolean {
  return [...prefix, rest].some(({ form }) => form !== 'element');
}

/** An attribute without a prefix has no namespace, whatever its schema says. */
function attributeName(schema: SchemaObject, key: string): XmlName {
  const name = xmlNameOf(schema, key);
  return schema.xml?.prefix ? name : { ...name, namespace: undefined };
}

/** Names do not depend on the data, so the first branch other than `null` counts. */
function flattenForName(schema: JsonSchema, resolve: ResolveSchema): SchemaObject {
  return flattenSchema(schema, resolve, (branch) => !isNullOnly(branch));
}

function isNullOnly(branch: SchemaObject): boolean {
  return allowedTypes(branch).join() === 'null';
}

import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import { allowedTypes } from '../model/json-types.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { type XmlName, xmlNameOf } from './xml-names.ts';
import { flattenSchema } from './xml-schema.ts';

/** Property for the text of an element that also has attributes or elements. */
export const TEXT_KEY = '#text';

/**
 * Property of an object as XML represents it: an attribute, one element, or one element per item of
 * an array without wrapper (`items`, with name and schema of one item).
 */
export interface XmlMember {
  readonly key: string;
  readonly form: 'attribute' | 'element' | 'items';
  readonly name: XmlName;
  readonly schema: JsonSchema;
}

/**
 * Lists the properties of a flat schema by their `xml` keywords,
 * https://spec.openapis.org/oas/v3.1.1#xml-object.
 */
export function listMembers(schema: SchemaObject, resolve: ResolveSchema): XmlMember[] {
  return Object.entries(schema.properties ?? {}).map(([key, property]) =>
    describeMember(key, property, resolve),
  );
}

function describeMember(key: string, property: JsonSchema, resolve: ResolveSchema): XmlMember {
  const flat = flattenForName(property, resolve);
  if (flat.xml?.attribute) {
    return { key, form: 'attribute', name: attributeName(flat, key), schema: property };
  }
  if (allowedTypes(flat).includes('array') && !flat.xml?.wrapped) {
    const schema = flat.items ?? true;
    return { key, form: 'items', name: itemName(flat, key, resolve), schema };
  }
  return { key, form: 'element', name: xmlNameOf(flat, key), schema: property };
}

/** Returns the element name of array items, by default `fallback`. */
export function itemName(array: SchemaObject, fallback: string, resolve: ResolveSchema): XmlName {
  return xmlNameOf(flattenForName(array.items ?? true, resolve), fallback);
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

import type { SchemaObject } from '../model/json-schema.ts';

/** Name of an element or attribute: as written (`p:share`), its local part, and its namespace. */
export interface XmlName {
  readonly qualified: string;
  readonly local: string;
  readonly namespace: string | undefined;
}

// QName without its rarest characters, https://www.w3.org/TR/xml-names/#ns-qualnames
const QUALIFIED_NAME = /^[_\p{L}][\p{L}\p{M}\p{N}._-]*(?::[_\p{L}][\p{L}\p{M}\p{N}._-]*)?$/u;

/** Whether a text is a valid name for an element or attribute. */
export function isXmlName(text: string): boolean {
  return QUALIFIED_NAME.test(text);
}

/** Splits a name; `namespaces` maps the prefixes in scope to namespaces. */
export function readXmlName(
  qualified: string,
  namespaces: ReadonlyMap<string, string> = new Map(),
): XmlName {
  const colon = qualified.indexOf(':');
  const prefix = qualified.slice(0, Math.max(colon, 0));
  const local = qualified.slice(colon + 1);
  return { qualified, local, namespace: namespaces.get(prefix) };
}

/** Returns the name in the `xml` keyword of a schema, by default `fallback`. */
export function xmlNameOf(schema: SchemaObject, fallback: string): XmlName {
  const { name: local = fallback, prefix, namespace } = schema.xml ?? {};
  const qualified = prefix ? `${prefix}:${local}` : local;
  return { qualified, local, namespace };
}

/** Whether a name is the expected one; if that has a namespace, the prefix does not matter. */
export function hasXmlName(found: XmlName, expected: XmlName): boolean {
  if (expected.namespace === undefined) return found.qualified === expected.qualified;
  return found.local === expected.local && found.namespace === expected.namespace;
}

/** Whether an attribute declares a namespace. */
export function isNamespaceDeclaration(attribute: string): boolean {
  return attribute === 'xmlns' || attribute.startsWith('xmlns:');
}

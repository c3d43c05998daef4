import type { SchemaObject } from '../model/json-schema.ts';

/** Name of an element or attribute: as written (`p:share`), its local part, and its namespace if any. */
export interface XmlName {
  readonly qualified: string;
  readonly local: string;
  readonly namespace: string | undefined;
}

// QName without its rarest characters: https://www.w3.org/TR/xml-names/#ns-qualnames
const QUALIFIED_NAME = /^[_\p{L}][\p{L}\p{M}\p{N}._-]*(?::[_\p{L}][\p{L}\p{M}\p{N}._-]*)?$/u;

/** Tells whether a text can name an element or attribute. */
export function isXmlName(text: string): boolean {
  return QUALIFIED_NAME.test(text);
}

/** Takes a name as written apart; `namespaces` maps each prefix in scope to its namespace. */
export function readXmlName(
  qualified: string,
  namespaces: ReadonlyMap<string, string> = new Map(),
): XmlName {
  const colon = qualified.indexOf(':');
  const prefix = qualified.slice(0, Math.max(colon, 0));
  const local = qualified.slice(colon + 1);
  return { qualified, local, namespace: namespaces.get(prefix) };
}

/** Gives the name that a schema's `xml` keyword asks for; without `name` there it is the fallback. */
export function xmlNameOf(schema: SchemaObject, fallback: string): XmlName {
  const { name: local = fallback, prefix, namespace } = schema.xml ?? {};
  const qualified = prefix ? `${prefix}:${local}` : local;
  return { qualified, local, namespace };
}

/** Tells whether a name in a document is the expected one; where a namespace is expected, any prefix for it will do. */
export function hasXmlName(found: XmlName, expected: XmlName): boolean {
  if (expected.namespace === undefined) return found.qualified === expected.qualified;
  return found.local === expected.local && found.namespace === expected.namespace;
}

/** Tells whether an attribute declares a namespace instead of carrying data. */
export function isNamespaceDeclaration(attribute: string): boolean {
  return attribute === 'xmlns' || attribute.startsWith('xmlns:');
}

import type { SchemaObject } from './json-schema.ts';
import type { ResolveSchema } from './resolve-schema.ts';
import type { XmlElement } from './xml-element.ts';
import { listMembers, type XmlMember } from './xml-members.ts';
import { hasXmlName } from './xml-names.ts';
import { readScalar } from './xml-scalar.ts';
import { allowedTypes, allowsType, typeOf } from './xml-schema.ts';

/** Tells whether a schema branch can describe an element: its kind of content, and what it requires is there. */
export function fitsElement(
  branch: SchemaObject,
  element: XmlElement,
  resolve: ResolveSchema,
): boolean {
  const members = new Map(listMembers(branch, resolve).map((member) => [member.key, member]));
  const required = branch.required ?? [];
  return (
    fitsContent(branch, element) && required.every((key) => isThere(members.get(key), element))
  );
}

/** Tells whether a schema branch can describe a value: its type, and what it requires is there. */
export function fitsValue(branch: SchemaObject, value: unknown): boolean {
  const type = typeOf(value);
  if (!allowsType(allowedTypes(branch), type)) return false;
  if (typeof value !== 'object' || value === null) return true;
  return type === 'array' || (branch.required ?? []).every((key) => Object.hasOwn(value, key));
}

/** Tells whether an element has text only, or nothing. */
export function isLeaf(element: XmlElement): boolean {
  return element.children.length === 0 && element.attributes.length === 0;
}

function fitsContent(branch: SchemaObject, element: XmlElement): boolean {
  const types = allowedTypes(branch);
  if (!isLeaf(element)) return allowsType(types, 'object') || allowsType(types, 'array');
  if (element.text.trim() === '') return true;
  return allowsType(types, typeOf(readScalar(element.text, types)));
}

/** An array without wrapper may be empty, so it is always there. */
function isThere(member: XmlMember | undefined, element: XmlElement): boolean {
  if (member === undefined) return false;
  if (member.form === 'items') return true;
  const nodes = member.form === 'attribute' ? element.attributes : element.children;
  return nodes.some((node) => hasXmlName(node.name, member.name));
}

import { isJsonObject } from '../model/json-cursor.ts';
import type { SchemaObject } from '../model/json-schema.ts';
import { allowedTypes, allowsType, typeOf } from '../model/json-types.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import type { XmlElement } from './xml-element.ts';
import { listMembers, type XmlMember } from './xml-members.ts';
import { hasXmlName } from './xml-names.ts';
import { readScalar } from './xml-scalar.ts';

/** Whether a branch can describe an element: by type, and with nothing required missing. */
export function fitsElement(
  branch: SchemaObject,
  element: XmlElement,
  resolve: ResolveSchema,
): boolean {
  const members = new Map(listMembers(branch, resolve).map((member) => [member.key, member]));
  const required = branch.required ?? [];
  return (
    fitsContent(branch, element) && required.every((key) => isPresent(members.get(key), element))
  );
}

/** Whether a branch can describe a text, by its type. */
export function fitsText(branch: SchemaObject, text: string): boolean {
  const types = allowedTypes(branch);
  return allowsType(types, typeOf(readScalar(text, types)));
}

/**
 * Whether a branch can describe a value: it has the right type, and nothing required is missing.
 */
export function fitsValue(branch: SchemaObject, value: unknown): boolean {
  if (!allowsType(allowedTypes(branch), typeOf(value))) return false;
  return !isJsonObject(value) || (branch.required ?? []).every((key) => Object.hasOwn(value, key));
}

/** Whether an element has only text, or nothing. */
export function isLeaf(element: XmlElement): boolean {
  return element.children.length === 0 && element.attributes.length === 0;
}

function fitsContent(branch: SchemaObject, element: XmlElement): boolean {
  if (isLeaf(element)) return element.text.trim() === '' || fitsText(branch, element.text);
  const types = allowedTypes(branch);
  return allowsType(types, 'object') || allowsType(types, 'array');
}

/** An array without wrapper, a text and a group may be empty, so they are always present. */
function isPresent(member: XmlMember | undefined, element: XmlElement): boolean {
  switch (member?.form) {
    case undefined:
      return false;
    case 'attribute':
      return element.attributes.some(({ name }) => hasXmlName(name, member.name));
    case 'element':
      return element.children.some(({ name }) => hasXmlName(name, member.name));
    default:
      return true;
  }
}

import { ExactNumber } from '../model/exact-number.ts';
import { ExampleBytes } from '../model/example-bytes.ts';
import {
  escapeAttributeValue,
  escapeText,
  findForbiddenCharacter,
  nameCharacter,
} from './xml-characters.ts';
import { isXmlName, type XmlName } from './xml-names.ts';
import { XmlValueError } from './xml-value-error.ts';

/** Attribute with an escaped value. */
export interface WrittenAttribute {
  readonly name: XmlName;
  readonly text: string;
}

/**
 * Writes one element around encoded content, and declares the namespaces of its name and attributes
 * on it.
 *
 * @throws XmlValueError for an invalid name.
 */
export function writeElement(
  name: XmlName,
  attributes: readonly WrittenAttribute[],
  content: string,
  pointer: string,
): string {
  const names = [name, ...attributes.map((attribute) => attribute.name)];
  for (const each of names) checkName(each, pointer);
  const declarations = new Set(names.flatMap(declareNamespace));
  const written = attributes.map((attribute) => ` ${attribute.name.qualified}="${attribute.text}"`);
  const tag = name.qualified + [...declarations, ...written].join('');
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${name.qualified}>`;
}

/**
 * Writes a string, number or boolean, escaped for its place.
 *
 * @throws XmlValueError for any other value and for characters that XML does not allow.
 */
export function writeScalar(value: unknown, pointer: string, place: 'attribute' | 'text'): string {
  const isScalar =
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    Number.isFinite(value) ||
    value instanceof ExactNumber ||
    value instanceof ExampleBytes;
  if (!isScalar) {
    throw new XmlValueError(
      pointer,
      `expected a string, number or boolean, found ${describe(value)}.`,
    );
  }
  const text = value instanceof ExampleBytes ? value.toJSON() : String(value);
  const forbidden = findForbiddenCharacter(text);
  if (forbidden !== -1) {
    const found = nameCharacter(text, forbidden);
    throw new XmlValueError(pointer, `found ${found}, a character that XML cannot carry.`);
  }
  return place === 'text' ? escapeText(text) : escapeAttributeValue(text);
}

/**
 * Writes a scalar as a CDATA section, or as two where it contains the end of one.
 *
 * @throws XmlValueError for any other value and for characters that XML does not allow.
 */
export function writeCdata(value: unknown, pointer: string): string {
  writeScalar(value, pointer, 'text');
  return `<![CDATA[${String(value).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/**
 * Checks the name of an element or attribute.
 *
 * @throws XmlValueError for an invalid one.
 */
export function checkName({ qualified }: XmlName, pointer: string): void {
  if (isXmlName(qualified)) return;
  throw new XmlValueError(pointer, `"${qualified}" cannot name an element or attribute.`);
}

function declareNamespace({ qualified, local, namespace }: XmlName): string[] {
  if (namespace === undefined) return [];
  const prefix = qualified.slice(0, -local.length);
  const attribute = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  return [` ${attribute}="${escapeAttributeValue(namespace)}"`];
}

function describe(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
}

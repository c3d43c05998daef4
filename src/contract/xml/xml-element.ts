import { isJsonObject } from '../model/json-cursor.ts';
import { isIndentation, readAttributeValue, readCharacters } from './xml-characters.ts';
import { isNamespaceDeclaration, readXmlName, type XmlName } from './xml-names.ts';

/** Attribute that is not a namespace declaration. */
export interface XmlAttribute {
  readonly name: XmlName;
  readonly value: string;
}

/** Element with decoded characters; `text` and `nodes` leave out indentation. */
export interface XmlElement {
  readonly name: XmlName;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Elements and texts in order. */
  readonly nodes: readonly (XmlElement | XmlText)[];
}

export interface XmlText {
  readonly text: string;
  readonly isCdata: boolean;
}

/** Keys in the nodes of fast-xml-parser; any other key is an element name. */
export const NODE_KEYS = { text: '#text', cdata: '#cdata', attributes: ':@' } as const;

/** Node of fast-xml-parser with `preserveOrder`. */
export type ParserNode = Readonly<Record<string, unknown>>;

type Namespaces = ReadonlyMap<string, string>;

/** Reads an element; `outer` maps the prefixes in scope to namespaces. */
export function readElement(node: ParserNode, outer: Namespaces = new Map()): XmlElement {
  const qualified = Object.keys(node).find((key) => key !== NODE_KEYS.attributes) ?? '';
  const attributes = readAttributes(node[NODE_KEYS.attributes]);
  const namespaces = declareNamespaces(attributes, outer);
  const content = readContent(node[qualified]).map((child) =>
    isElementNode(child)
      ? readElement(child, namespaces)
      : { text: readText(child), isCdata: NODE_KEYS.cdata in child },
  );
  const children = content.filter(isElement);
  const text = content.map((child) => (isElement(child) ? '' : child.text)).join('');
  const isBlank = children.length > 0 && text.trim() === '';
  return {
    name: readXmlName(qualified, namespaces),
    attributes: nameAttributes(attributes, namespaces),
    children,
    text: isBlank ? '' : text,
    nodes: isBlank ? children : content.filter((child) => isElement(child) || child.text !== ''),
  };
}

/** Whether a node in an element is an element, and not text. */
export function isElement(node: XmlElement | XmlText): node is XmlElement {
  return 'children' in node;
}

function readContent(content: unknown): ParserNode[] {
  return Array.isArray(content) ? content.filter(isJsonObject) : [];
}

/** Whether a node is an element, and not text. */
export function isElementNode(node: ParserNode): boolean {
  return !(NODE_KEYS.text in node) && !(NODE_KEYS.cdata in node);
}

function readText(node: ParserNode): string {
  const raw = node[NODE_KEYS.text];
  if (typeof raw === 'string') return isIndentation(raw) ? '' : readCharacters(raw);
  const parts = readContent(node[NODE_KEYS.cdata]);
  return parts.map((part) => String(part[NODE_KEYS.text] ?? '')).join('');
}

function readAttributes(group: unknown): [name: string, value: string][] {
  if (!isJsonObject(group)) return [];
  return Object.entries(group).map(([name, raw]) => [name, readAttributeValue(String(raw))]);
}

function declareNamespaces(attributes: [string, string][], outer: Namespaces): Namespaces {
  const declared = attributes
    .filter(([name]) => isNamespaceDeclaration(name))
    .map(([name, uri]) => [name.replace(/^xmlns:?/, ''), uri] as const);
  return declared.length === 0 ? outer : new Map([...outer, ...declared]);
}

/**
 * Names the attributes that hold data; one without a prefix has no namespace,
 * https://www.w3.org/TR/xml-names/#defaulting.
 */
function nameAttributes(attributes: [string, string][], namespaces: Namespaces): XmlAttribute[] {
  const prefixed = new Map(namespaces);
  prefixed.delete('');
  return attributes
    .filter(([name]) => !isNamespaceDeclaration(name))
    .map(([name, value]) => ({ name: readXmlName(name, prefixed), value }));
}

import type { X2jOptions } from 'fast-xml-parser';
import { isJsonObject } from '../model/json-cursor.ts';
import {
  isElementNode,
  NODE_KEYS,
  type ParserNode,
  readElement,
  type XmlElement,
} from './xml-element.ts';
import { requireXmlLibrary } from './xml-library.ts';
import { XmlSyntaxError } from './xml-syntax-error.ts';
import { blankOpaqueParts, checkWellFormed } from './xml-wellformed.ts';

/** Root element of a document, and the offset of its start tag. */
export interface XmlDocument {
  readonly root: XmlElement;
  readonly offset: number;
}

const OPTIONS: X2jOptions = {
  preserveOrder: true,
  textNodeName: NODE_KEYS.text,
  cdataPropName: NODE_KEYS.cdata,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignorePiTags: true,
  parseTagValue: false,
  trimValues: false,
  // xml-characters.ts decodes references: the parser does not decode numeric ones.
  processEntities: false,
  // Names are kept: here they become values, never properties of a prototype.
  onDangerousProperty: (name) => name,
  captureMetaData: true,
};

/**
 * Parses an XML document; comments and processing instructions are skipped.
 *
 * @throws XmlSyntaxError for malformed text, a document type or an entity declaration.
 */
export function parseXml(text: string): XmlDocument {
  checkWellFormed(text);
  const root = parseNodes(text).find(isElementNode) ?? {};
  const { start, end } = readExtent(root);
  checkEnd(text, end);
  return { root: readElement(root), offset: start };
}

/** Top-level nodes: the root element, and white space before a processing instruction. */
function parseNodes(text: string): ParserNode[] {
  try {
    const { XMLParser } = requireXmlLibrary();
    const nodes: unknown = new XMLParser(OPTIONS).parse(text);
    return Array.isArray(nodes) ? nodes.filter(isJsonObject) : [];
  } catch (error) {
    // Limits of the parser, such as the nesting depth; it does not say where.
    const problem = error instanceof Error ? error.message : String(error);
    throw XmlSyntaxError.at(text, 0, problem);
  }
}

function checkEnd(text: string, end: number): void {
  const rest = blankOpaqueParts(text).slice(end).search(/\S/);
  if (rest === -1) return;
  const found = JSON.stringify(text.slice(end + rest, end + rest + 20));
  throw XmlSyntaxError.at(
    text,
    end + rest,
    `expected nothing after the root element, found ${found}.`,
  );
}

function readExtent(node: ParserNode): { start: number; end: number } {
  const key = requireXmlLibrary().XMLParser.getMetaDataSymbol();
  const extent: unknown = typeof key === 'symbol' ? Reflect.get(node, key) : undefined;
  if (!isJsonObject(extent)) return { start: 0, end: 0 };
  return { start: Number(extent.startIndex ?? 0), end: Number(extent.endIndex ?? 0) };
}

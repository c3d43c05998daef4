import type { JsonSchema } from '../model/json-schema.ts';
import { allowedTypes } from '../model/json-types.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { isElement, type XmlElement } from './xml-element.ts';
import { fitsText } from './xml-fit.ts';
import { TEXT_KEY, type XmlMember } from './xml-members.ts';
import { readScalar } from './xml-scalar.ts';
import { flattenSchema } from './xml-schema.ts';

/** Member of a decoded object. */
export type Entry = [key: string, value: unknown];

/** Decodes the text of an object: a property that is text takes all of it, of several each its kind. */
export function decodeText(
  { text, nodes }: XmlElement,
  members: readonly XmlMember[],
  resolve: ResolveSchema,
): Entry[] {
  if (text === '') return [];
  const texts = members.filter(({ form }) => form === 'text' || form === 'cdata');
  if (texts.length === 0) return decodeTextItems(text, nodes, members, resolve);
  return texts.flatMap(({ key, form, schema }): Entry[] => {
    const own = texts.length === 1 ? text : joinTexts(nodes, form === 'cdata');
    return own === '' ? [] : [[key, decodeScalar(own, schema, resolve)]];
  });
}

/** Text between the elements of an object: items of an array without wrapper, or unknown. */
function decodeTextItems(
  text: string,
  nodes: XmlElement['nodes'],
  members: readonly XmlMember[],
  resolve: ResolveSchema,
): Entry[] {
  const list = members.find(({ items }) => items !== undefined && items.rest.form !== 'element');
  const item = list?.items?.rest;
  if (list === undefined || item === undefined) return [[TEXT_KEY, text]];
  return nodes.flatMap((node): Entry[] =>
    isElement(node) ? [] : [[list.key, decodeScalar(node.text, item.schema, resolve)]],
  );
}

function joinTexts(nodes: XmlElement['nodes'], isCdata: boolean): string {
  return nodes
    .map((node) => (!isElement(node) && node.isCdata === isCdata ? node.text : ''))
    .join('');
}

/** Decodes a text to a scalar of a type that its schema allows. */
export function decodeScalar(text: string, schema: JsonSchema, resolve: ResolveSchema): unknown {
  const flat = flattenSchema(schema, resolve, (branch) => fitsText(branch, text));
  return readScalar(text, allowedTypes(flat));
}

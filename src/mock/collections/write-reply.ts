import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { plainName } from '../../contract/collections/member-names.ts';
import {
  findStructured,
  placeOf,
  successResponse,
} from '../../contract/collections/read-messages.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { inside } from './collection-model.ts';
import { writeError } from './error-reply.ts';
import { readTemplateBody } from './item-reply.ts';
import { writePath } from './rows.ts';
import { Code, writeLiteral } from './write-code.ts';
import type { Writing } from './writing.ts';

/** Code of what a list tells of its pages, and the plain names of the members that have it. */
const PAGE_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  'page.total': ['total', 'totalcount', 'totalitems', 'totalelements', 'totalresults', 'count'],
  'page.hasNext': ['hasmore', 'hasnext', 'hasnextpage'],
  'page.page': ['page', 'currentpage', 'pagenumber'],
  'page.pages': ['totalpages', 'pages', 'lastpage'],
  'page.size': ['perpage', 'pagesize', 'limit', 'size'],
  'page.offset': ['offset', 'skip'],
};

/** Code of what only the page of a list tells. */
export const PAGE_CODE = /\bpage\.[a-z]/;

/** Writes the answer of success, with the item or the list where the contract has it. */
export function writeReply(known: CollectionOperation, { model }: Writing, value: Code): string {
  const { status, envelope, role } = known;
  const media = findStructured(successResponse(known.operation, role)?.content);
  if (media === undefined || status === 204) return `return { status: ${status} };`;
  const place = placeOf(media);
  const { places } = model.fitting;
  const inner = inside(place, envelope, places);
  const isItem = role === 'list' || (inner !== undefined && isOfItem(inner, role));
  const template = readTemplateBody(media, model);
  const body = isItem ? writePath(fillPages(template), envelope, value) : template;
  return `return ${writeLiteral({ status, body })};`;

  function isOfItem(one: SchemaPlace, of: string): boolean {
    const isSame = places.target(one).pointer === places.target(model.item).pointer;
    return isSame || (of !== 'remove' && places.members(one).has(model.collection.key[0] ?? ''));
  }
}

function fillPages(template: unknown): unknown {
  if (!isJsonObject(template)) return template;
  const members = Object.entries(template).map(([name, member]) => {
    const plain = plainName(name);
    const code = Object.keys(PAGE_MEMBERS).find((one) => PAGE_MEMBERS[one]?.includes(plain));
    const isFilled = code !== undefined && typeof member !== 'object';
    return [name, isFilled ? new Code(code) : fillPages(member)];
  });
  return Object.fromEntries(members);
}

/** Writes the answer about an item that is not there. */
export function writeMissing(
  { operation }: CollectionOperation,
  { model, isTyped }: Writing,
): string {
  const text = `There is no such item of ${model.collection.name}.`;
  const reply = writeError(operation, 404, text, null, model.fitting);
  const declared = findResponse(operation, 404);
  const media = findStructured(declared?.content);
  // Types know no member of an object of which the contract names none.
  const isVague =
    isTyped && media !== undefined && model.fitting.places.members(placeOf(media)).size === 0;
  if (reply === undefined || declared?.status !== '404' || isVague)
    return writeLiteral({ kind: 'unknown-path', missing: text });
  const { status, body } = reply;
  return writeLiteral({ status, ...(body !== undefined && { body }) });
}

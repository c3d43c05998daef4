import type { Contract, Operation } from '../contract/contract.ts';
import { findResponse } from '../contract/contract-checks.ts';
import { descend, openDocument } from '../contract/json-cursor.ts';
import type { JsonSchema } from '../contract/json-schema.ts';
import { bodyFormat, findMedia } from '../contract/media-type.ts';
import { readSchema } from '../contract/read-message.ts';
import type { ResolveSchema } from '../contract/resolve-schema.ts';
import { encodeXml } from '../contract/xml/encode-xml.ts';
import type { Reply } from './refusal.ts';

/** Bodies of replies that were written before: a remembered reply is written once. */
const written = new WeakMap<Reply, string>();

/** Statuses that the Fetch standard knows as null body statuses, as far as a mock can answer with them. */
const NULL_BODY_STATUSES = [204, 205, 304];

/** Writes a reply to the wire: JSON, XML by the contract's `xml` keywords, or text as it is. */
export function renderReply(
  reply: Reply,
  contract: Contract,
  operation: Operation | undefined,
  resolve: ResolveSchema,
): Response {
  const { status, headers, mediaType } = reply;
  if (mediaType === undefined || NULL_BODY_STATUSES.includes(status)) {
    return new Response(null, { status, headers: { ...headers } });
  }
  const text =
    written.get(reply) ?? writeBody(reply, findSchema(reply, contract, operation), resolve);
  written.set(reply, text);
  return new Response(text, { status, headers: { ...headers, 'content-type': mediaType } });
}

function writeBody(reply: Reply, schema: JsonSchema, resolve: ResolveSchema): string {
  const { body, mediaType = '' } = reply;
  const format = bodyFormat(mediaType);
  if (format === 'json') return JSON.stringify(body) ?? '';
  if (typeof body === 'string' || body === undefined) return body ?? '';
  return format === 'xml' ? encodeXml(body, schema, resolve) : JSON.stringify(body);
}

function findSchema(
  reply: Reply,
  contract: Contract,
  operation: Operation | undefined,
): JsonSchema {
  if (reply.schema !== undefined) {
    const cursor = descend(openDocument(contract.document), 'components', 'schemas', reply.schema);
    return cursor === undefined ? true : readSchema(cursor).schema;
  }
  const content = operation && findResponse(operation, reply.status)?.content;
  return findMedia(content ?? [], reply.mediaType ?? '')?.schema?.schema ?? true;
}

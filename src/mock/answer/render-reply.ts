import type { Contract, Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { descend, openDocument } from '../../contract/model/json-cursor.ts';
import type { JsonSchema } from '../../contract/model/json-schema.ts';
import { bodyFormat, findMedia } from '../../contract/model/media-type.ts';
import { readSchema } from '../../contract/model/read-schema.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';
import { encodeXml } from '../../contract/xml/encode-xml.ts';
import type { Reply } from '../authoring/reply.ts';
import { toSendable } from '../http/fields.ts';
import type { HttpResponse } from '../http/message.ts';

/** Reply with the response that it is written as. */
export interface RenderedReply {
  readonly reply: Reply;
  readonly response: HttpResponse;
}

/** Writes the reply of an operation, or of a page where there is no operation. */
export type RenderReply = (reply: Reply, operation: Operation | undefined) => HttpResponse;

/** Makes the renderer of an API's replies. */
export function createRenderer(contract: Contract, resolve: ResolveSchema): RenderReply {
  return (reply, operation) => renderReply(reply, contract, operation, resolve);
}

/** Statuses without a body, https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1. */
const NULL_BODY_STATUSES = [204, 205, 304];

/** Writes a reply: JSON, XML by the contract's `xml` keywords, or text and bytes as they are. */
export function renderReply(
  reply: Reply,
  contract: Contract,
  operation: Operation | undefined,
  resolve: ResolveSchema,
): HttpResponse {
  const { status, mediaType } = reply;
  const headers = toSendable(reply.headers ?? {});
  if (mediaType === undefined || NULL_BODY_STATUSES.includes(status)) return { status, headers };
  headers['content-type'] = mediaType;
  return { status, headers, body: writeBody(reply, contract, operation, resolve) };
}

function writeBody(
  reply: Reply,
  contract: Contract,
  operation: Operation | undefined,
  resolve: ResolveSchema,
): string | Uint8Array {
  const { body, mediaType = '' } = reply;
  if (body instanceof Uint8Array) return body;
  const format = bodyFormat(mediaType);
  if (format === 'json') return JSON.stringify(body) ?? '';
  if (typeof body === 'string' || body === undefined) return body ?? '';
  if (format !== 'xml') return JSON.stringify(body);
  return encodeXml(body, findSchema(reply, contract, operation), resolve);
}

function findSchema(
  { schema, status, mediaType = '' }: Reply,
  contract: Contract,
  operation: Operation | undefined,
): JsonSchema {
  if (schema !== undefined) {
    const cursor = descend(openDocument(contract.document), 'components', 'schemas', schema);
    return cursor === undefined ? true : readSchema(cursor).schema;
  }
  const content = operation && findResponse(operation, status)?.content;
  return findMedia(content ?? [], mediaType)?.schema?.schema ?? true;
}

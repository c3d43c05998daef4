import type { Contract, Media, Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { descend, isJsonObject, openDocument } from '../../contract/model/json-cursor.ts';
import type { JsonSchema } from '../../contract/model/json-schema.ts';
import { bodyFormat, findMedia, isMultipart, isSequence } from '../../contract/model/media-type.ts';
import { readSchema } from '../../contract/model/read-schema.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';
import { encodeXml } from '../../contract/xml/encode-xml.ts';
import type { Reply } from '../authoring/reply.ts';
import { toSendable } from '../http/fields.ts';
import type { HttpResponse } from '../http/message.ts';
import { writeForm } from './write-form.ts';
import { withBoundary, writeMultipart } from './write-multipart.ts';
import { writeSequence } from './write-sequence.ts';

/** Reply with the response that it is written as. */
export interface RenderedReply {
  readonly reply: Reply;
  readonly response: HttpResponse;
}

/** Writes the reply of an operation, or of a page where there is no operation. */
export type RenderReply = (reply: Reply, operation: Operation | undefined) => HttpResponse;

/** What is told of each value that cannot be written; without it, such a value is an error. */
type OnUnwritable = Parameters<typeof encodeXml>[3];

/** Makes the renderer of an API's replies; it may leave out what cannot be written. */
export function createRenderer(
  contract: Contract,
  resolve: ResolveSchema,
  onUnwritable?: OnUnwritable,
): RenderReply {
  return (reply, operation) => renderReply(reply, contract, operation, resolve, onUnwritable);
}

/** Statuses without a body, https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1. */
const NULL_BODY_STATUSES = [204, 205, 304];

/** Writes a reply in its media type: by the schema where it says how, and text and bytes as they are. */
export function renderReply(
  reply: Reply,
  contract: Contract,
  operation: Operation | undefined,
  resolve: ResolveSchema,
  onUnwritable?: OnUnwritable,
): HttpResponse {
  const { status, mediaType, stream } = reply;
  const headers = toSendable(reply.headers ?? {});
  if (stream !== undefined && mediaType !== undefined) {
    return { status, headers: { ...headers, 'content-type': mediaType }, stream };
  }
  if (mediaType === undefined || NULL_BODY_STATUSES.includes(status)) return { status, headers };
  const body = writeBody(reply, contract, operation, resolve, onUnwritable);
  headers['content-type'] = isMultipart(mediaType) ? withBoundary(mediaType, body) : mediaType;
  return { status, headers, body, bytes: encodeOnce(body) };
}

/**
 * Encodes a text that is not ASCII, which takes as long as to write the JSON, and was done for its length, the journal and
 * the sender alike (November 2026).
 */
function encodeOnce(body: string | Uint8Array): Uint8Array | undefined {
  if (typeof body !== 'string') return undefined;
  const bytes = Buffer.from(body);
  return bytes.length === body.length ? undefined : bytes;
}

function writeBody(
  reply: Reply,
  contract: Contract,
  operation: Operation | undefined,
  resolve: ResolveSchema,
  onUnwritable: OnUnwritable,
): string | Uint8Array {
  const { body, serialized, mediaType = '' } = reply;
  if (serialized !== undefined) return serialized;
  if (body instanceof Uint8Array) return body;
  const format = bodyFormat(mediaType);
  if (format === 'json') return JSON.stringify(body) ?? '';
  if (isSequence(format)) return writeSequence(body, format);
  const media = findContent(reply, operation);
  if (isMultipart(mediaType)) return writeMultipart(body, mediaType, media, resolve);
  if (typeof body === 'string' || body === undefined) return body ?? '';
  if (format === 'xml') {
    return encodeXml(body, findSchema(reply, contract, media), resolve, onUnwritable);
  }
  if (format === 'form' && media !== undefined && isJsonObject(body)) {
    return writeForm(body, media, resolve);
  }
  return JSON.stringify(body);
}

function findContent({ status, mediaType = '' }: Reply, operation: Operation | undefined) {
  const content = operation && findResponse(operation, status)?.content;
  return findMedia(content ?? [], mediaType);
}

function findSchema({ schema }: Reply, contract: Contract, media: Media | undefined): JsonSchema {
  if (schema === undefined) return media?.schema?.schema ?? true;
  const cursor = descend(openDocument(contract.document), 'components', 'schemas', schema);
  return cursor === undefined ? true : readSchema(cursor).schema;
}

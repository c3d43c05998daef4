import type { Contract, Operation } from '../contract/contract.ts';
import { findResponse } from '../contract/contract-checks.ts';
import { descend, openDocument } from '../contract/json-cursor.ts';
import type { JsonSchema } from '../contract/json-schema.ts';
import { bodyFormat, findMedia } from '../contract/media-type.ts';
import { readSchema } from '../contract/read-schema.ts';
import { createMemory } from '../contract/remember.ts';
import type { ResolveSchema } from '../contract/resolve-schema.ts';
import { encodeXml } from '../contract/xml/encode-xml.ts';
import { createLastingMemory } from './lasting.ts';
import type { Reply } from './refusal.ts';
import type { WireResponse } from './wire.ts';

const recallWritten = createLastingMemory<Reply, WireResponse>();

/** Header fields by their text: most replies have the same few, and what is made of them is kept by them. */
const recallHeaders = createMemory<WireResponse['headers']>(100);

/** Statuses whose answers have no body, RFC 9110 section 6.4.1, as far as a mock can answer with them. */
const NULL_BODY_STATUSES = [204, 205, 304];

/** Writes a reply: JSON, XML by the contract's `xml` keywords, or text and bytes as they are. */
export function renderReply(
  reply: Reply,
  contract: Contract,
  operation: Operation | undefined,
  resolve: ResolveSchema,
): WireResponse {
  return recallWritten(reply, () => write(reply, contract, operation, resolve));
}

function write(
  reply: Reply,
  contract: Contract,
  operation: Operation | undefined,
  resolve: ResolveSchema,
): WireResponse {
  const { status, mediaType, isLasting = false } = reply;
  if (mediaType === undefined || NULL_BODY_STATUSES.includes(status)) {
    return { status, headers: writeHeaders(reply.headers, undefined), isLasting };
  }
  const body = writeBody(reply, () => findSchema(reply, contract, operation), resolve);
  return { status, headers: writeHeaders(reply.headers, mediaType), body, isLasting };
}

const NO_HEADERS = Object.freeze({});

/** Header fields that were written last: many replies in a row have the same object of them. */
let newest: {
  readonly headers: Reply['headers'];
  readonly mediaType: string | undefined;
  readonly written: WireResponse['headers'];
} = { headers: NO_HEADERS, mediaType: undefined, written: {} };

function writeHeaders(
  headers: Reply['headers'] = NO_HEADERS,
  mediaType: string | undefined,
): WireResponse['headers'] {
  if (newest.headers === headers && newest.mediaType === mediaType) return newest.written;
  const written = recallByText(headers, mediaType);
  // Any other object may have other fields the next time.
  if (Object.isFrozen(headers)) newest = { headers, mediaType, written };
  return written;
}

function recallByText(
  headers: NonNullable<Reply['headers']>,
  mediaType: string | undefined,
): WireResponse['headers'] {
  let text = mediaType ?? '';
  for (const name of Object.keys(headers)) text += `\n${name}: ${headers[name]}`;
  return recallHeaders(text, () => {
    const fields = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const lower: Record<string, string> = Object.fromEntries(fields);
    return mediaType === undefined ? lower : { ...lower, 'content-type': mediaType };
  });
}

function writeBody(
  { body, mediaType = '' }: Reply,
  findSchemaOf: () => JsonSchema,
  resolve: ResolveSchema,
): string | Uint8Array {
  if (body instanceof Uint8Array) return body;
  const format = bodyFormat(mediaType);
  if (format === 'json') return JSON.stringify(body) ?? '';
  if (typeof body === 'string' || body === undefined) return body ?? '';
  return format === 'xml' ? encodeXml(body, findSchemaOf(), resolve) : JSON.stringify(body);
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

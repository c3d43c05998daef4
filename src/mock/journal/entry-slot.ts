import type { JournalEntry, JournalMessage } from './journal.ts';

/** Most bytes that are kept of one body. */
const MAX_BODY = 256 * 1024;
/** Longest body of an answer that is referred to and not copied, because it lasts. */
const MAX_SHARED = 16 * 1024;
/** Fewest bytes of a slot in use; more are powers of two. */
const MIN_BYTES = 1024;

const NO_BYTES = Buffer.alloc(0);
const NO_HEADERS: readonly string[] = [];
const NO_TEXT = { origin: '', path: '', query: '' };

/**
 * Place of an entry, used again for the next one.
 *
 * Texts and bodies are copied to bytes outside of the heap. As objects they would outlive the next garbage collection
 * or two, be copied by them, and soon after be garbage in the part of the heap that is seldom cleaned.
 */
export interface EntrySlot {
  /** Entry without what is in the bytes; its messages have the sizes of their whole bodies. */
  outline: JournalEntry | undefined;
  /** Lines of text, body of the request, body of the response. */
  bytes: Buffer;
  textEnd: number;
  requestEnd: number;
  responseEnd: number;
}

export function createSlot(): EntrySlot {
  return { outline: undefined, bytes: NO_BYTES, textEnd: 0, requestEnd: 0, responseEnd: 0 };
}

/** Puts an entry in the place of another one; says how many more bytes the slot has now. */
export function writeSlot(slot: EntrySlot, entry: JournalEntry): number {
  const request = { headers: NO_HEADERS, size: sizeOf(entry.request) };
  const shared = isShared(entry.response) ? entry.response : undefined;
  const copied = shared === undefined ? entry.response : undefined;
  const response = copied && { headers: copied.headers, size: sizeOf(copied) };
  const text = writeText(entry);
  const added = reserve(slot, Buffer.byteLength(text) + keptOf(request) + keptOf(response));
  slot.outline = { ...entry, ...NO_TEXT, request, response: shared ?? response };
  slot.textEnd = slot.bytes.write(text);
  slot.requestEnd = append(slot.bytes, slot.textEnd, entry.request.body);
  slot.responseEnd = append(slot.bytes, slot.requestEnd, copied?.body);
  return added;
}

/** Gives up the entry of a slot and its memory; says how many bytes less the slot has now. */
export function emptySlot(slot: EntrySlot): number {
  const { length } = slot.bytes;
  Object.assign(slot, createSlot());
  return length;
}

/** Entry as it was written, with copies of its bodies; `undefined` where a slot is empty. */
export function readSlot(slot: EntrySlot): JournalEntry | undefined {
  const { outline, bytes, textEnd, requestEnd, responseEnd } = slot;
  if (outline === undefined) return undefined;
  const [origin = '', path = '', query = '', ...headers] = bytes
    .toString('utf8', 0, textEnd)
    .split('\n');
  const { request, response } = outline;
  return {
    ...outline,
    origin,
    path,
    query,
    request: { headers, ...readBody(request.size, bytes.subarray(textEnd, requestEnd)) },
    response: response && readResponse(response, bytes.subarray(requestEnd, responseEnd)),
  };
}

function isShared(message: JournalMessage | undefined): boolean {
  return message?.isLasting === true && (message.body?.length ?? 0) <= MAX_SHARED;
}

function sizeOf({ body }: JournalMessage): number | undefined {
  return typeof body === 'string' ? Buffer.byteLength(body) : body?.length;
}

/** Line breaks stand in no URL and no header field, RFC 9110 section 5.5. */
function writeText({ origin, path, query, request }: JournalEntry): string {
  // Longer and longer texts are made faster than an array is joined.
  let text = `${origin}\n${path}\n${query}`;
  for (const field of request.headers) text += `\n${field}`;
  return text;
}

/** Most bytes that are kept of the body of a message. */
function keptOf(message: JournalMessage | undefined): number {
  return Math.min(message?.size ?? 0, MAX_BODY);
}

/** Makes room in a slot, and leaves none that is much too large; what it held is lost. */
function reserve(slot: EntrySlot, size: number): number {
  const { length } = slot.bytes;
  if (size <= length && length <= Math.max(4 * size, MIN_BYTES)) return 0;
  const wanted = Math.max(MIN_BYTES, 2 ** Math.ceil(Math.log2(size)));
  slot.bytes = Buffer.allocUnsafeSlow(wanted);
  return wanted - length;
}

/** Writes as much of a body as is kept; says where it ends. */
function append(bytes: Buffer, start: number, body: JournalMessage['body']): number {
  if (body === undefined) return start;
  const room = Math.min(MAX_BODY, bytes.length - start);
  // A text is never cut off within a character.
  if (typeof body === 'string') return start + bytes.write(body, start, room);
  bytes.set(body.length <= room ? body : body.subarray(0, room), start);
  return start + Math.min(body.length, room);
}

function readResponse(response: JournalMessage, bytes: Buffer): JournalMessage {
  if (isShared(response)) return response;
  return { headers: response.headers, ...readBody(response.size, bytes) };
}

/** Copy of the kept part of a body; nothing where there is none. */
function readBody(size: number | undefined, bytes: Buffer): Pick<JournalMessage, 'body' | 'size'> {
  if (size === undefined) return {};
  const body = Buffer.from(bytes);
  return size === body.length ? { body } : { body, size };
}

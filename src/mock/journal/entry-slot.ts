import type { JournalEntry, JournalMessage } from './journal.ts';

/** Most bytes that are kept of one body. */
const MAX_BODY = 256 * 1024;
/** Longest body of an answer that is referred to and not copied, because it lasts. */
const MAX_SHARED = 16 * 1024;
/** Fewest bytes of a slot in use; more are powers of two. */
const MIN_BYTES = 1024;

const NO_BYTES = Buffer.alloc(0);

/**
 * Place of an entry, used again for the next one.
 *
 * Texts and bodies are copied to bytes outside of the heap, and the rest has its members here. As objects they would
 * outlive the next garbage collection or two, be copied by them, and soon after be garbage in the part of the heap
 * that is seldom cleaned.
 */
export interface EntrySlot
  extends Writable<Omit<JournalEntry, 'kind' | 'request' | 'response' | keyof Texts>> {
  /** `undefined` where there is no entry. */
  kind: JournalEntry['kind'] | undefined;
  /** Sizes of whole bodies. */
  requestSize: number | undefined;
  responseSize: number | undefined;
  /** Answer that is referred to. */
  shared: JournalMessage | undefined;
  /** Of an answer that is copied; `undefined` where there is none. */
  responseHeaders: JournalMessage['headers'] | undefined;
  /** Lines of text, body of the request, body of the response. */
  bytes: Buffer;
  textEnd: number;
  requestEnd: number;
  responseEnd: number;
}

type Texts = Pick<JournalEntry, 'origin' | 'path' | 'query'>;

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

export function createSlot(): EntrySlot {
  return {
    kind: undefined,
    at: 0,
    milliseconds: 0,
    api: undefined,
    operation: undefined,
    method: '',
    pathValues: undefined,
    contract: undefined,
    status: undefined,
    violations: [],
    requestSize: undefined,
    responseSize: undefined,
    shared: undefined,
    responseHeaders: undefined,
    bytes: NO_BYTES,
    textEnd: 0,
    requestEnd: 0,
    responseEnd: 0,
  };
}

/** Puts an entry in the place of another one; says how many more bytes the slot has now. */
export function writeSlot(slot: EntrySlot, entry: JournalEntry): number {
  const { request, response } = entry;
  slot.kind = entry.kind;
  slot.at = entry.at;
  slot.milliseconds = entry.milliseconds;
  slot.api = entry.api;
  slot.operation = entry.operation;
  slot.method = entry.method;
  slot.pathValues = entry.pathValues;
  slot.contract = entry.contract;
  slot.status = entry.status;
  slot.violations = entry.violations;
  slot.shared = isShared(response) ? response : undefined;
  const copied = slot.shared === undefined ? response : undefined;
  slot.responseHeaders = copied?.headers;
  slot.requestSize = sizeOf(request);
  slot.responseSize = sizeOf(copied);
  const text = writeText(entry);
  const size = Buffer.byteLength(text) + keptOf(slot.requestSize) + keptOf(slot.responseSize);
  const added = reserve(slot, size);
  slot.textEnd = slot.bytes.write(text);
  slot.requestEnd = append(slot.bytes, slot.textEnd, request.body);
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
  const { kind, bytes, textEnd, requestEnd, responseEnd, requestSize, responseSize } = slot;
  if (kind === undefined) return undefined;
  const [origin = '', path = '', query = '', ...headers] = bytes
    .toString('utf8', 0, textEnd)
    .split('\n');
  const { at, milliseconds, api, operation, method, pathValues, contract } = slot;
  const { status, violations, shared, responseHeaders } = slot;
  const copied = responseHeaders && {
    headers: responseHeaders,
    ...readBody(responseSize, bytes.subarray(requestEnd, responseEnd)),
  };
  return {
    kind,
    at,
    milliseconds,
    api,
    operation,
    method,
    origin,
    path,
    query,
    pathValues,
    contract,
    status,
    violations,
    request: { headers, ...readBody(requestSize, bytes.subarray(textEnd, requestEnd)) },
    response: shared ?? copied,
  };
}

function isShared(message: JournalMessage | undefined): boolean {
  return message?.isLasting === true && (message.body?.length ?? 0) <= MAX_SHARED;
}

function sizeOf(message: JournalMessage | undefined): number | undefined {
  const body = message?.body;
  return typeof body === 'string' ? Buffer.byteLength(body) : body?.length;
}

/** Line breaks stand in no URL and no header field, RFC 9110 section 5.5. */
function writeText({ origin, path, query, request }: JournalEntry): string {
  // Longer and longer texts are made faster than an array is joined.
  let text = `${origin}\n${path}\n${query}`;
  for (const field of request.headers) text += `\n${field}`;
  return text;
}

/** Most bytes that are kept of a body. */
function keptOf(size = 0): number {
  return Math.min(size, MAX_BODY);
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

/** Copy of the kept part of a body; nothing where there is none. */
function readBody(size: number | undefined, bytes: Buffer): Pick<JournalMessage, 'body' | 'size'> {
  if (size === undefined) return {};
  const body = Buffer.from(bytes);
  return size === body.length ? { body } : { body, size };
}

import type { DescribedViolation } from '../../contract/model/describe-violation.ts';
import type { JournalEntry, JournalMessage } from './journal-entry.ts';

/** Most bytes that are kept of one body. */
const MAX_BODY = 256 * 1024;
/** Most violations that are kept of one entry, and most characters of a text in one. */
const MAX_VIOLATIONS = 100;
const MAX_TEXT = 1000;
/** Fewest bytes of a slot in use; larger ones are powers of two. */
const MIN_BYTES = 1024;

const NO_BYTES = Buffer.alloc(0);

/** Parts of an entry that are texts of their own in each request. */
type Texts = Pick<JournalEntry, 'origin' | 'path' | 'query' | 'pathValues' | 'violations'> & {
  readonly requestHeaders: JournalMessage['headers'];
  /** `undefined` if there is no response. */
  readonly responseHeaders: JournalMessage['headers'] | undefined;
};

/**
 * Place of an entry, which is reused for a later one.
 *
 * Texts and bodies are copied to memory outside the heap. As objects they would survive a garbage
 * collection or two and be garbage in the old generation then: a server under load took 217 MB
 * instead of 130 (November 2026).
 */
export interface EntrySlot {
  /** Number of the entry among those of all journals. */
  number: number;
  entry: Omit<JournalEntry, 'request' | 'response' | keyof Texts> | undefined;
  /** Sizes of whole bodies; `undefined` for a message without one. */
  requestSize: number | undefined;
  responseSize: number | undefined;
  /** Texts as JSON, body of the request, body of the response. */
  bytes: Buffer;
  textEnd: number;
  requestEnd: number;
  responseEnd: number;
}

/** Creates an empty slot. */
export function createSlot(): EntrySlot {
  return {
    number: 0,
    entry: undefined,
    requestSize: undefined,
    responseSize: undefined,
    bytes: NO_BYTES,
    textEnd: 0,
    requestEnd: 0,
    responseEnd: 0,
  };
}

/** Replaces the entry of a slot, and returns by how many bytes the slot has grown. */
export function writeSlot(slot: EntrySlot, entry: JournalEntry, maxBody = MAX_BODY): number {
  const { request, response, origin, path, query, pathValues, violations } = entry;
  const { kind, at, milliseconds, api, operation, method, contract, status, isForbidden } = entry;
  // The same object again, as a new one would survive the next garbage collection.
  slot.entry = Object.assign(slot.entry ?? {}, {
    kind,
    at,
    milliseconds,
    api,
    operation,
    method,
    contract,
    status,
    isForbidden,
  });
  slot.requestSize = sizeOf(request);
  slot.responseSize = response && sizeOf(response);
  const texts: Texts = {
    origin,
    path,
    query,
    pathValues,
    violations:
      violations.length === 0 ? violations : violations.slice(0, MAX_VIOLATIONS).map(shorten),
    requestHeaders: request.headers,
    responseHeaders: response?.headers,
  };
  const text = JSON.stringify(texts);
  const kept = (size = 0) => Math.min(size, maxBody);
  const size = Buffer.byteLength(text) + kept(slot.requestSize) + kept(slot.responseSize);
  const growth = reserve(slot, size);
  slot.textEnd = slot.bytes.write(text);
  slot.requestEnd = append(slot.bytes, slot.textEnd, request.body, maxBody);
  const content = response && contentOf(response, maxBody);
  slot.responseEnd = append(slot.bytes, slot.requestEnd, content, maxBody);
  return growth;
}

/** Empties a slot, and returns by how many bytes it has shrunk. */
export function emptySlot(slot: EntrySlot): number {
  const { length } = slot.bytes;
  Object.assign(slot, createSlot());
  return length;
}

/** Reads the entry of a slot, with copies of its bodies; `undefined` for an empty slot. */
export function readSlot(slot: EntrySlot): JournalEntry | undefined {
  const { entry, bytes, textEnd, requestEnd, responseEnd } = slot;
  if (entry === undefined) return undefined;
  const texts: Texts = JSON.parse(bytes.toString('utf8', 0, textEnd));
  const { requestHeaders, responseHeaders, origin, path, query, pathValues, violations } = texts;
  const request = {
    headers: requestHeaders,
    ...readBody(slot.requestSize, bytes.subarray(textEnd, requestEnd)),
  };
  const response = responseHeaders && {
    headers: responseHeaders,
    ...readBody(slot.responseSize, bytes.subarray(requestEnd, responseEnd)),
  };
  return { ...entry, origin, path, query, pathValues, violations, request, response };
}

/** What was found may be a whole body; the journal tells its type, and looks for a short text of it in the answer. */
function shorten({ found, ...violation }: DescribedViolation): DescribedViolation {
  const { pointer, expected } = violation;
  const shortened = {
    ...violation,
    pointer: pointer.slice(0, MAX_TEXT),
    expected: expected.slice(0, MAX_TEXT),
  };
  if (found === undefined) return shortened;
  if (typeof found === 'string') return { ...shortened, found: found.slice(0, MAX_TEXT) };
  const isObject = typeof found === 'object' && found !== null;
  return { ...shortened, found: isObject ? (Array.isArray(found) ? [] : {}) : found };
}

function sizeOf({ body, bytes }: JournalMessage): number | undefined {
  if (bytes !== undefined) return bytes.length;
  return typeof body === 'string' ? Buffer.byteLength(body) : body?.length;
}

/** Bytes where all of them are kept, otherwise the text, which is never cut within a character. */
function contentOf({ body, bytes }: JournalMessage, maxBody: number): JournalMessage['body'] {
  return bytes !== undefined && bytes.length <= maxBody ? bytes : body;
}

/** Makes room in a slot, and frees room that is much too large; the content is lost. */
function reserve(slot: EntrySlot, size: number): number {
  const { length } = slot.bytes;
  if (size <= length && length <= Math.max(4 * size, MIN_BYTES)) return 0;
  const wanted = Math.max(MIN_BYTES, 2 ** Math.ceil(Math.log2(size)));
  slot.bytes = Buffer.allocUnsafeSlow(wanted);
  return wanted - length;
}

/** Writes as much of a body as is kept, and returns where it ends. */
function append(
  bytes: Buffer,
  start: number,
  body: JournalMessage['body'],
  maxBody: number,
): number {
  if (body === undefined) return start;
  const room = Math.min(maxBody, bytes.length - start);
  // Never cuts a text within a character.
  if (typeof body === 'string') return start + bytes.write(body, start, room);
  bytes.set(body.length <= room ? body : body.subarray(0, room), start);
  return start + Math.min(body.length, room);
}

/** Copies the kept part of a body. */
function readBody(size: number | undefined, bytes: Buffer): Pick<JournalMessage, 'body' | 'size'> {
  if (size === undefined) return {};
  const body = Buffer.from(bytes);
  return size === body.length ? { body } : { body, size };
}

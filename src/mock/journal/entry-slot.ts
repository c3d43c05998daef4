import type { Contract } from '../../contract/contract.ts';
import type { Violation } from '../../contract/violation.ts';
import type { JournalEntry, JournalMessage } from './journal.ts';

/** Most bytes that are kept of one body. */
const MAX_BODY = 256 * 1024;
/** Longest body of a message that is referred to and not copied, because it lasts. */
const MAX_SHARED = 16 * 1024;
/** Fewest bytes of a slot in use; more are powers of two. */
const MIN_BYTES = 1024;

const NO_BYTES = Buffer.alloc(0);
const NO_VIOLATIONS: readonly Violation[] = [];

/**
 * Place of an entry, used again for the next one.
 *
 * It refers to nothing that only its entry has, which would outlive the next garbage collection or two, be copied by
 * them, and soon after be garbage in the part of the heap that is seldom cleaned.
 */
export interface EntrySlot {
  contract: WeakRef<Contract> | undefined;
  violations: readonly Violation[];
  /** Response that lasts, and is alive without the slot. */
  shared: JournalMessage | undefined;
  /** Head as JSON, body of the request, body of the response. */
  bytes: Buffer;
  headEnd: number;
  requestEnd: number;
  responseEnd: number;
}

/** Entry without its bodies, and without what a slot refers to. */
type Head = Omit<JournalEntry, 'contract' | 'violations' | 'request' | 'response'> & {
  readonly request: MessageHead;
  readonly response?: MessageHead;
};

interface MessageHead {
  readonly headers: JournalMessage['headers'];
  /** Bytes of the whole body; absent where there is none. */
  readonly size?: number | undefined;
}

export function createSlot(): EntrySlot {
  return {
    contract: undefined,
    violations: NO_VIOLATIONS,
    shared: undefined,
    bytes: NO_BYTES,
    headEnd: 0,
    requestEnd: 0,
    responseEnd: 0,
  };
}

/** Puts an entry in the place of another one; says how many more bytes the slot has now. */
export function writeSlot(slot: EntrySlot, entry: JournalEntry): number {
  const request = headOf(entry.request);
  const shared = isShared(entry.response) ? entry.response : undefined;
  const own = shared === undefined ? entry.response : undefined;
  const response = own && headOf(own);
  const none = { contract: undefined, violations: undefined };
  const head = JSON.stringify({ ...entry, ...none, request, response });
  const added = reserve(slot, Buffer.byteLength(head) + keptOf(request) + keptOf(response));
  slot.contract = entry.contract;
  slot.violations = entry.violations.length === 0 ? NO_VIOLATIONS : entry.violations;
  slot.shared = shared;
  slot.headEnd = slot.bytes.write(head);
  slot.requestEnd = append(slot.bytes, slot.headEnd, entry.request.body);
  slot.responseEnd = append(slot.bytes, slot.requestEnd, own?.body);
  return added;
}

/** Gives up the entry of a slot and its memory; says how many bytes less the slot has now. */
export function emptySlot(slot: EntrySlot): number {
  const { length } = slot.bytes;
  Object.assign(slot, createSlot());
  return length;
}

/** Entry as it was written, with copies of its bodies. */
export function readSlot(slot: EntrySlot): JournalEntry {
  const { bytes, contract, violations, shared, headEnd, requestEnd, responseEnd } = slot;
  const head: Head = JSON.parse(bytes.toString('utf8', 0, headEnd));
  const request = readMessage(head.request, bytes.subarray(headEnd, requestEnd));
  const own = head.response && readMessage(head.response, bytes.subarray(requestEnd, responseEnd));
  return { ...head, contract, violations, request, response: shared ?? own };
}

function isShared(message: JournalMessage | undefined): boolean {
  return message?.isLasting === true && (message.body?.length ?? 0) <= MAX_SHARED;
}

function headOf({ headers, body }: JournalMessage): MessageHead {
  return { headers, size: typeof body === 'string' ? Buffer.byteLength(body) : body?.length };
}

/** Most bytes that are kept of the body of a message. */
function keptOf(message: MessageHead | undefined): number {
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
  // A text is never cut off within a character.
  if (typeof body === 'string')
    return start + bytes.write(body, start, Math.min(MAX_BODY, bytes.length - start));
  bytes.set(body.length <= MAX_BODY ? body : body.subarray(0, MAX_BODY), start);
  return start + Math.min(body.length, MAX_BODY);
}

function readMessage({ headers, size }: MessageHead, bytes: Buffer): JournalMessage {
  if (size === undefined) return { headers };
  const body = Buffer.from(bytes);
  return size === body.length ? { headers, body } : { headers, body, size };
}

import type { Contract } from '../../contract/contract.ts';
import type { PathValues } from '../../contract/match-operation.ts';
import type { Violation } from '../../contract/violation.ts';

export type Fields = readonly (readonly [name: string, value: string])[];

/** Head and body of a message as they were on the wire. */
export interface JournalMessage {
  readonly headers: () => Fields;
  /** What is kept of the body. */
  readonly body: Uint8Array | undefined;
  /** Bytes of the whole body. */
  readonly size: number;
}

/** One message and its answer: a request to the mock, or a webhook that it has sent. */
export interface JournalEntry {
  /** Counted from 1 in each journal. */
  readonly id: number;
  readonly kind: 'request' | 'webhook';
  /** Real time in milliseconds of the epoch. */
  readonly at: number;
  readonly api: string | undefined;
  readonly method: string;
  /** Scheme and host. */
  readonly origin: string;
  /** Path and query as they were sent. */
  readonly target: string;
  /** `operationId`, or the name of a webhook. */
  readonly operation: string | undefined;
  readonly pathValues: PathValues | undefined;
  /** Says which parts of the target are secret; not kept alive once another one is served in its place. */
  readonly contract: WeakRef<Contract> | undefined;
  /** Absent where no answer came. */
  readonly status: number | undefined;
  readonly milliseconds: number;
  readonly violations: readonly Violation[];
  readonly request: JournalMessage;
  readonly response: JournalMessage | undefined;
}

/** What a sandbox has seen, as far as it is kept. */
export interface Journal {
  readonly record: (entry: Omit<JournalEntry, 'id'>) => void;
  /** Oldest first. */
  readonly entries: () => readonly JournalEntry[];
  /** Number of all entries since the last time it was cleared. */
  readonly total: () => number;
  readonly clear: () => void;
}

/** Most entries of a journal, and most bytes of their bodies. */
const MAX_ENTRIES = 1000;
const MAX_BYTES = 8 * 1024 * 1024;
/** Most bytes that are kept of one body. */
const MAX_BODY = 256 * 1024;

/** Makes an empty journal; the oldest entries go when there are too many. */
export function createJournal(): Journal {
  let entries: JournalEntry[] = [];
  let bytes = 0;
  let total = 0;
  return {
    record: (entry) => {
      total += 1;
      entries.push({ id: total, ...entry });
      bytes += sizeOf(entry);
      while (entries.length > MAX_ENTRIES || bytes > MAX_BYTES) {
        const oldest = entries.shift();
        if (oldest === undefined) return;
        bytes -= sizeOf(oldest);
      }
    },
    entries: () => entries,
    total: () => total,
    clear: () => {
      entries = [];
      bytes = 0;
      total = 0;
    },
  };
}

/** Message with no more of its body than a journal keeps. */
export function keepMessage(
  headers: () => Fields,
  body: Uint8Array | string | undefined,
): JournalMessage {
  if (body === undefined) return { headers, body, size: 0 };
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  // A view would keep all of it in memory.
  const kept = bytes.length > MAX_BODY ? Buffer.from(bytes.subarray(0, MAX_BODY)) : bytes;
  return { headers, body: kept, size: bytes.length };
}

function sizeOf({ request, response }: Pick<JournalEntry, 'request' | 'response'>): number {
  return (request.body?.length ?? 0) + (response?.body?.length ?? 0);
}

const references = new WeakMap<Contract, WeakRef<Contract>>();

/** Reference to a contract that does not keep it alive. */
export function referTo(contract: Contract): WeakRef<Contract> {
  const reference = references.get(contract) ?? new WeakRef(contract);
  references.set(contract, reference);
  return reference;
}

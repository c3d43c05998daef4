import type { Contract, PathValues } from '../../contract/model/contract.ts';
import type { DescribedViolation } from '../../contract/model/describe-violation.ts';

/** Header fields and body of a message as they were sent. */
export interface JournalMessage {
  /** Names and values in turn, or values by name. */
  readonly headers: readonly string[] | Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | undefined;
  /** Bytes of the whole body where not all of it is kept. */
  readonly size?: number | undefined;
}

/** One message and its answer: a request to the mock, or a webhook that it has sent. */
export interface JournalEntry {
  readonly kind: 'request' | 'webhook';
  /** Real time of the answer in milliseconds of the epoch. */
  readonly at: number;
  readonly milliseconds: number;
  readonly api: string | undefined;
  /** `operationId`, or that of a webhook. */
  readonly operation: string | undefined;
  readonly method: string;
  /** Scheme and host. */
  readonly origin: string;
  /** As sent; the query without its `?`. */
  readonly path: string;
  readonly query: string;
  readonly pathValues: PathValues | undefined;
  /** Says which parts of path and query are secret; gone once another contract is served in its place. */
  readonly contract: WeakRef<Contract> | undefined;
  /** Absent where no answer came. */
  readonly status: number | undefined;
  readonly violations: readonly DescribedViolation[];
  readonly request: JournalMessage;
  readonly response: JournalMessage | undefined;
}

/** Entry and its number, counted from 1 in each journal. */
export type NumberedEntry = readonly [id: number, entry: JournalEntry];

/** What a sandbox was asked lately, and what it has answered. */
export interface Journal {
  readonly record: (entry: JournalEntry) => void;
  /** Oldest first, each body as far as it is kept. */
  readonly entries: () => NumberedEntry[];
  /** Number of all entries since the journal was last cleared. */
  readonly total: () => number;
  readonly clear: () => void;
}

/** Most entries of a journal, most bytes of their bodies, and most bytes that are kept of one body. */
const MAX_ENTRIES = 200;
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_BODY = 256 * 1024;

/** Makes an empty journal; the oldest entries are dropped when there are too many. */
export function createJournal(): Journal {
  // The entry with the number n stands at n modulo the length, so that none is ever moved.
  let ring: (JournalEntry | undefined)[] = [];
  let [oldest, total, bytes] = [1, 0, 0];
  return {
    record: (entry) => {
      total += 1;
      if (total - oldest >= MAX_ENTRIES) dropOldest();
      const kept = {
        ...entry,
        request: cut(entry.request),
        response: entry.response && cut(entry.response),
      };
      ring[total % MAX_ENTRIES] = kept;
      bytes += sizeOf(kept);
      while (bytes > MAX_BYTES && oldest < total) dropOldest();
    },
    entries: () =>
      Array.from({ length: total - oldest + 1 }, (_, index) => oldest + index).flatMap((id) => {
        const entry = ring[id % MAX_ENTRIES];
        return entry === undefined ? [] : [[id, entry] as const];
      }),
    total: () => total,
    clear: () => {
      ring = [];
      [oldest, total, bytes] = [1, 0, 0];
    },
  };

  function dropOldest(): void {
    const entry = ring[oldest % MAX_ENTRIES];
    if (entry !== undefined) bytes -= sizeOf(entry);
    ring[oldest % MAX_ENTRIES] = undefined;
    oldest += 1;
  }
}

/** Message with as much of its body as is kept; a text is not cut within a character. */
function cut({ headers, body }: JournalMessage): JournalMessage {
  if (body === undefined) return { headers };
  const size = Buffer.byteLength(body);
  if (size <= MAX_BODY) return { headers, body };
  const kept = Buffer.alloc(MAX_BODY);
  if (typeof body === 'string') return { headers, body: kept.subarray(0, kept.write(body)), size };
  kept.set(body.subarray(0, MAX_BODY));
  return { headers, body: kept, size };
}

/** Memory that the bodies of an entry take, about. */
function sizeOf({ request, response }: JournalEntry): number {
  return (request.body?.length ?? 0) + (response?.body?.length ?? 0);
}

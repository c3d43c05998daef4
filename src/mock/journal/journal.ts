import type { Contract, PathValues } from '../../contract/model/contract.ts';
import type { DescribedViolation } from '../../contract/model/describe-violation.ts';

/** Header fields and body of a message, as sent. */
export interface JournalMessage {
  /** Alternating names and values, or values by name. */
  readonly headers: readonly string[] | Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | undefined;
  /** Size of the whole body in bytes, if `body` is truncated. */
  readonly size?: number | undefined;
}

/** A request to the mock or a webhook from it, with the response. */
export interface JournalEntry {
  readonly kind: 'request' | 'webhook';
  /** Real time of the response in Unix milliseconds. */
  readonly at: number;
  readonly milliseconds: number;
  readonly api: string | undefined;
  /** `operationId` of the request or the webhook. */
  readonly operation: string | undefined;
  readonly method: string;
  /** Scheme and host. */
  readonly origin: string;
  readonly path: string;
  /** Without its `?`. */
  readonly query: string;
  readonly pathValues: PathValues | undefined;
  /** Used to find secrets in path and query; weak, so that a replaced contract can be freed. */
  readonly contract: WeakRef<Contract> | undefined;
  /** `undefined` if there was no response. */
  readonly status: number | undefined;
  readonly violations: readonly DescribedViolation[];
  readonly request: JournalMessage;
  readonly response: JournalMessage | undefined;
}

/** Entry with its number, counted from 1 in each journal. */
export type NumberedEntry = readonly [id: number, entry: JournalEntry];

/** Recent requests and webhooks of a sandbox. */
export interface Journal {
  readonly record: (entry: JournalEntry) => void;
  /** Oldest first, long bodies truncated. */
  readonly entries: () => NumberedEntry[];
  /** Number of all entries since the journal was last cleared. */
  readonly total: () => number;
  readonly clear: () => void;
}

/** Maximum number of entries, of bytes of all their bodies, and of bytes of one body. */
const MAX_ENTRIES = 200;
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_BODY = 256 * 1024;

/** Creates an empty journal; above the limits, the oldest entries are dropped. */
export function createJournal(): Journal {
  // Ring buffer: entry n is at index n modulo MAX_ENTRIES, so no entry ever moves.
  let ring: (JournalEntry | undefined)[] = [];
  let [oldest, total, bytes] = [1, 0, 0];
  return {
    record: (entry) => {
      total += 1;
      if (total - oldest >= MAX_ENTRIES) dropOldest();
      const truncated = {
        ...entry,
        request: truncate(entry.request),
        response: entry.response && truncate(entry.response),
      };
      ring[total % MAX_ENTRIES] = truncated;
      bytes += sizeOf(truncated);
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

/** Truncates the body of a message to MAX_BODY bytes; a text is not split within a character. */
function truncate({ headers, body }: JournalMessage): JournalMessage {
  if (body === undefined) return { headers };
  const size = Buffer.byteLength(body);
  if (size <= MAX_BODY) return { headers, body };
  const start = Buffer.alloc(MAX_BODY);
  if (typeof body === 'string') {
    return { headers, body: start.subarray(0, start.write(body)), size };
  }
  start.set(body.subarray(0, MAX_BODY));
  return { headers, body: start, size };
}

/** Approximate memory of the bodies of an entry in bytes. */
function sizeOf({ request, response }: JournalEntry): number {
  return (request.body?.length ?? 0) + (response?.body?.length ?? 0);
}

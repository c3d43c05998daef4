import type { SandboxSettings } from './sandbox-settings.ts';
import type { StateChange } from './state-store.ts';

/**
 * Keeps sandboxes for any number of servers, which are equal: a sandbox is a log of transactions.
 *
 * Each server keeps the sandboxes that it serves in memory, as of a position of their logs, and acts on them there. What it
 * did counts once it is in the log, which takes it at the position that it was made at, or else tells what is new. So the
 * store alone decides, and no server waits for another.
 *
 * Every function rejects with StateUnavailableError, in a few seconds at most, where the store cannot be reached or takes
 * nothing at present. An exchange that is rejected may have been stored all the same, as its answer can be lost.
 */
export interface StateLog {
  /** What messages call it: an address without credentials. */
  readonly name: string;
  /** Asks and tells about several sandboxes in one round trip; answers are in the order of the questions. */
  readonly exchange: (questions: readonly LogQuestion[]) => Promise<readonly LogAnswer[]>;
  /**
   * Puts a state in the place of the transactions up to a position, unless the store has a later one already or the log is
   * another one by now. Answers of others than this server may be read from it.
   */
  readonly compact: (
    sandbox: string,
    position: LogPosition,
    state: readonly StateChange[],
  ) => Promise<void>;
  /** All sandboxes that are stored, the least recently used first. */
  readonly list: () => Promise<readonly ListedSandbox[]>;
  readonly journals: JournalStore;
  readonly deliveries: DeliveryQueue;
  /** Number of sandboxes that are stored; a question that tells whether the store answers, and how fast. */
  readonly count: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Place in the log of a sandbox. */
export interface LogPosition {
  /** Identifies the log: a sandbox that is removed, or unused for too long, and made again has another one. */
  readonly log: string;
  /** Number of transactions from the start of the log. */
  readonly version: number;
}

/** What a server knows of a sandbox, and what it did there. */
export interface LogQuestion {
  readonly sandbox: string;
  /** Where the server stands; `undefined` where it knows of no such sandbox. */
  readonly known: LogPosition | undefined;
  /** What it did from there, to be stored together or not at all; may be nothing. */
  readonly transactions: readonly (readonly StateChange[])[];
  /** Messages that are to be sent if the transactions are stored. */
  readonly deliveries: readonly NewDelivery[];
  /** Whether the sandbox goes with all that it has; there are no transactions then. */
  readonly removes: boolean;
}

export type LogAnswer =
  /** The server was up to date, and all is stored. */
  | {
      readonly kind: 'accepted';
      /** After the transactions; `undefined` where there is no such sandbox. */
      readonly position: LogPosition | undefined;
      /** Transactions that no state stands for yet; 0 if the store does not tell or compacts by itself. */
      readonly uncompacted: number;
    }
  /** Others were faster, and nothing is stored. */
  | {
      readonly kind: 'news';
      /** After the news; `undefined` where there is no such sandbox any more. */
      readonly position: LogPosition | undefined;
      /** Whether `changes` are all that there is, and what the server knew is void. */
      readonly isWhole: boolean;
      /** In order. */
      readonly changes: readonly StateChange[];
    };

export interface ListedSandbox {
  readonly name: string;
  readonly settings: SandboxSettings;
  /** Requests and webhooks since its journal was last cleared. */
  readonly recorded: number;
}

/** The newest entries of all journals. An entry is a text that only servers can read. */
export interface JournalStore {
  /** Adds entries to the journal of a sandbox, whose oldest ones go, and to its counts. */
  readonly append: (
    sandbox: string,
    entries: readonly NewEntry[],
    skipped?: SkippedEntries,
  ) => Promise<void>;
  /** Reads a journal after the entry with an id; 0 for all that is kept. */
  readonly read: (sandbox: string, after: number) => Promise<StoredJournal>;
  /** Forgets all entries and counts; ids go on. */
  readonly clear: (sandbox: string) => Promise<void>;
}

export interface NewEntry {
  readonly text: string;
  /** Name under which it counts, such as `petstore listPets 200`; `undefined` for one that does not. */
  readonly counted: string | undefined;
}

/** Entries before the appended ones that have an id each and are counted, but not kept. */
export interface SkippedEntries {
  readonly number: number;
  /** How often each name is counted. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface StoredJournal {
  /** Oldest first, with ids that go up by 1. */
  readonly entries: readonly (readonly [id: number, text: string])[];
  /** Id of the newest entry that there ever was; 0 before the first. */
  readonly last: number;
  /** Id of the newest entry when the journal was last cleared; 0 if it never was. */
  readonly cleared: number;
  /** How often each name was counted since then. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Entries that are kept of one journal. */
export const KEPT_ENTRIES = 200;

/** Message that is to be sent once its transaction is stored; plain values. */
export interface NewDelivery {
  /** Also an id of the message for whoever gets it. */
  readonly id: string;
  readonly text: string;
}

/** Messages that wait to be sent, each at least once, by any server. */
export interface DeliveryQueue {
  /** Claims messages that nobody sends at present, for `lease` milliseconds each: whoever is gone by then sends them no more. */
  readonly claim: (limit: number, lease: number) => Promise<readonly ClaimedDelivery[]>;
  /** Keeps a claim for `lease` milliseconds more; `false` where another server has it by now. */
  readonly extend: (claim: ClaimedDelivery, lease: number) => Promise<boolean>;
  /** Ends a message, which was sent or given up. */
  readonly end: (claim: ClaimedDelivery) => Promise<void>;
}

export interface ClaimedDelivery extends NewDelivery {
  readonly sandbox: string;
  /** What the store knows the claim by. */
  readonly claim: string;
  /** How often it was claimed, this time included. */
  readonly claims: number;
}

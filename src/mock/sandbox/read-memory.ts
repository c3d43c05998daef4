import type { Trace } from '../visit.ts';

/** Answer to a read, and what it holds for. */
interface Kept<T> {
  readonly answer: T;
  readonly caller: unknown;
  /** Number of changes of the world before it. */
  readonly changes: number;
  readonly from: number;
  readonly until: number;
}

/** Situation in which an answer is asked for. */
export interface ReadSituation {
  /** All of a request that its answer may depend on. */
  readonly key: string;
  readonly caller: unknown;
  readonly changes: number;
  readonly now: number;
}

/** Bounded memory of answers to reads that neither changed anything nor looked at what may differ each time. */
export interface ReadMemory<T> {
  readonly find: (situation: ReadSituation) => T | undefined;
  readonly keep: (situation: ReadSituation, answer: T, trace: Trace) => void;
}

/** Answers that one world keeps at most. */
const LIMIT = 200;

export function createReadMemory<T>(): ReadMemory<T> {
  const memory = new Map<string, Kept<T>>();
  return {
    find: ({ key, caller, changes, now }) => {
      const kept = memory.get(key);
      const isSame =
        kept !== undefined &&
        kept.changes === changes &&
        kept.caller === caller &&
        kept.from <= now &&
        now < kept.until;
      return isSame ? kept.answer : undefined;
    },
    keep: ({ key, caller, changes }, answer, { from, until }) => {
      if (memory.size >= LIMIT) memory.clear();
      memory.set(key, { answer, caller, changes, from, until });
    },
  };
}

/** Call of a client, and what came of it. */
export interface Operation<Call, Return> {
  readonly client: number;
  readonly call: Call;
  /** `undefined` where it is not known whether the call had any effect: it may have had it at any time since, or never. */
  readonly return: Return | undefined;
  readonly invokedAt: number;
  /** Not read of an operation without a return. */
  readonly returnedAt: number;
}

/** What one process does that answers one call after the other. */
export interface SequentialModel<State, Call, Return> {
  readonly initial: State;
  /** State after a call; `undefined` where it could not have returned this. Any return will do for `undefined`. */
  readonly step: (state: State, call: Call, returned: Return | undefined) => State | undefined;
  /** Text that is the same for equal states alone. */
  readonly write: (state: State) => string;
}

export interface Linearization<Call, Return> {
  readonly isLinearizable: boolean;
  /** Longest order that was found, up to where it could not go on; those without a return may be left out. */
  readonly order: readonly Operation<Call, Return>[];
  /** What had to come next after it, but fits nowhere. */
  readonly stuck: readonly Operation<Call, Return>[];
}

/** Thrown where a history needs too many steps to be judged. */
export class UndecidedError extends Error {
  override readonly name = 'UndecidedError';
}

/** Steps after which a history counts as undecided, unless another number is given. */
const MAX_STEPS = 2_000_000;

/**
 * Looks for an order of operations in which one process could have returned the same, and in which each takes its place
 * between its call and its return.
 *
 * The algorithm of J. Wing and C. Gong, "Testing and Verifying Concurrent Objects" (1993), with what G. Lowe adds in
 * "Testing for Linearizability" (2017): no set of operations with the state that they lead to is looked at twice. An
 * operation without a return has its return after all others, and may be left out; it is tried last, and not at all where
 * the same state was reached with fewer of them. Throws UndecidedError.
 */
export function checkLinearizable<State, Call, Return>(
  operations: readonly Operation<Call, Return>[],
  model: SequentialModel<State, Call, Return>,
  maxSteps = MAX_STEPS,
): Linearization<Call, Return> {
  const byCall = operations.toSorted((one, other) => one.invokedAt - other.invokedAt);
  const known = byCall.filter((operation) => operation.return !== undefined);
  const lost = byCall.filter((operation) => operation.return === undefined);
  const knownDone = new BitSet(known.length);
  const lostDone = new BitSet(lost.length);
  /** Lost operations that were used on the way to each state with a set of known ones. */
  const seen = new Map<string, BitSet[]>();
  const path: Operation<Call, Return>[] = [];
  let longest: Pick<Linearization<Call, Return>, 'order' | 'stuck'> = { order: [], stuck: [] };
  let steps = 0;
  const isLinearizable = search(model.initial, 0);
  return isLinearizable
    ? { isLinearizable, order: path, stuck: [] }
    : { isLinearizable, ...longest };

  /** Whether all that is not done fits after a state; all known operations before the place `from` are done. */
  function search(state: State, from: number): boolean {
    const first = knownDone.findUnset(from);
    if (first === known.length) return true;
    const { candidates, deadline } = listCandidates(first);
    for (const at of candidates) {
      const operation = known[at];
      if (operation && tryNext(operation, knownDone, at, state, first)) return true;
    }
    for (const [at, operation] of lost.entries()) {
      if (operation.invokedAt > deadline) break;
      if (!lostDone.has(at) && tryNext(operation, lostDone, at, state, first)) return true;
    }
    if (path.length >= longest.order.length) {
      longest = { order: [...path], stuck: candidates.flatMap((at) => known[at] ?? []) };
    }
    return false;
  }

  /** Known operations that may come next: called before any other that is not done has returned. */
  function listCandidates(first: number): { candidates: number[]; deadline: number } {
    const candidates: number[] = [];
    let deadline = Number.POSITIVE_INFINITY;
    for (let at = first; at < known.length; at += 1) {
      const operation = known[at];
      if (operation === undefined || knownDone.has(at)) continue;
      if (operation.invokedAt > deadline) break;
      candidates.push(at);
      deadline = Math.min(deadline, operation.returnedAt);
    }
    return { candidates, deadline };
  }

  function tryNext(
    operation: Operation<Call, Return>,
    done: BitSet,
    at: number,
    state: State,
    first: number,
  ): boolean {
    steps += 1;
    if (steps > maxSteps) {
      const stuck = JSON.stringify(longest.stuck);
      const found = `${longest.order.length} of ${operations.length} operations fit, then ${stuck}`;
      throw new UndecidedError(`No answer after ${maxSteps} steps: ${found}`);
    }
    const next = model.step(state, operation.call, operation.return);
    if (next === undefined) return false;
    done.flip(at);
    path.push(operation);
    if (isNew(next) && search(next, first)) return true;
    path.pop();
    done.flip(at);
    return false;
  }

  /** Whether a state was not reached before with the same known operations, and no others than now of the lost ones. */
  function isNew(state: State): boolean {
    const key = `${knownDone.write()}${model.write(state)}`;
    const before = seen.get(key) ?? [];
    if (before.some((used) => used.isWithin(lostDone))) return false;
    before.push(lostDone.copy());
    seen.set(key, before);
    return true;
  }
}

/** Set of small numbers. */
class BitSet {
  readonly #words: Uint32Array<ArrayBuffer>;
  readonly #size: number;

  constructor(size: number, words = new Uint32Array(Math.ceil(size / 32))) {
    this.#size = size;
    this.#words = words;
  }

  has(at: number): boolean {
    return (((this.#words[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
  }

  flip(at: number): void {
    this.#words[at >>> 5] = (this.#words[at >>> 5] ?? 0) ^ (1 << (at & 31));
  }

  /** The first number that is not in it, from one on; the size where there is none. */
  findUnset(from: number): number {
    let at = from;
    while (at < this.#size && this.has(at)) at += 1;
    return at;
  }

  isWithin(other: BitSet): boolean {
    return this.#words.every((word, at) => (word & ~(other.#words[at] ?? 0)) === 0);
  }

  copy(): BitSet {
    return new BitSet(this.#size, this.#words.slice());
  }

  write(): string {
    return String.fromCharCode(...new Uint16Array(this.#words.buffer));
  }
}

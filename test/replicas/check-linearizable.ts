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

/** A call or a return, in a list ordered by time that loses and regains its entries. */
interface Entry {
  /** Place of the operation. */
  readonly at: number;
  /** Entry of its return, where this is a call; itself where there is none. */
  readonly match: Entry | undefined;
  readonly isCall: boolean;
  before: Entry | undefined;
  after: Entry | undefined;
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
 * operation without a return has its return after all others, and may be left out. Throws UndecidedError.
 */
export function checkLinearizable<State, Call, Return>(
  operations: readonly Operation<Call, Return>[],
  model: SequentialModel<State, Call, Return>,
  maxSteps = MAX_STEPS,
): Linearization<Call, Return> {
  const head = linkEntries(operations);
  const seen = new Set<string>();
  const done = new Uint32Array(Math.ceil(operations.length / 32));
  const path: { readonly entry: Entry; readonly state: State }[] = [];
  let [state, left] = [model.initial, operations.filter(isKnown).length];
  let [longest, stuck]: [number[], number[]] = [[], []];
  let entry = head.after;
  let steps = 0;
  while (left > 0) {
    steps += 1;
    if (steps > maxSteps) throw new UndecidedError(`No answer after ${maxSteps} steps.`);
    if (entry?.isCall) {
      const next = tryOperation(entry.at);
      if (next !== undefined) {
        path.push({ entry, state });
        state = next;
        if (isKnown(operations[entry.at])) left -= 1;
        lift(entry);
        entry = head.after;
      } else entry = entry.after;
      continue;
    }
    // The operation that returns here has to have its place by now, or there is nothing left to try.
    if (path.length >= longest.length) {
      [longest, stuck] = [path.map((step) => step.entry.at), listCalls(head)];
    }
    const last = path.pop();
    if (last === undefined) return report(false);
    flip(last.entry.at);
    if (isKnown(operations[last.entry.at])) left += 1;
    unlift(last.entry);
    ({ state } = last);
    entry = last.entry.after;
  }
  [longest, stuck] = [path.map((step) => step.entry.at), []];
  return report(true);

  /** State after an operation that may come next, marked as done; `undefined` where it may not, or led nowhere before. */
  function tryOperation(at: number): State | undefined {
    const operation = operations[at];
    const next = operation && model.step(state, operation.call, operation.return);
    if (next === undefined) return undefined;
    flip(at);
    const key = `${String.fromCharCode(...new Uint16Array(done.buffer))}${model.write(next)}`;
    if (!seen.has(key)) {
      seen.add(key);
      return next;
    }
    flip(at);
    return undefined;
  }

  function flip(at: number): void {
    const word = at >>> 5;
    done[word] = (done[word] ?? 0) ^ (1 << (at & 31));
  }

  function report(isLinearizable: boolean): Linearization<Call, Return> {
    const pick = (places: readonly number[]) => places.flatMap((at) => operations[at] ?? []);
    return { isLinearizable, order: pick(longest), stuck: pick(stuck) };
  }
}

function isKnown(operation: Operation<unknown, unknown> | undefined): boolean {
  return operation?.return !== undefined;
}

/** Makes the list; calls come before returns at the same time, so that those of two operations count as concurrent. */
function linkEntries(operations: readonly Operation<unknown, unknown>[]): Entry {
  const head: Entry = {
    at: -1,
    match: undefined,
    isCall: false,
    before: undefined,
    after: undefined,
  };
  const timed = operations.flatMap((operation, at) => {
    const returns = isKnown(operation)
      ? [createEntry(at, false, undefined)].map((entry) => ({ time: operation.returnedAt, entry }))
      : [];
    const call = createEntry(at, true, returns[0]?.entry);
    return [{ time: operation.invokedAt, entry: call }, ...returns];
  });
  timed.sort(
    (one, other) => one.time - other.time || Number(other.entry.isCall) - Number(one.entry.isCall),
  );
  let last = head;
  for (const { entry } of timed) {
    last.after = entry;
    entry.before = last;
    last = entry;
  }
  return head;
}

function createEntry(at: number, isCall: boolean, match: Entry | undefined): Entry {
  return { at, isCall, match, before: undefined, after: undefined };
}

/** Takes a call and its return out of the list; both keep their neighbours, to come back in the opposite order. */
function lift(call: Entry): void {
  for (const entry of [call, call.match]) {
    if (entry?.before) entry.before.after = entry.after;
    if (entry?.after) entry.after.before = entry.before;
  }
}

function unlift(call: Entry): void {
  for (const entry of [call.match, call]) {
    if (entry?.before) entry.before.after = entry;
    if (entry?.after) entry.after.before = entry;
  }
}

/** Operations that may come next: called before the first return. */
function listCalls(head: Entry): number[] {
  const calls: number[] = [];
  for (let entry = head.after; entry?.isCall; entry = entry.after) calls.push(entry.at);
  return calls;
}

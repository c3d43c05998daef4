import type { Operation } from '../contract/contract.ts';
import { createMemory } from '../contract/remember.ts';
import type { NegotiatedRequest } from './prism.ts';
import type { Refusal, Reply } from './refusal.ts';

type Outcome = Reply | Refusal;

/** Gives what an operation answered to the same request before, or makes it. */
export type RecallAnswer = (
  operation: Operation,
  request: NegotiatedRequest,
  make: () => Outcome,
) => Outcome;

interface Answered {
  readonly request: NegotiatedRequest;
  readonly outcome: Outcome;
}

/** Makes a memory of at most `limit` answers, and of the newest one of each operation: most callers ask the same again. */
export function createAnswerMemory(limit: number): RecallAnswer {
  const recall = createMemory<Outcome>(limit);
  const newest = new Map<Operation, Answered>();
  return (operation, request, make) => {
    const last = newest.get(operation);
    if (last !== undefined && isSame(last.request, request)) return last.outcome;
    const outcome = recall(keyOf(operation, request), make);
    newest.set(operation, { request, outcome });
    return outcome;
  };
}

/** Compares all that negotiation reads. */
function isSame(one: NegotiatedRequest, other: NegotiatedRequest): boolean {
  const [first, second] = [one.preference, other.preference];
  return (
    one.accept === other.accept &&
    first.code === second.code &&
    first.example === second.example &&
    first.dynamic === second.dynamic &&
    first.seed === second.seed
  );
}

/** All that negotiation reads; random data follows from its seed, and there is no other seed. */
function keyOf({ pointer }: Operation, { accept, preference }: NegotiatedRequest): string {
  const { code, example, dynamic, seed } = preference;
  const accepted = accept === null ? '' : `=${accept}`;
  // No header field holds a line break; a name that was sent in the query may, so that its length stands before it.
  return `${pointer}\n${accepted}\n${code}\n${dynamic}\n${example?.length}\n${example}\n${seed}`;
}

import { expect } from 'vitest';
import type {
  LogAnswer,
  LogPosition,
  LogQuestion,
  StateLog,
} from '../../../src/mock/state/state-log.ts';
import type { StateChange } from '../../../src/mock/state/state-store.ts';
import { ask, CREATED } from './sample-changes.ts';

/** Asks one question. */
export async function askOne(log: StateLog, question: LogQuestion): Promise<LogAnswer> {
  const answers = await log.exchange([question]);
  expect(answers).toHaveLength(1);
  const [answer] = answers;
  if (answer === undefined) throw new Error('Expected an answer.');
  return answer;
}

/** Stores transactions at a position and gives the next position; fails where the store refuses. */
export async function append(
  log: StateLog,
  sandbox: string,
  known: LogPosition | undefined,
  ...transactions: (readonly StateChange[])[]
): Promise<LogPosition> {
  const answer = await askOne(log, ask(sandbox, known, { transactions }));
  expect(answer).toMatchObject({ kind: 'accepted' });
  if (answer.position === undefined) throw new Error('Expected a position.');
  return answer.position;
}

/** Creates a sandbox by its first transaction, and stores more. */
export function create(
  log: StateLog,
  sandbox: string,
  ...transactions: (readonly StateChange[])[]
): Promise<LogPosition> {
  return append(log, sandbox, undefined, CREATED, ...transactions);
}

/** All that the store has of a sandbox; `undefined` if it has no such sandbox. */
export async function readWhole(
  log: StateLog,
  sandbox: string,
): Promise<readonly StateChange[] | undefined> {
  const answer = await askOne(log, ask(sandbox));
  if (answer.kind === 'accepted') {
    expect(answer.position).toBeUndefined();
    return undefined;
  }
  expect(answer.isWhole).toBe(true);
  return answer.changes;
}

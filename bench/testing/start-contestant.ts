import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { ContestantName } from './contestants.ts';
import type { Slice, SliceOrder } from './slice.ts';

/** Contestant in a process of its own. */
export interface StartedContestant {
  readonly name: ContestantName;
  readonly measure: (order: SliceOrder) => Promise<Slice>;
  readonly stop: () => void;
}

const SCRIPT = new URL('./contestant-process.ts', import.meta.url);

/** Starts a contestant; a process that ends early rejects what it was asked for. */
export async function startContestant(name: ContestantName): Promise<StartedContestant> {
  const child = fork(SCRIPT, [name]);
  await receive(child, name);
  return {
    name,
    measure: async (order) => {
      child.send(order);
      return readSlice(await receive(child, name));
    },
    stop: () => void child.kill(),
  };
}

async function receive(child: ChildProcess, name: ContestantName): Promise<unknown> {
  const end = new AbortController();
  const ended = once(child, 'exit', { signal: end.signal }).then(() => {
    throw new Error(`The contestant "${name}" has ended.`);
  });
  // It also rejects where nobody waits any more.
  ended.catch(() => {});
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: end.signal }), ended]);
    return message;
  } finally {
    end.abort();
  }
}

function readSlice(message: unknown): Slice {
  if (typeof message === 'object' && message !== null && 'microseconds' in message) {
    return { microseconds: Number(message.microseconds) };
  }
  throw new Error(`Expected a slice, found ${JSON.stringify(message)}.`);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../src/mock/state/random.ts';
import type { Send } from './send.ts';
import { openSession, type Session } from './session.ts';

export interface LoadOptions {
  readonly seed: string;
  readonly clients: number;
  /** Gives whom the next request goes to. */
  readonly next: () => Promise<{ readonly send: Send }>;
  /** Calls in one sandbox, after which clients go on in another. */
  readonly calls: number;
  /** Whether to end, asked before each call. */
  readonly isOver: (sessions: readonly Session[]) => boolean;
}

/** Milliseconds that a client waits after calls without a known outcome, from the first one in a row to the last. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [20, 320];

/** Lets clients make calls, all in the same sandbox, one after the other each. Gives the sessions, in order. */
export async function runLoad(options: LoadOptions): Promise<readonly Session[]> {
  const { seed, clients, next, calls, isOver } = options;
  const sessions = [openSession(`${seed}-1`)];
  await Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
  return sessions;

  async function run(client: number): Promise<void> {
    const random = createRandom(`${seed}/${client}`);
    let pause = FIRST_PAUSE;
    while (!isOver(sessions)) {
      const { send } = await next();
      const isKnown = await currentSession().perform(client, random, send);
      if (!isKnown) await sleep(pause);
      pause = isKnown ? FIRST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
    }
  }

  function currentSession(): Session {
    const last = sessions.at(-1);
    if (last !== undefined && last.count() < calls) return last;
    const opened = openSession(`${seed}-${sessions.length + 1}`);
    sessions.push(opened);
    return opened;
  }
}

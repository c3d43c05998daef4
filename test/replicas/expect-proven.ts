import { expect } from 'vitest';
import { checkLog } from './check-log.ts';
import type { ProofStore } from './proof-store.ts';
import type { Send } from './send.ts';
import type { Session } from './session.ts';

/**
 * Expects of a session that has ended that the log in the store has all that was acknowledged, once, and that its calls are
 * linearizable, with what each replica shows in the end.
 */
export async function expectProven(
  session: Session,
  replicas: readonly { readonly send: Send }[],
  store: ProofStore,
): Promise<void> {
  for (const [at, { send }] of replicas.entries()) await session.look(100 + at, send);
  expect(checkLog(session, await store.read(session.sandbox))).toEqual([]);
  const { isLinearizable, order, stuck } = session.check();
  if (!isLinearizable) {
    // An assertion that shows where it ends.
    expect({ sandbox: session.sandbox, after: order.slice(-8), stuck }).toBeUndefined();
  }
}

import type { DeliveryQueue, NewDelivery } from '../state/state-log.ts';

/** Messages that wait in the memory of this process. */
export interface LocalDeliveries {
  readonly queue: DeliveryQueue;
  readonly add: (sandbox: string, delivery: NewDelivery) => void;
  /** Drops the messages of a sandbox. */
  readonly drop: (sandbox: string) => void;
}

interface Waiting extends NewDelivery {
  readonly sandbox: string;
  /** Number among all messages. */
  readonly number: number;
  claims: number;
  /** Until when it is claimed, in Unix milliseconds. */
  claimedUntil: number;
}

/** Creates an empty queue. */
export function createLocalDeliveries(readTime: () => number): LocalDeliveries {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  return {
    queue: {
      claim: async (limit, lease) => {
        const now = readTime();
        const free = [...waiting.values()].filter(({ claimedUntil }) => claimedUntil <= now);
        return free.slice(0, limit).map((one) => {
          one.claims += 1;
          one.claimedUntil = now + lease;
          const { id, text, sandbox, claims, number } = one;
          return { id, text, sandbox, claims, claim: `${number}-${claims}` };
        });
      },
      extend: async ({ claim }, lease) => {
        const found = find(claim);
        if (found !== undefined) found.claimedUntil = readTime() + lease;
        return found !== undefined;
      },
      end: async ({ claim }) => {
        const found = find(claim);
        if (found !== undefined) waiting.delete(found.number);
      },
    },
    add: (sandbox, { id, text }) => {
      last += 1;
      waiting.set(last, { id, text, sandbox, number: last, claims: 0, claimedUntil: 0 });
    },
    drop: (sandbox) => {
      for (const [number, one] of waiting) if (one.sandbox === sandbox) waiting.delete(number);
    },
  };

  /** Message of a claim that is the last one of it. */
  function find(claim: string): Waiting | undefined {
    const [number = '', claims] = claim.split('-');
    const found = waiting.get(Number(number));
    return found?.claims === Number(claims) ? found : undefined;
  }
}

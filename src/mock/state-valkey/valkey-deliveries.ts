import type { DeliveryQueue } from '../state/state-log.ts';
import { CLAIM, END, EXTEND } from './scripts/deliveries.ts';
import { prepareScript, type ValkeyConnection } from './valkey-connection.ts';

const SCRIPTS = {
  claim: prepareScript(CLAIM),
  extend: prepareScript(EXTEND),
  end: prepareScript(END),
};

/** Keeps messages that wait to be sent. No claim waits for messages, as that would hold up the connection. */
export function createValkeyDeliveries(connection: ValkeyConnection): DeliveryQueue {
  return {
    claim: async (limit, lease) => {
      const reply = await connection.runScript(SCRIPTS.claim, [limit, Math.round(lease)]);
      const claimed: unknown[][] = Array.isArray(reply) ? reply : [];
      return claimed.map(([claim, claims, sandbox, id, text]) => ({
        claim: String(claim),
        claims: Number(claims),
        sandbox: String(sandbox),
        id: String(id),
        text: String(text),
      }));
    },
    extend: async ({ claim, claims }, lease) => {
      const args = [claim, claims, Math.round(lease)];
      return (await connection.runScript(SCRIPTS.extend, args)) === 1;
    },
    end: async ({ claim }) => {
      await connection.runScript(SCRIPTS.end, [claim]);
    },
  };
}

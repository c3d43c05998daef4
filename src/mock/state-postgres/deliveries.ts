import type { DeliveryQueue } from '../state/state-log.ts';
import type { Connections } from './connections.ts';
import { restoreNul } from './join-texts.ts';

/**
 * Creates the queue of messages in a schema, whose name is quoted.
 *
 * A claim is the number of a message and how often it was claimed, so that whoever claims it next takes it away. Ending a
 * message ends it for all, since it was sent.
 */
export function createDeliveries({ run }: Connections, schema: string): DeliveryQueue {
  const claim = { name: 'claim', text: writeClaim(schema) };
  const extend = {
    name: 'extend',
    text: `update ${schema}.deliveries
      set claimed_until = clock_timestamp() + $3 * interval '1 millisecond'
      where id = $1 and claims = $2 returning true`,
  };
  const end = { name: 'end', text: `delete from ${schema}.deliveries where id = $1` };
  return {
    claim: async (limit, lease) => {
      const rows = await run(claim, [limit, lease], { isWrite: true });
      return rows
        .map(([id, sandbox, message, content, claims]) => ({
          claim: `${id}:${claims}`,
          sandbox: restoreNul(String(sandbox)),
          id: restoreNul(String(message)),
          text: restoreNul(String(content)),
          claims: Number(claims),
        }))
        .sort((a, b) => Number.parseInt(a.claim, 10) - Number.parseInt(b.claim, 10));
    },
    extend: async (claimed, lease) => {
      const [id, claims] = claimed.claim.split(':');
      return (await run(extend, [id, claims, lease], { isWrite: true })).length > 0;
    },
    end: async (claimed) => {
      const [id] = claimed.claim.split(':');
      await run(end, [id], { isWrite: true });
    },
  };
}

/** What others are claiming meanwhile is passed over. */
function writeClaim(schema: string): string {
  return `
with free as materialized (
  select d.id from ${schema}.deliveries d
  where d.claimed_until <= clock_timestamp()
  order by d.id limit $1
  for update skip locked
)
update ${schema}.deliveries d
set claimed_until = clock_timestamp() + $2 * interval '1 millisecond', claims = d.claims + 1
from free, ${schema}.sandboxes s
where d.id = free.id and s.id = d.log
returning d.id, s.name, d.message, d.content, d.claims`;
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { processRuns } from '../support/property-runs.ts';
import { startCluster } from './cluster.ts';
import type { ProofStore } from './proof-store.ts';

const ENTRY = fileURLToPath(new URL('replica-process.ts', import.meta.url));
const SHARES = '/craftkit/v1/renders/7f3b9a52-0c1d-4e8f-9a6b-5d4c3b2a1f0e/shares';
/** Times that each of the replicas is killed. */
const KILLS = processRuns(2, 25);
/** Shares that are created before each kill. */
const CREATIONS = 12;
/** Longer than a replica that says nothing keeps what it has claimed. */
const PATIENCE = { timeout: 100_000, interval: 100 };

interface Delivery {
  readonly share: string;
  readonly id: string;
  readonly isTaken: boolean;
}

/** Describes that webhooks arrive, whoever sends them and whoever is killed. */
export function describeWebhooks(name: string, start: () => Promise<ProofStore>): void {
  describe(`webhooks of replicas over ${name}`, () => {
    test('arrive at least once, with the same id each time, where the sender is killed', async () => {
      const store = await start();
      onTestFinished(store.stop);
      const receiver = await startReceiver();
      const command = (url: string) => [ENTRY, 'craftkit', url];
      const cluster = await startCluster({ store, count: 2, command });
      onTestFinished(cluster.close);
      const { send } = await cluster.next();
      await send('PUT /_mock/sandboxes/default/webhook', { url: receiver.url, secret: 's' });
      const created: string[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        for (const replica of cluster.replicas) {
          await create();
          // It may have sent none yet, and may be in the midst of some.
          await vi.waitUntil(() => receiver.countHeld() > 0, PATIENCE);
          await replica.killAndStart();
        }
      }
      await vi.waitUntil(() => created.every((share) => receiver.taken.has(share)), PATIENCE);
      const ids = Map.groupBy(receiver.deliveries, ({ share }) => share);
      for (const share of created) {
        expect(new Set(ids.get(share)?.map(({ id }) => id)).size, share).toBe(1);
      }
      expect(new Set(receiver.deliveries.map(({ id }) => id)).size).toBe(ids.size);
      const { length } = receiver.deliveries;
      console.log(
        `${name}: ${created.length} webhooks in ${length} deliveries, ${2 * KILLS} kills`,
      );
      expect(length).toBeGreaterThan(created.length);

      async function create(): Promise<void> {
        const shares = Array.from({ length: CREATIONS }, async () => {
          const { send: ask } = await cluster.next();
          // A connection that was idle may end as the request comes: nothing was acknowledged then.
          const sent = await ask(`POST ${SHARES}`, {}).catch(() => undefined);
          if (sent === undefined) return;
          expect(sent.status).toBe(201);
          created.push(JSON.parse(sent.text).id);
        });
        await Promise.all(shares);
      }
    });
  });
}

/** Starts a receiver that refuses the first delivery of every third message, and never answers that of every sixth. */
async function startReceiver() {
  const deliveries: Delivery[] = [];
  const taken = new Set<string>();
  let [messages, held] = [0, 0];
  const known = new Set<string>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = await request.toArray();
    const { shareId: share } = JSON.parse(Buffer.concat(chunks).toString());
    const id = String(request.headers['x-craftkit-delivery-id']);
    const isFirst = known.size !== known.add(id).size;
    if (isFirst) messages += 1;
    const isHeld = isFirst && messages % 6 === 0;
    const isTaken = !isHeld && !(isFirst && messages % 3 === 0);
    deliveries.push({ share, id, isTaken });
    if (isHeld) {
      held += 1;
      request.socket.once('close', () => {
        held -= 1;
      });
      return;
    }
    if (isTaken) taken.add(share);
    response.writeHead(isTaken ? 204 : 500).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a port.');
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    deliveries,
    taken,
    /** Deliveries that wait for an answer. */
    countHeld: () => held,
  };
}

import pg from 'pg';
import { decodeChanges } from '../../src/mock/state-log/encode-changes.ts';
import { restoreNul } from '../../src/mock/state-postgres/join-texts.ts';
import { openPostgresLog } from '../../src/mock/state-postgres/open-postgres-log.ts';
import { startPostgres } from '../support/start-postgres.ts';
import type { ProofStore } from './proof-store.ts';

const TRANSACTIONS = `
  select s.version as last, t.version, t.content
  from share_contracts.sandboxes s left join share_contracts.transactions t on t.log = s.id
  where s.name = $1`;

/** Starts a server of PostgreSQL whose commits are on the disk before they are acknowledged. */
export async function startProofPostgres(): Promise<ProofStore> {
  const server = await startPostgres({ fsync: true });
  return {
    url: server.url,
    port: server.port,
    open: () => openPostgresLog(server.url),
    restart: async (how) => {
      if (how === 'at once') await server.crash();
      else await server.end();
      await server.start();
    },
    read: async (sandbox) => {
      const client = new pg.Client(server.url);
      await client.connect();
      const { rows } = await client.query(TRANSACTIONS, [sandbox]);
      await client.end();
      return {
        version: Number(rows[0]?.last ?? 0),
        transactions: new Map(
          rows
            .filter(({ content }) => content !== null)
            .map(({ version, content }) => [
              Number(version),
              decodeChanges(restoreNul(content), sandbox),
            ]),
        ),
      };
    },
    stop: server.stop,
  };
}

import { Redis } from 'iovalkey';
import { decodeChanges } from '../../src/mock/state-log/encode-changes.ts';
import { openValkeyLog } from '../../src/mock/state-valkey/open-valkey-log.ts';
import { startValkey } from '../support/start-valkey.ts';
import type { ProofStore } from './proof-store.ts';

/** Starts a server of Valkey whose writes are on the disk before they are acknowledged. */
export async function startProofValkey(): Promise<ProofStore> {
  const server = await startValkey({ appendonly: true });
  return {
    url: server.url,
    port: server.port,
    open: () => openValkeyLog(server.url),
    restart: async (how) => {
      if (how === 'at once') await server.kill();
      await server.restart();
    },
    read: async (sandbox) => {
      const client = new Redis(server.port, '127.0.0.1');
      const fields = await client.hgetall(`{share-contracts}:log:${sandbox}`);
      client.disconnect();
      const numbered = Object.entries(fields).filter(([name]) => /^\d+$/.test(name));
      return {
        version: Number(fields.version),
        transactions: new Map(
          numbered.map(([version, text]) => [Number(version), decodeChanges(text, sandbox)]),
        ),
      };
    },
    stop: server.stop,
  };
}

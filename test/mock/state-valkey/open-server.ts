import { Redis } from 'iovalkey';
import { onTestFinished } from 'vitest';
import type { StateLog } from '../../../src/mock/state/state-log.ts';
import {
  openValkeyLog,
  type ValkeyLogOptions,
} from '../../../src/mock/state-valkey/open-valkey-log.ts';
import { type StartedValkey, startValkey, type ValkeyOptions } from '../../support/start-valkey.ts';

export interface OpenServer extends StartedValkey {
  /** Notices of all logs, in order. */
  readonly notices: readonly string[];
  readonly open: (options?: ValkeyLogOptions, url?: string) => Promise<StateLog>;
  /** Runs a command beside, as an operator does. */
  readonly run: (command: string, ...args: string[]) => Promise<unknown>;
}

/** Starts a server of a test, which goes with it. */
export async function openServer(options?: ValkeyOptions): Promise<OpenServer> {
  const server = await startValkey(options);
  onTestFinished(server.stop);
  const notices: string[] = [];
  const onNotice = (text: string) => void notices.push(text);
  return {
    ...server,
    get process() {
      return server.process;
    },
    notices,
    open: async (rest = {}, url = server.url) => {
      const log = await openValkeyLog(url, { timeout: 5000, onNotice, ...rest });
      onTestFinished(() => log.close());
      return log;
    },
    run: async (command, ...args) => {
      const client = new Redis(server.port, '127.0.0.1');
      try {
        return await client.call(command, ...args);
      } finally {
        client.disconnect();
      }
    },
  };
}

import { randomUUID } from 'node:crypto';
import type { ListedSandbox, LogQuestion, StateLog } from '../state/state-log.ts';
import { encodeChanges } from '../state-log/encode-changes.ts';
import { splitChanges } from '../state-log/split-changes.ts';
import { StateLogError } from '../state-log/state-log-error.ts';
import { readReply, writeQuestion } from './exchange-questions.ts';
import { noteUses } from './note-uses.ts';
import { parseValkeyUrl } from './parse-valkey-url.ts';
import { readListed } from './read-listed.ts';
import { COMPACT } from './scripts/compact.ts';
import { EXCHANGE } from './scripts/exchange.ts';
import { LIST } from './scripts/list.ts';
import { connectValkey, prepareScript } from './valkey-connection.ts';
import { createValkeyDeliveries } from './valkey-deliveries.ts';
import { createValkeyJournals } from './valkey-journals.ts';

export interface ValkeyLogOptions {
  /** Milliseconds after the last use of a sandbox until it goes; no limit by default. */
  readonly sandboxTtl?: number | undefined;
  /** Sandboxes that there are at most, of which the least recently used one goes; no limit by default. */
  readonly maxSandboxes?: number | undefined;
  /** Takes what the operator should know: that the store is away, that it is back, that it may lose data. */
  readonly onNotice?: ((text: string) => void) | undefined;
  /** Milliseconds after which an answer of the server counts as lost; 2000 by default. */
  readonly timeout?: number | undefined;
}

const SCRIPTS = {
  exchange: prepareScript(EXCHANGE),
  compact: prepareScript(COMPACT),
  list: prepareScript(LIST),
};

/** Milliseconds after which a state goes that was stored, but never put in the place of transactions. */
const STAGED_TTL = 60_000;

/**
 * Opens the logs in a server of Valkey, or of Redis from 6.2, at an address such as
 * `valkey://user:password@host:6379/0?prefix=name`; `redis://` is the same, `valkeys://` and `rediss://` use TLS.
 *
 * All keys begin with `{name}:`, so that they are in one hash slot; the prefix is `share-contracts` by default. Servers
 * that share sandboxes must agree on the options.
 *
 * Throws StateLogError for a server that cannot be used, and for data of another release.
 */
export async function openValkeyLog(
  url: string,
  options: ValkeyLogOptions = {},
): Promise<StateLog> {
  const address = parseValkeyUrl(url);
  const { name, prefix } = address;
  const { sandboxTtl = 0, maxSandboxes = 0, timeout = 2000, onNotice = () => {} } = options;
  const limits = [Math.ceil(sandboxTtl), maxSandboxes] as const;
  const connection = await connectValkey(address, { timeout, onNotice });
  const isUseNew = noteUses(sandboxTtl);
  return {
    name,
    exchange,
    compact,
    list,
    journals: createValkeyJournals(connection, limits),
    deliveries: createValkeyDeliveries(connection),
    count,
    close: async () => connection.close(),
  };

  async function exchange(questions: readonly LogQuestion[]) {
    const written = questions.map((question) =>
      writeQuestion(question, isUseNew(question.sandbox)),
    );
    const replies = await connection.runScript(SCRIPTS.exchange, [...limits, ...written.flat()]);
    if (!Array.isArray(replies) || replies.length !== questions.length) {
      const found = 'another number of them';
      throw new StateLogError(name, `${questions.length} answers`, found, 'Report this.');
    }
    return questions.map((question, at) => readReply(replies[at], question, name));
  }

  /** Stores the state in parts, beside, since others would have to wait for a large one. */
  async function compact(...[sandbox, position, state]: Parameters<StateLog['compact']>) {
    const staged = `${prefix}staged:${randomUUID()}`;
    for (const part of splitChanges(state)) {
      const pushed = connection.run('rpush', [staged, encodeChanges(part)]);
      await Promise.all([pushed, connection.run('pexpire', [staged, STAGED_TTL])]);
    }
    await connection.runScript(SCRIPTS.compact, [sandbox, position.log, position.version, staged]);
  }

  /** Counts names that are not forgotten yet only if their life is not over. */
  async function count(): Promise<number> {
    const oldest = sandboxTtl > 0 ? (Date.now() - sandboxTtl) * 1000 : '-inf';
    return Number(await connection.run('zcount', [`${prefix}used`, oldest, '+inf']));
  }

  async function list(): Promise<ListedSandbox[]> {
    const rows = await connection.runScript(SCRIPTS.list, []);
    return (Array.isArray(rows) ? rows : []).map((row: unknown[]) => readListed(row, name));
  }
}

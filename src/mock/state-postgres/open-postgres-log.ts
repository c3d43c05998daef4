import pg from 'pg';
import type { ListedSandbox, StateLog } from '../state/state-log.ts';
import { decodeSettings } from '../state-log/decode-settings.ts';
import { encodeChanges } from '../state-log/encode-changes.ts';
import { splitChanges } from '../state-log/split-changes.ts';
import { StateLogError } from '../state-log/state-log-error.ts';
import { createConnections } from './connections.ts';
import { createDeliveries } from './deliveries.ts';
import { listArguments, readAnswers } from './exchange.ts';
import { explainPostgresError } from './explain-postgres-error.ts';
import { escapeNul, joinTexts, restoreNul } from './join-texts.ts';
import { createJournals } from './journals.ts';
import { checkFormat, prepareLayout } from './layout.ts';
import { toLogId } from './log-id.ts';
import { type PostgresAddress, parsePostgresUrl } from './parse-postgres-url.ts';
import { type Rows, runStatement } from './run-statement.ts';
import { StoreDefectError } from './store-defect-error.ts';

/** Milliseconds between two sweeps that this server asks for. */
const SWEEP_PAUSE = 60_000;
/** Milliseconds until a statement is given up, unless the options say otherwise. */
const TIMEOUT = 2000;
/** Part of that time after which the server says itself that a lock of another client is in the way. */
const LOCK_SHARE = 0.75;
/** Milliseconds more that the database may take to store a state, for each part of it, which has some hundred kilobytes. */
const TIME_PER_PART = 100;

export interface PostgresLogOptions {
  /** Milliseconds after the last use of a sandbox until it goes; never by default. */
  readonly sandboxTtl?: number | undefined;
  /** Sandboxes that are kept, beside which the least recently used ones go; any number by default. */
  readonly maxSandboxes?: number | undefined;
  /** Called where the database is away, where it is back, and where it takes no changes; `console.error` by default. */
  readonly onNotice?: ((text: string) => void) | undefined;
  /** Milliseconds without an answer after which the database is away; 2000 by default. */
  readonly timeout?: number | undefined;
}

/**
 * Opens the logs that a PostgreSQL database keeps, by an address such as `postgres://user:password@host:port/database`,
 * to which `?schema=name` may be added, and what the client library reads: https://node-postgres.com/features/ssl.
 *
 * Creates the schema, `share_contracts` by default, at the first start. Throws StateLogError where there is no database
 * that can be used.
 *
 * The address has to be that of the primary: a standby shows what was stored a while ago, and is refused. A pooler between
 * has to give each client a connection of its own.
 *
 * What is acknowledged is as durable as the server's `synchronous_commit` says, by default on its disk. After a backup was
 * restored, all servers have to start again, since they know what the database does not.
 */
export async function openPostgresLog(
  url: string,
  options: PostgresLogOptions = {},
): Promise<StateLog> {
  const { sandboxTtl, maxSandboxes, onNotice = console.error, timeout = TIMEOUT } = options;
  const address = parsePostgresUrl(url);
  await prepareDatabase(address, timeout);
  const { name, config } = address;
  const schema = `"${address.schema}"`;
  const connections = createConnections({
    name,
    config,
    timeout,
    onNotice,
    prepare: (client) => prepareConnection(client, address.schema, timeout),
  });
  const { run, close } = connections;
  const statements = nameStatements(schema);
  let sweptAt = performance.now();
  return {
    name,
    exchange: async (questions) => {
      if (questions.length === 0) return [];
      const values = [...listArguments(questions), sandboxTtl, maxSandboxes];
      const isWrite = questions.some(({ transactions }) => transactions.length > 0);
      const rows = await run(statements.exchange, values, { isWrite });
      sweepAtTimes();
      return readAnswers(questions, rows, name);
    },
    compact: async (sandbox, { log, version }, state) => {
      const parts = splitChanges(state).map(encodeChanges);
      const values = [escapeNul(sandbox), toLogId(log), version, joinTexts(parts)];
      const extra = parts.length * TIME_PER_PART;
      await run(statements.compact, values, { isWrite: true, extra });
    },
    list: async () =>
      (await run(statements.list, [sandboxTtl])).map((row) => readListed(row, name)),
    journals: createJournals(connections, schema, sandboxTtl),
    deliveries: createDeliveries(connections, schema),
    count: async () => Number((await run(statements.count, [sandboxTtl]))[0]?.[0]),
    close,
  };

  /** Sandboxes that nobody adds to go as well, once in a while. */
  function sweepAtTimes(): void {
    const isBounded = sandboxTtl !== undefined || maxSandboxes !== undefined;
    if (!isBounded || performance.now() - sweptAt < SWEEP_PAUSE) return;
    sweptAt = performance.now();
    // Whoever needs the database next learns that it is away.
    run(statements.sweep, [sandboxTtl, maxSandboxes]).catch(() => {});
  }
}

function nameStatements(schema: string) {
  const numbers = (count: number) =>
    Array.from({ length: count }, (_, at) => `$${at + 1}`).join(', ');
  const isAlive = `s.settings is not null and ($1::double precision is null
    or s.used_at >= clock_timestamp() - $1 * interval '1 millisecond')`;
  return {
    exchange: { name: 'exchange', text: `select * from ${schema}.exchange(${numbers(13)})` },
    compact: { name: 'compact', text: `select ${schema}.compact(${numbers(4)})` },
    sweep: {
      name: 'sweep',
      text: `select ${schema}.sweep($1, $2, '{}'), ${schema}.sweep_journals($1, $2)`,
    },
    list: {
      name: 'list',
      text: `select s.name, s.settings, coalesce(j.last - j.cleared, 0)
        from ${schema}.sandboxes s left join ${schema}.journals j on j.sandbox = s.name
        where ${isAlive} order by s.used_at, s.name`,
    },
    count: {
      name: 'count',
      text: `select count(*) from ${schema}.sandboxes s where ${isAlive}`,
    },
  };
}

function readListed([stored, settings, recorded]: Rows[number], store: string): ListedSandbox {
  const name = restoreNul(String(stored));
  return {
    name,
    settings: decodeSettings(String(settings), `${store}: sandbox ${JSON.stringify(name)}`),
    recorded: Number(recorded),
  };
}

/** Creates what the database lacks; throws StateLogError where that cannot be. */
async function prepareDatabase(address: PostgresAddress, timeout: number): Promise<void> {
  const { name, schema, config } = address;
  try {
    const limits = { connectionTimeoutMillis: timeout, query_timeout: timeout };
    const client = new pg.Client({ ...config, ...limits });
    client.on('error', () => {});
    try {
      await client.connect();
      await prepareLayout(client, schema, timeout);
    } finally {
      await client.end();
    }
  } catch (error) {
    const { found, advice } = explainPostgresError(error);
    const expected =
      error instanceof StoreDefectError ? error.expected : 'a PostgreSQL database that can be used';
    throw new StateLogError(name, expected, found, advice, error);
  }
}

/**
 * Readies a new connection: what is given up here ends there as well, where the server can tell that nobody waits any more,
 * and no plan is compiled, which takes longer than any statement of ours.
 */
async function prepareConnection(client: pg.Client, schema: string, timeout: number) {
  const statement = {
    name: 'settings',
    text: `select pg_is_in_recovery(), set_config('lock_timeout', $1, false), set_config('jit', 'off', false),
      (select set_config(s.name, $2, false) from pg_settings s
        where s.name = 'client_connection_check_interval' and version() ~ 'linux')`,
  };
  const values = [String(Math.ceil(timeout * LOCK_SHARE)), String(timeout)];
  const [[isStandby] = []] = await runStatement(client, statement, values, timeout);
  if (isStandby === true) {
    throw new StoreDefectError('the primary', 'a standby', 'Name the primary in the URL.');
  }
  await checkFormat(client, schema, timeout);
}

import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { StateUnavailableError } from '../state/state-unavailable-error.ts';
import { explainPostgresError, type PostgresFailure } from './explain-postgres-error.ts';
import { type OpenedPool, openPool, untilClosed } from './open-pool.ts';
import { type Rows, runStatement, type Statement } from './run-statement.ts';
import { StalledError } from './stalled-error.ts';

/** Connections of one server: as many statements are under way at a time. */
const MAX_CONNECTIONS = 4;
/** How often a statement is run that others kept from being done. */
const ATTEMPTS = 5;
/** Milliseconds between attempts to connect again: about the first, then more, up to the last; each is shortened at random. */
const FIRST_DELAY = 50;
const LAST_DELAY = 1000;

export interface ConnectionOptions {
  /** What messages call the database. */
  readonly name: string;
  readonly config: pg.ClientConfig;
  /** Milliseconds without an answer after which a connection is given up. */
  readonly timeout: number;
  /** Prepares each new connection; throws where the database cannot be used any more. */
  readonly prepare: (client: pg.Client) => Promise<void>;
  readonly onNotice: (text: string) => void;
}

/** Connections to a database, which are made again where they are lost. */
export interface Connections {
  /** Runs a statement; rejects with StateUnavailableError, at once where the database is known to be away. */
  readonly run: (statement: Statement, values: unknown[], options?: RunOptions) => Promise<Rows>;
  /** Waits for the statements under way. */
  readonly close: () => Promise<void>;
}

export interface RunOptions {
  /** Whether it shows that the database takes changes. */
  readonly isWrite?: boolean;
  /** Milliseconds more until it is given up. */
  readonly extra?: number;
}

/**
 * Creates connections, which are opened when they are needed.
 *
 * A statement that fails with its connection, or is given up, is not run again: nobody knows whether it was.
 */
export function createConnections(options: ConnectionOptions): Connections {
  const { name, config, timeout, prepare, onNotice } = options;
  const retired = new Set<OpenedPool>();
  const closing = new AbortController();
  /** What was said of a database that answers and takes no changes. */
  const refusals = new Set<string>();
  let current = openPool({ config, size: MAX_CONNECTIONS, timeout, prepare });
  let away: PostgresFailure | undefined;
  let isSuspect = false;
  return {
    run: async (statement, values, { isWrite = false, extra = 0 } = {}) => {
      for (let attempt = 1; ; attempt += 1) {
        if (closing.signal.aborted) throw new StateUnavailableError('The store is closed.');
        if (away !== undefined) throw refuse(away);
        try {
          const rows = await runOnce(statement, values, timeout + extra);
          if (isWrite && refusals.size > 0) noteChanges();
          return rows;
        } catch (error) {
          const failure = explainPostgresError(error);
          if (failure.isPassing && attempt < ATTEMPTS) continue;
          if (!failure.isCut) noteRefusal(failure);
          throw refuse(failure, error);
        }
      }
    },
    close: async () => {
      closing.abort();
      retire(current);
      await Promise.all([...retired].map((pool) => untilClosed(pool, timeout)));
      for (const pool of retired) abandon(pool);
    },
  };

  async function runOnce(statement: Statement, values: unknown[], patience: number): Promise<Rows> {
    const pool = current;
    const begun = performance.now();
    const client = await connect(pool, begun + patience);
    try {
      const left = patience - (performance.now() - begun);
      const rows = await runStatement(client, statement, values, Math.max(left, 1));
      client.release();
      return rows;
    } catch (error) {
      const failure = explainPostgresError(error);
      client.release(failure.isCut);
      if (error instanceof StalledError) goAway(pool, failure);
      else if (failure.isCut) void suspect(pool);
      throw error;
    }
  }

  async function connect(pool: OpenedPool, until: number): Promise<pg.PoolClient> {
    const isFull = pool.clients.totalCount >= MAX_CONNECTIONS;
    try {
      return await pool.clients.connect();
    } catch (error) {
      const isCrowded = explainPostgresError(error).isCrowded && pool.clients.totalCount > 0;
      if (isCrowded && performance.now() < until) {
        await wait(FIRST_DELAY);
        return connect(pool, until);
      }
      // Those that have the connections find out by themselves whether it is away.
      if (!isFull) goAway(pool, explainPostgresError(error));
      throw error;
    }
  }

  /** Looks whether the database is there, after one connection was cut. */
  async function suspect(pool: OpenedPool): Promise<void> {
    if (isSuspect) return;
    isSuspect = true;
    await connect(pool, performance.now() + timeout).then(
      (client) => client.release(),
      () => {},
    );
    isSuspect = false;
  }

  function goAway(pool: OpenedPool, failure: PostgresFailure): void {
    if (pool !== current || away !== undefined || closing.signal.aborted) return;
    away = failure;
    onNotice(
      `${name} is away: expected a PostgreSQL server that answers, found ${failure.found}. ${failure.advice} What needs state is refused until it is back.`,
    );
    retire(pool);
    void comeBack();
  }

  async function comeBack(): Promise<void> {
    const since = new Date();
    for (let delay = FIRST_DELAY; away !== undefined; delay = Math.min(delay * 2, LAST_DELAY)) {
      const next = openPool({ config, size: MAX_CONNECTIONS, timeout, prepare });
      try {
        const client = await next.clients.connect();
        client.release();
        if (closing.signal.aborted) return retire(next);
        current = next;
        away = undefined;
      } catch (error) {
        retire(next);
        away = explainPostgresError(error);
        const pause = delay * (0.5 + Math.random() / 2);
        await wait(pause, undefined, { ref: false, signal: closing.signal }).catch(() => {});
        if (closing.signal.aborted) return;
      }
    }
    onNotice(`${name} is back, which was away since ${since.toISOString()}.`);
  }

  function noteRefusal({ found, advice }: PostgresFailure): void {
    if (refusals.has(found)) return;
    refusals.add(found);
    onNotice(`${name}: expected a database that takes changes, found ${found}. ${advice}`);
  }

  function noteChanges(): void {
    refusals.clear();
    onNotice(`${name} takes changes again.`);
  }

  function refuse(failure: PostgresFailure, cause?: unknown): StateUnavailableError {
    const { found, retryAfter } = failure;
    // No address: the message is also for clients.
    const message = `The store of sandboxes is not available: found ${found}.`;
    return new StateUnavailableError(message, {
      cause,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });
  }

  /** Ends connections when they are free, those that hang by force. */
  function retire(pool: OpenedPool): void {
    retired.add(pool);
    pool.clients.end().catch(() => {});
    setTimeout(() => abandon(pool), timeout).unref();
  }

  function abandon(pool: OpenedPool): void {
    for (const socket of pool.sockets) socket.destroy();
    retired.delete(pool);
  }
}

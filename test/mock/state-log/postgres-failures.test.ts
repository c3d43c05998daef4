import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { LogPosition, StateLog } from '../../../src/mock/state/state-log.ts';
import { openPostgresLog } from '../../../src/mock/state-postgres/open-postgres-log.ts';
import { commandPostgres } from '../../support/postgres-command.ts';
import { processRuns } from '../../support/property-runs.ts';
import { type StartedPostgres, startPostgres } from '../../support/start-postgres.ts';
import { append, askOne, create, readWhole } from './ask-log.ts';
import { ask, CREATED, put } from './sample-changes.ts';

/** So short that a test need not wait long, and longer than what any statement takes. */
const TIMEOUT = 1000;
/** For a server that restarts. */
const PATIENT = { timeout: 20_000 };

let server: StartedPostgres;
let schemas = 0;

beforeAll(async () => {
  // What runs by itself would write between the tests.
  server = await startPostgres({ settings: { autovacuum: 'off' } });
});
afterAll(() => server.stop());

interface OpenedLog {
  readonly log: StateLog;
  readonly notices: string[];
  readonly schema: string;
}

async function open(limits: { timeout?: number; onServer?: string } = {}): Promise<OpenedLog> {
  schemas += 1;
  const schema = `schema_${schemas}`;
  const notices: string[] = [];
  const log = await openPostgresLog(`${limits.onServer ?? server.url}?schema=${schema}`, {
    timeout: limits.timeout ?? TIMEOUT,
    onNotice: (text) => notices.push(text.replaceAll(/:\d+\/|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…')),
  });
  onTestFinished(() => log.close());
  return { log, notices, schema };
}

const run = (...statements: string[]) => commandPostgres(server.url, ...statements);

/** Why a store cannot be used at present. */
async function reasonOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toMatchObject({ name: 'StateUnavailableError' });
  return error instanceof Error ? error.message : '';
}

const unavailable = (found: string) => `The store of sandboxes is not available: found ${found}.`;

async function untilBack(log: StateLog): Promise<void> {
  await expect
    .poll(() =>
      log.count().then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
}

function appendTo(log: StateLog, sandbox: string, position: LogPosition, key: string) {
  return append(log, sandbox, position, [put(key)]);
}

describe('where the server is away', () => {
  test('refuses while it is ended, and comes back by itself with all that was stored', async () => {
    const { log, notices } = await open();
    const position = await create(log, 'a');
    await server.end();
    onTestFinished(() => server.start().catch(() => {}));
    await expect
      .poll(() => reasonOf(log.exchange([ask('a')])))
      .toBe(unavailable('a refused connection'));
    expect(await reasonOf(log.journals.read('a', 0))).toBe(unavailable('a refused connection'));
    await expect(log.count()).rejects.toMatchObject({ retryAfter: 1 });
    await server.start();
    await untilBack(log);
    expect(await appendTo(log, 'a', position, '1')).toEqual({ ...position, version: 2 });
    expect(notices).toMatchInlineSnapshot(`
      [
        "postgres://127.0.0.1…postgres?schema=schema_1 is away: expected a PostgreSQL server that answers, found a refused connection. Start PostgreSQL there, or correct host and port. What needs state is refused until it is back.",
        "postgres://127.0.0.1…postgres?schema=schema_1 is back, which was away since ….",
      ]
    `);
  });

  test('needs no notice where it was restarted between two statements', async () => {
    const { log, notices } = await open();
    const position = await create(log, 'a');
    await server.restart();
    await untilBack(log);
    expect(await appendTo(log, 'a', position, '1')).toEqual({ ...position, version: 2 });
    expect(notices).toEqual([]);
  });

  test('gives up what hangs, does it no second time, and uses no connection that hung', async () => {
    const own = await startPostgres();
    onTestFinished(() => own.stop());
    const { log, notices } = await open({ onServer: own.url, timeout: 300 });
    const position = await create(log, 'a');
    await Promise.all(Array.from({ length: 10 }, () => log.count()));
    await own.pause();
    const question = ask('a', position, { transactions: [[put('1')]] });
    const reasons = await Promise.all(
      Array.from({ length: 10 }, () => reasonOf(log.exchange([question]))),
    );
    expect(new Set(reasons)).toEqual(new Set([unavailable('no answer in time')]));
    expect(await reasonOf(log.count())).toBe(unavailable('no answer in time'));
    await own.resume();
    await untilBack(log);
    // Up to four were sent, of which one at most could be stored.
    const whole = (await readWhole(log, 'a')) ?? [];
    expect([CREATED, [...CREATED, put('1')]]).toContainEqual(whole);
    await appendTo(log, 'a', { ...position, version: whole.length }, '2');
    expect(await readWhole(log, 'a')).toEqual([...whole, put('2')]);
    expect(notices).toMatchInlineSnapshot(`
      [
        "postgres://127.0.0.1…postgres?schema=schema_3 is away: expected a PostgreSQL server that answers, found no answer in time. Look after the server and the network. What needs state is refused until it is back.",
        "postgres://127.0.0.1…postgres?schema=schema_3 is back, which was away since ….",
      ]
    `);
  });

  test('gives up a server that takes connections no more, while those that it has go on', async () => {
    const own = await startPostgres();
    onTestFinished(() => own.stop());
    const { log } = await open({ onServer: own.url, timeout: 300 });
    await log.count();
    process.kill(own.pid, 'SIGSTOP');
    await log.count();
    // The second one needs a connection more.
    const results = await Promise.allSettled([log.count(), log.count()]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    process.kill(own.pid, 'SIGCONT');
    await untilBack(log);
  });

  test('loses nothing that it acknowledged, and stores nothing twice, where it crashes', async () => {
    const own = await startPostgres();
    onTestFinished(() => own.stop());
    const { log } = await open({ onServer: own.url, timeout: 20_000 });
    let known: LogPosition | undefined = await create(log, 'a');
    const acknowledged: string[] = [];
    for (let crash = 1; crash <= processRuns(5, 50); crash += 1) {
      const victim = `select pid from pg_stat_activity where application_name = 'share-contracts'`;
      const [row] = await commandPostgres(own.url, victim);
      let isDown = false;
      while (!isDown) {
        const key = `${crash}.${acknowledged.length}`;
        const appending = log.exchange([ask('a', known, { transactions: [[put(key)]] })]);
        if (acknowledged.length % 20 === 19) process.kill(pidIn(row), 'SIGKILL');
        const [answer] = await appending.catch(() => []);
        isDown = answer === undefined;
        if (answer?.kind === 'accepted') {
          acknowledged.push(key);
          known = answer.position;
        }
      }
      // One that has crashed may answer for a moment before it goes down.
      known = (await vi.waitFor(() => askOne(log, ask('a')), PATIENT)).position;
    }
    const whole = (await vi.waitFor(() => readWhole(log, 'a'), PATIENT)) ?? [];
    const keys = whole.flatMap((change) =>
      change.kind === 'world' ? change.delta.rows.map(({ key }) => key) : [],
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(acknowledged));
  });

  test('loses one statement where one connection is cut', async () => {
    const { log, notices, schema } = await open();
    const position = await create(log, 'a');
    const holder = await hold(`select from ${schema}.sandboxes for update`);
    const stuck = reasonOf(log.exchange([ask('a', position, { transactions: [[put('1')]] })]));
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'share-contracts' and wait_event_type = 'Lock'`;
    await expect.poll(() => run(cut)).toHaveLength(1);
    expect(await stuck).toBe(unavailable('a server that shuts down'));
    await holder.end();
    await appendTo(log, 'a', position, '2');
    expect(await readWhole(log, 'a')).toEqual([...CREATED, put('2')]);
    expect(notices).toEqual([]);
  });

  test('shares the connections that it has where it gets no more', async () => {
    const role = `crowded_${process.pid}`;
    await run(`create role ${role} login connection limit 2 password 'x'`);
    await run(`grant create on database postgres to ${role}`);
    const url = Object.assign(new URL(server.url), { username: role, password: 'x' }).href;
    const { log, notices } = await open({ onServer: url, timeout: 20_000 });
    const names = Array.from({ length: 40 }, (_, at) => `s${at}`);
    await Promise.all(names.map((name) => create(log, name)));
    expect(await log.list()).toHaveLength(40);
    expect(notices).toEqual([]);
  });
});

function pidIn(row: unknown): number {
  if (typeof row === 'object' && row !== null && 'pid' in row) return Number(row.pid);
  throw new Error('Expected a connection.');
}

/** Runs a statement in a transaction of another client, which is open until that ends. */
async function hold(statement: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('begin');
  await client.query(statement);
  return client;
}

describe('where the server takes nothing', () => {
  test.each([
    ['its disk is full', '53100', 'a full disk', undefined],
    ['it only reads', '25006', 'a server that only reads', undefined],
    ['its memory is short', '53200', 'a server without memory', 1],
    ['something else is wrong', 'P0001', 'the error P0001', undefined],
  ])('says once that %s, and can be read', async (_, code, found, retryAfter) => {
    const { log, notices, schema } = await open();
    const position = await create(log, 'a');
    await run(
      `create function ${schema}.fail() returns trigger language plpgsql as
        $$ begin raise exception 'injected' using errcode = '${code}'; end $$`,
      `create trigger fail before insert on ${schema}.transactions execute function ${schema}.fail()`,
    );
    const question = ask('a', position, { transactions: [[put('1')]] });
    expect(await reasonOf(log.exchange([question]))).toBe(unavailable(found));
    expect(await reasonOf(log.exchange([ask('b'), question]))).toBe(unavailable(found));
    await expect(log.exchange([question])).rejects.toMatchObject({ retryAfter });
    expect(await readWhole(log, 'a')).toEqual(CREATED);
    await run(`drop trigger fail on ${schema}.transactions`);
    await append(log, 'a', position, [put('1')]);
    expect(notices.map((text) => text.split('. ')[0])).toEqual([
      `postgres://127.0.0.1…postgres?schema=${schema}: expected a database that takes changes, found ${found}`,
      `postgres://127.0.0.1…postgres?schema=${schema} takes changes again.`,
    ]);
  });

  test('says that another client locks what it needs', async () => {
    const { log, schema } = await open();
    const position = await create(log, 'a');
    const holder = await hold(`lock table ${schema}.transactions`);
    const question = ask('a', position, { transactions: [[put('1')]] });
    expect(await reasonOf(log.exchange([question]))).toBe(
      unavailable('a lock that another client holds'),
    );
    expect(await askOne(log, ask('a', position))).toMatchObject({ kind: 'accepted' });
    await holder.end();
    await append(log, 'a', position, [put('1')]);
  });

  test('names the sandbox whose texts another program wrote', async () => {
    const { log, schema } = await open();
    await create(log, 'a');
    await run(`update ${schema}.transactions set content = 'secret'`);
    const where = `postgres://127.0.0.1:${server.port}/postgres?schema=${schema}: sandbox "a"`;
    const expected = `${where}: expected a transaction, found no list in JSON.`;
    await expect(log.exchange([ask('a')])).rejects.toThrow(expected);
    await run(`update ${schema}.sandboxes set settings = 'secret'`);
    const settings = `${where}: expected settings of a sandbox, found text whose settings are no JSON.`;
    await expect(log.list()).rejects.toThrow(settings);
  });

  test('says that its tables are gone, as long as they are', async () => {
    const { log, schema } = await open();
    await create(log, 'a');
    await run(`alter schema ${schema} rename to ${schema}_elsewhere`);
    expect(await reasonOf(log.exchange([ask('a')]))).toBe(unavailable('no schema any more'));
    await run(`alter schema ${schema}_elsewhere rename to ${schema}`);
    expect(await readWhole(log, 'a')).toEqual(CREATED);
  });
});

describe('sweeps', () => {
  test('remove what nobody used for long, and journals of sandboxes that were never stored', async () => {
    const { log, schema } = await open();
    for (const name of ['old', 'new']) {
      await create(log, name);
      await log.journals.append(name, [{ text: '1', counted: 'x' }]);
      await log.journals.append(`${name}, read only`, [{ text: '1', counted: 'x' }]);
    }
    const age = (table: string, name: string) =>
      `update ${schema}.${table} set used_at = used_at - interval '1 hour' where ${name} like 'old%'`;
    await run(age('sandboxes', 'name'), age('journals', 'sandbox'));
    await run(`select ${schema}.sweep(60000, null, '{}'), ${schema}.sweep_journals(60000, null)`);
    expect((await log.list()).map(({ name }) => name)).toEqual(['new']);
    const left = `select sandbox from ${schema}.journals order by sandbox`;
    expect(await run(left)).toEqual([{ sandbox: 'new' }, { sandbox: 'new, read only' }]);
    await log.journals.append('newest, read only', [{ text: '1', counted: 'x' }]);
    await run(`select ${schema}.sweep_journals(null, 1)`);
    expect(await run(left)).toEqual([{ sandbox: 'new' }, { sandbox: 'newest, read only' }]);
    const entries = `select distinct sandbox from ${schema}.entries order by sandbox`;
    expect(await run(entries)).toEqual(await run(left));
  });

  test('pass over what somebody uses', async () => {
    const { log, schema } = await open();
    await create(log, 'a');
    await create(log, 'b');
    const holder = await hold(`select from ${schema}.sandboxes where name = 'a' for update`);
    await run(`select ${schema}.sweep(0, null, '{}')`);
    await holder.end();
    expect(await readWhole(log, 'a')).toEqual(CREATED);
    expect(await readWhole(log, 'b')).toBeUndefined();
  });
});

describe('exchange', () => {
  test('writes nothing for who is up to date', async () => {
    const { log } = await open();
    const names = Array.from({ length: 16 }, (_, at) => `s${at}`);
    const positions = await Promise.all(names.map((name) => create(log, name)));
    const read = `select pg_snapshot_xmax(pg_current_snapshot())::text, pg_current_wal_insert_lsn()::text`;
    const before = await run('checkpoint', read);
    const answers = await log.exchange(names.map((name, at) => ask(name, positions[at])));
    expect(answers.map(({ position }) => position)).toEqual(positions);
    expect(await run(read)).toEqual(before);
  });

  test('neither deadlocks nor loses anything where servers name the same sandboxes in other orders', async () => {
    const { log, schema } = await open({ timeout: 20_000 });
    const other = await openPostgresLog(`${server.url}?schema=${schema}`, { timeout: 20_000 });
    onTestFinished(() => other.close());
    const names = Array.from({ length: 16 }, (_, at) => `s${at}`);
    for (const name of names) await create(log, name);
    const counts = await Promise.all([
      appendAll(log, names, 'one'),
      appendAll(log, names.toReversed(), 'two'),
      appendAll(other, names.toReversed(), 'three'),
      appendAll(other, names, 'four'),
    ]);
    expect(counts).toEqual([320, 320, 320, 320]);
    for (const name of names) expect(await readWhole(log, name)).toHaveLength(81);
    expect(
      await run(`select deadlocks::integer from pg_stat_database where datname = 'postgres'`),
    ).toEqual([{ deadlocks: 0 }]);
  });

  test.each(['repeatable read', 'serializable'])(
    'keeps its promises where the database is set to %s',
    async (isolation) => {
      await run(`alter database postgres set default_transaction_isolation = '${isolation}'`);
      onTestFinished(async () => {
        await run('alter database postgres reset default_transaction_isolation');
      });
      const { log } = await open({ timeout: 20_000 });
      const created = await create(log, 'a');
      const keys = Array.from({ length: 30 }, (_, at) => String(at));
      await Promise.all(keys.map((key) => appendAt(log, 'a', created, key)));
      const whole = (await readWhole(log, 'a')) ?? [];
      expect(whole).toHaveLength(31);
      expect(whole).toEqual(expect.arrayContaining(keys.map((key) => put(key))));
    },
  );
});

/** Appends 20 transactions to each sandbox, all in one exchange at a time; gives how many were accepted. */
async function appendAll(log: StateLog, names: readonly string[], by: string): Promise<number> {
  const known = new Map<string, LogPosition | undefined>();
  const left = new Map(names.map((name) => [name, 20]));
  let accepted = 0;
  while (left.size > 0) {
    const asked = [...left.keys()];
    const answers = await log.exchange(
      asked.map((name) => {
        const position = known.get(name);
        const transactions = position === undefined ? [] : [[put(`${by} ${left.get(name)}`)]];
        return ask(name, position, { transactions });
      }),
    );
    for (const [at, answer] of answers.entries()) {
      const name = asked[at] ?? '';
      known.set(name, answer.position);
      if (answer.kind === 'news') continue;
      accepted += 1;
      const more = (left.get(name) ?? 0) - 1;
      if (more === 0) left.delete(name);
      else left.set(name, more);
    }
  }
  return accepted;
}

/** Appends one transaction, as often as others are faster, or the store has too much to do. */
async function appendAt(log: StateLog, name: string, start: LogPosition, key: string) {
  let known: LogPosition | undefined = start;
  for (;;) {
    const question = ask(name, known, { transactions: [[put(key)]] });
    const answer = await askOne(log, question);
    if (answer.kind === 'accepted') return;
    known = answer.position;
  }
}

import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openPostgresLog } from '../../../src/mock/state-postgres/open-postgres-log.ts';
import { commandPostgres } from '../../support/postgres-command.ts';
import { type StartedPostgres, startPostgres } from '../../support/start-postgres.ts';
import { create, readWhole } from './ask-log.ts';
import { CREATED } from './sample-changes.ts';

let server: StartedPostgres;
let databases = 0;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** Makes a database, and gives its URL. */
async function makeDatabase(options = ''): Promise<string> {
  databases += 1;
  const name = `database_${databases}`;
  await commandPostgres(server.url, `create database ${name} ${options}`);
  return changeUrl(server.url, { pathname: name });
}

function changeUrl(text: string, parts: Partial<URL>): string {
  const url = new URL(text);
  return Object.assign(url, parts).href;
}

/** A user who may only connect. */
async function makeGuest(options = ''): Promise<{ username: string; password: string }> {
  databases += 1;
  const username = `guest_${databases}`;
  await commandPostgres(server.url, `create role ${username} login password 'guest' ${options}`);
  return { username, password: 'guest' };
}

async function open(url: string) {
  const log = await openPostgresLog(url, { timeout: 20_000 });
  onTestFinished(() => log.close());
  return log;
}

/** What is said of an address that cannot be used, without what differs from run to run. */
async function refusal(url: string, timeout = 20_000): Promise<string> {
  const error: unknown = await openPostgresLog(url, { timeout }).then(
    () => undefined,
    (reason) => reason,
  );
  if (!(error instanceof Error)) throw new Error('Expected an error.');
  expect(error.name).toBe('StateLogError');
  const { username, password } = new URL(url);
  for (const secret of [username, password, decodeURIComponent(password)]) {
    if (secret !== '') expect(error.message).not.toContain(secret);
  }
  return error.message.replaceAll(/:\d+\//g, ':PORT/');
}

describe('openPostgresLog', () => {
  test('creates its schema once where eight servers start at the same time', async () => {
    const url = await makeDatabase();
    const logs = await Promise.all(Array.from({ length: 8 }, () => open(url)));
    const [first] = logs;
    if (first === undefined) throw new Error('Expected a log.');
    await create(first, 'a');
    for (const log of logs) expect(await readWhole(log, 'a')).toEqual(CREATED);
    const formats = await commandPostgres(url, 'select * from share_contracts.format');
    expect(formats).toEqual([{ program: 'share-contracts', version: 1 }]);
  });

  test('finds again what was stored', async () => {
    const url = await makeDatabase();
    const log = await openPostgresLog(url);
    await create(log, 'a');
    await log.close();
    expect(await readWhole(await open(url), 'a')).toEqual(CREATED);
  });

  test('uses a schema that was made for its user, who may create none', async () => {
    const url = await makeDatabase();
    const guest = await makeGuest();
    await commandPostgres(url, `create schema mine authorization ${guest.username}`);
    const log = await open(`${changeUrl(url, guest)}?schema=mine`);
    await create(log, 'a');
    expect(await readWhole(log, 'a')).toEqual(CREATED);
  });

  test('is named by its address without user and password', async () => {
    const url = await makeDatabase();
    const place = `postgres://127.0.0.1:${server.port}${new URL(url).pathname}`;
    expect((await open(url)).name).toBe(place);
    expect((await open(`${url}?schema=other`)).name).toBe(`${place}?schema=other`);
  });

  test('leaves no connection when it is closed', async () => {
    const url = await makeDatabase();
    const log = await openPostgresLog(url);
    await Promise.all(Array.from({ length: 10 }, () => log.count()));
    await log.close();
    const ours = `select count(*)::integer from pg_stat_activity where application_name = 'share-contracts'
      and datname = '${new URL(url).pathname.slice(1)}'`;
    await expect.poll(() => commandPostgres(server.url, ours)).toEqual([{ count: 0 }]);
    await expect(log.count()).rejects.toThrow('The store is closed.');
  });
});

describe('refuses', () => {
  test.each([
    ['no URL', 'database', 'no URL'],
    ['another kind of store', 'valkey://user:secret@host/0', 'a URL of "valkey:"'],
    [
      'a name of a schema that needs quotes',
      'postgres://user:secret@host/db?schema=a"b',
      '"a\\"b"',
    ],
    [
      'a name of a schema that PostgreSQL keeps to itself',
      'postgres://host/db?schema=pg_x',
      '"pg_x"',
    ],
  ])('%s', async (_, url, found) => {
    const error = await openPostgresLog(url).catch((reason) => reason);
    expect(error).toMatchObject({ name: 'StateLogError' });
    expect(error.message).toContain(`found ${found}.`);
    expect(error.message).not.toContain('secret');
  });

  test('a port where nobody listens', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    listener.close();
    await once(listener, 'close');
    const port = typeof address === 'object' ? String(address?.port) : '';
    expect(await refusal(changeUrl(server.url, { port }))).toMatchInlineSnapshot(`
      "postgres://127.0.0.1:PORT/postgres: expected a PostgreSQL database that can be used, found a refused connection.
        Start PostgreSQL there, or correct host and port."
    `);
  });

  test('a host that is unknown', async () => {
    expect(await refusal(changeUrl(server.url, { hostname: 'host.invalid' }))).toMatch(
      /^postgres:\/\/host\.invalid:PORT\/postgres: expected .*, found no (host of that name|answer about the name of the host)\./,
    );
  });

  test('a wrong password', async () => {
    expect(await refusal(changeUrl(server.url, { password: 'x1y2z3' }))).toMatchInlineSnapshot(`
      "postgres://127.0.0.1:PORT/postgres: expected a PostgreSQL database that can be used, found a wrong user or password.
        Correct user and password in the URL."
    `);
  });

  test('an address without the password that is asked for', async () => {
    expect(await refusal(changeUrl(server.url, { password: '' }))).toMatchInlineSnapshot(`
      "postgres://127.0.0.1:PORT/postgres: expected a PostgreSQL database that can be used, found that it asks for a password.
        Write it into the URL: postgres://user:password@host/…."
    `);
  });

  test('a database that is unknown', async () => {
    expect(await refusal(changeUrl(server.url, { pathname: 'other' }))).toMatchInlineSnapshot(`
      "postgres://127.0.0.1:PORT/other: expected a PostgreSQL database that can be used, found no database of that name.
        Correct the name in the URL, or create it by "createdb"."
    `);
  });

  test('a user who may create no schema', async () => {
    const url = await makeDatabase();
    expect(named(await refusal(changeUrl(url, await makeGuest())))).toMatchInlineSnapshot(`
      "postgres://127.0.0.1:PORT/DATABASE: expected permission to create schema "share_contracts" with its tables, found none.
        As an owner of the database run: create schema "share_contracts" authorization "the user of the URL""
    `);
  });

  test('a user who may not use the schema', async () => {
    const url = await makeDatabase();
    await (await open(url)).count();
    expect(named(await refusal(changeUrl(url, await makeGuest())))).toMatchInlineSnapshot(`
      "postgres://127.0.0.1:PORT/DATABASE: expected a PostgreSQL database that can be used, found no permission for that.
        Grant the user its schema and tables, or use another user."
    `);
  });

  test('a server that has all its connections', async () => {
    const guest = await makeGuest('connection limit 0');
    expect(await refusal(changeUrl(server.url, guest))).toMatchInlineSnapshot(`
      "postgres://127.0.0.1:PORT/postgres: expected a PostgreSQL database that can be used, found too many connections.
        Raise max_connections of the server, or end other clients: each of our servers takes up to 4."
    `);
  });

  test('a database that is read only', async () => {
    const url = await makeDatabase();
    const name = new URL(url).pathname.slice(1);
    await commandPostgres(url, `alter database ${name} set default_transaction_read_only = on`);
    expect(named(await refusal(url))).toMatchInlineSnapshot(`
      "postgres://127.0.0.1:PORT/DATABASE: expected a PostgreSQL database that can be used, found a server that only reads.
        Name the primary in the URL; a standby, or a database that is set to read only, takes nothing."
    `);
  });

  test('a database that cannot keep all texts', async () => {
    const url = await makeDatabase(
      "encoding latin1 lc_collate 'C' lc_ctype 'C' template template0",
    );
    expect(named(await refusal(url))).toMatchInlineSnapshot(`
      "postgres://127.0.0.1:PORT/DATABASE: expected a database in UTF8, found one in LATIN1.
        Create one by "createdb --encoding=UTF8 --template=template0"."
    `);
  });

  test('a server without TLS where TLS is asked for', async () => {
    expect(await refusal(`${server.url}?sslmode=verify-full`)).toMatchInlineSnapshot(`
      "postgres://127.0.0.1:PORT/postgres: expected a PostgreSQL database that can be used, found a server without TLS.
        Turn TLS on there, or leave "sslmode" out of the URL."
    `);
  });

  test.each([
    ['a table', 'create table public.other (id integer)'],
    ['a table of that name', 'create table public.format (id integer)'],
    ['a table of that form', 'create table public.format as select 1 as version, $$x$$ as program'],
  ])('a schema with %s of something else', async (_, statement) => {
    const url = await makeDatabase();
    await commandPostgres(url, statement);
    expect(named(await refusal(`${url}?schema=public`))).toContain(
      'expected tables of format 1, or none, in schema "public", found tables of something else.',
    );
  });

  test('tables of another release', async () => {
    const url = await makeDatabase();
    await (await openPostgresLog(url)).close();
    await commandPostgres(url, 'update share_contracts.format set version = 2');
    expect(named(await refusal(url))).toMatchInlineSnapshot(`
      "postgres://127.0.0.1:PORT/DATABASE: expected tables of format 1, or none, in schema "share_contracts", found tables of format 2.
        Use the release that made them, or name another schema by "?schema=". To lose what they have, drop the schema."
    `);
  });

  test('what is no PostgreSQL server, and what never answers', async () => {
    const listener = createServer((socket) => {
      socket.on('error', () => {});
      const answer = answers.pop();
      if (answer !== undefined) socket.end(answer);
    });
    const answers = ['', 'HTTP/1.1 400 Bad Request\r\n\r\n', '-ERR unknown command\r\n'];
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    onTestFinished(() => void listener.close());
    const address = listener.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const url = changeUrl(server.url, { port });
    const cut = 'found a connection that was cut.';
    expect(await refusal(url)).toContain(cut);
    expect(await refusal(url)).toContain(cut);
    expect(await refusal(url)).toContain(cut);
    expect(await refusal(url, 100)).toContain('found no answer in time.');
  });

  test('a server that shuts down, and a standby', async () => {
    const own = await startPostgres();
    onTestFinished(() => own.stop());
    const client = new pg.Client({ connectionString: own.url });
    client.on('error', () => {});
    await client.connect();
    process.kill(own.pid, 'SIGTERM');
    await expect
      .poll(() => refusal(own.url))
      .toContain('found a server that is starting or shutting down.');
    await client.end();
    await own.end();
    await writeFile(join(own.folder, 'data', 'standby.signal'), '');
    await own.start();
    expect(await refusal(own.url)).toMatchInlineSnapshot(`
      "postgres://127.0.0.1:PORT/postgres: expected the primary, found a standby.
        Name the primary in the URL."
    `);
  });
});

/** Without names that differ from test to test. */
function named(text: string): string {
  return text.replaceAll(/database_\d+/g, 'DATABASE');
}

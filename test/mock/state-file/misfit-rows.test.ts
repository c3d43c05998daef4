import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { MARK_OFFSET, MARK_SIZE } from '../../../src/mock/state-file/mark.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { CREGO, SHARES, share, startKept } from './kept-mock.ts';

/** Writes a state file with one more share, changes it by SQL and gives its path. */
async function writeChanged(sql: string): Promise<{ file: string; folder: string }> {
  const { at, path } = await makeFolder();
  const file = at('state.db');
  {
    using server = startKept(file);
    await share(server);
    await share(server, '/~a');
  }
  using db = new DatabaseSync(file);
  db.exec(sql);
  return { file, folder: path };
}

/** Message of a server that does not start. */
function refusalOf({ file, folder }: { file: string; folder: string }): string {
  try {
    startKept(file)[Symbol.dispose]();
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(folder, 'FOLDER') : String(error);
  }
  return 'not refused';
}

const LAST = 'world = 1 and place = (select max(place) from entries where world = 1)';
const SECRET = 'not-to-be-shown';
const set = (path: string, value: string) =>
  `update entries set value = json_set(value, '$.${path}', ${value}) where ${LAST}`;
const setClock = (path: string, value: string) =>
  `update sandboxes set settings = json_set(settings, '$.clock.${path}', json('${value}')) where name = 'a'`;

describe('a start', () => {
  test.each<[what: string, sql: string, found: RegExp]>([
    ['of another type', set('expires_at', '5'), /\/expires_at: expected string, found number$/m],
    [
      'of no date',
      set('expires_at', `'${SECRET}'`),
      /\/expires_at: expected format .*, found string$/m,
    ],
    [
      'missing',
      `update entries set value = json_remove(value, '$.token') where ${LAST}`,
      /\/token: expected a .*, found nothing$/m,
    ],
    [
      'under another key',
      `update entries set key = '"other"' where ${LAST}`,
      /key "other", expected the key of its row, which is "\w{26}"$/m,
    ],
    [
      'under a key that is no text',
      `update entries set key = '5' where ${LAST}`,
      /key 5, expected the key of its row/m,
    ],
  ])('refuses a row with a value %s, and says where it is', async (_what, sql, found) => {
    const refusal = refusalOf(await writeChanged(sql));
    expect(refusal).toMatch(
      /^FOLDER\/state\.db: expected rows that fit their tables, found others:\n {2}API "crego", sandbox "default", seed "default", table "shares", key /,
    );
    expect(refusal).toMatch(found);
    expect(refusal).not.toContain(SECRET);
  });

  test('names ten rows at most, and how many there are', async () => {
    const { at, path } = await makeFolder();
    {
      using server = startKept(at('state.db'), { scenario: 'many' });
      await server.ask(`GET ${SHARES}`);
    }
    {
      using db = new DatabaseSync(at('state.db'));
      db.exec(
        "update entries set value = json_set(value, '$.token', 1) where table_name = 'shares'",
      );
    }
    const refusal = refusalOf({ file: at('state.db'), folder: path });
    expect(refusal.match(/\/token: expected/g)).toHaveLength(10);
    expect(refusal).toContain('\n  and 240 more\n');
  });

  test('goes on without such rows in a repair, which names each', async () => {
    const { file } = await writeChanged(set('expires_at', '5'));
    const losses: string[] = [];
    const onLoss = (loss: string) => losses.push(loss);
    {
      using server = startKept(file, {}, CREGO, { onLoss });
      expect((await server.ask(`GET ${SHARES}`)).body.count).toBe(2);
      expect((await share(server)).status).toBe(201);
    }
    expect(losses).toEqual([
      expect.stringMatching(
        /: a row is lost, API "crego", .*\/expires_at: expected string, found number\.$/,
      ),
    ]);
    using next = startKept(file);
    expect((await next.ask(`GET ${SHARES}`)).body.count).toBe(3);
  });

  test.each<[what: string, sql: string, found: string]>([
    ['a clock of the year 9999', setClock('start', '253390000000000'), '/clock/start'],
    ['a clock before 1970', setClock('start', '-1'), '/clock/start'],
    [
      'a clock that is set too far',
      setClock('setTo', '{"instant":253402300800000,"at":0}'),
      '/clock/setTo/instant: must be a time from 1970-01-01T00:00:00Z to 9998-12-31T23:59:59Z',
    ],
    ['a clock that is moved too far', setClock('moved', '1e300'), '/clock/moved'],
    ['a clock that began too early', setClock('begunAt', '-1e300'), '/clock/begunAt'],
    [
      'a rate above 1',
      `update sandboxes set settings = json_set(settings, '$.faults', json('[{"rate":2}]')) where name = 'a'`,
      '/faults/0/rate',
    ],
    [
      'a webhook for no server',
      `update sandboxes set settings = json_set(settings, '$.webhook', json('{"url":"mailto:a","secret":"s"}')) where name = 'a'`,
      '/webhook/url',
    ],
    [
      'a name that no path has',
      "update sandboxes set name = 'a b' where name = 'a'",
      'its name is none',
    ],
  ])('refuses a sandbox with %s; a repair goes on without it', async (_what, sql, found) => {
    const changed = await writeChanged(sql);
    const refusal = refusalOf(changed);
    expect(refusal).toMatch(
      /^FOLDER\/state\.db: expected an intact state file, found a damaged one: sandbox "a( b)?", its /,
    );
    expect(refusal).toContain(found);
    const losses: string[] = [];
    const onLoss = (loss: string) => losses.push(loss);
    using server = startKept(changed.file, {}, CREGO, { onLoss });
    expect(losses).toEqual([expect.stringMatching(/: sandbox "a( b)?" is lost\. Its /)]);
    const { sandboxes } = (await server.ask('GET /_mock/sandboxes')).body;
    expect(sandboxes.map(({ name }: { name: string }) => name)).toEqual(['default']);
  });

  test('refuses a time of the last activity that is none', async () => {
    const refusal = refusalOf(await writeChanged('update server set seen_at = 9e999'));
    expect(refusal).toContain('a damaged one: no time of the last activity, but Infinity');
  });

  test('takes a file of format 1, whose changes have no numbers', async () => {
    const { file } = await writeChanged(`
      alter table server drop column sequence; drop table room; pragma user_version = 1`);
    await using handle = await open(file, 'r+');
    await handle.write(Buffer.alloc(MARK_SIZE), 0, MARK_SIZE, MARK_OFFSET);
    {
      using server = startKept(file);
      expect((await server.ask(`GET ${SHARES}`)).body.count).toBe(3);
      expect((await share(server)).status).toBe(201);
    }
    using next = startKept(file);
    expect((await next.ask(`GET ${SHARES}`)).body.count).toBe(4);
  });
});

import { copyFile, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { openStateFile } from '../../../src/mock/state-file/open-state-file.ts';
import { StateFileError } from '../../../src/mock/state-file/state-file-error.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { share, startKept } from './kept-mock.ts';

/** Message of the refusal of a file, its folder called FOLDER. */
function refusalOf(file: string, folder: string): string {
  try {
    openStateFile(file).close();
  } catch (error) {
    if (error instanceof StateFileError) return error.message.replaceAll(folder, 'FOLDER');
    throw error;
  }
  throw new Error(`${file} is not refused.`);
}

/** Runs SQL over a database, which is made where there is none. */
function runSql(file: string, sql: string): void {
  using db = new DatabaseSync(file);
  db.exec(sql);
}

/** Writes a state file in which a share was created. */
async function writeState(file: string): Promise<void> {
  using server = startKept(file);
  await share(server);
}

type Write = (file: string) => Promise<unknown>;

/** Overwrites a page with other bytes. */
const tear: Write = async (file) => {
  await writeState(file);
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill('x', 4096, 8192));
};
const cut: Write = async (file) => {
  await writeState(file);
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length - 5000));
};
const change =
  (sql: string): Write =>
  async (file) => {
    await writeState(file);
    runSql(file, sql);
  };

/** Writes a database as a program leaves it that is killed: its last change is in the log beside it. */
async function writeLogged(file: string, before: string, last: string): Promise<void> {
  using db = new DatabaseSync(`${file}.open`);
  db.exec(`${before}; pragma journal_mode = wal; ${last}`);
  for (const end of ['', '-wal']) await copyFile(`${file}.open${end}`, file + end);
}

const CASES: readonly (readonly [name: string, write: Write])[] = [
  ['a text', (file) => writeFile(file, 'Dear diary,\n'.repeat(500))],
  ['a short text', (file) => writeFile(file, 'x')],
  ['a database of another program', async (file) => runSql(file, 'create table notes (id)')],
  [
    'a database of another program with a log beside it',
    (file) => writeLogged(file, 'create table notes (id)', 'insert into notes values (1)'),
  ],
  [
    'a database that is marked as one of another program',
    change('pragma application_id = 252006673'),
  ],
  ['a state file of another format', change('pragma user_version = 3')],
  ['a torn state file', tear],
  ['a cut state file', cut],
  ['a state file without one of its tables', change('drop table entries')],
  [
    'a state file with a row that is none',
    change("pragma ignore_check_constraints = 1; update entries set value = '{' where place = 0"),
  ],
  [
    'a state file with settings that are none',
    change(`update sandboxes set settings = '{"drawn":-1}'`),
  ],
  ['a folder', (file) => mkdir(file)],
];

describe('openStateFile', () => {
  test.each(CASES)('refuses %s and leaves it as it is', async (_name, write) => {
    const { path, at } = await makeFolder();
    const file = at('state.db');
    await write(file);
    const before = await readFolder(path);
    expect(refusalOf(file, path)).toMatchSnapshot();
    expect(await readFolder(path)).toEqual(before);
  });

  test('refuses a database of another program that is in its log as yet', async () => {
    const { path, at } = await makeFolder();
    const file = at('state.db');
    await writeLogged(file, 'pragma user_version = 0', 'create table notes (id)');
    expect(refusalOf(file, path)).toContain('an SQLite database of another program');
    runSql(file, 'insert into notes values (1)');
  });

  test('refuses a file in a folder that is not there, or in a file', async () => {
    const { path, at, write } = await makeFolder();
    await write('file', '');
    expect(refusalOf(at('none/state.db'), path)).toMatchInlineSnapshot(`
      "FOLDER/none/state.db: expected a file in a folder that is there, found no folder FOLDER/none.
        Make it, or name another."
    `);
    expect(refusalOf(at('file/state.db'), path)).toMatchInlineSnapshot(`
      "FOLDER/file/state.db: expected a file in a folder that is there, found no folder FOLDER/file.
        Make it, or name another."
    `);
  });

  test('refuses a device', () => {
    expect(refusalOf('/dev/null', '/dev')).toMatchInlineSnapshot(`
      "FOLDER/null: expected a file, found a device or a pipe.
        Name a file."
    `);
  });

  test('refuses a file that another server has open, by any path', async () => {
    const { path, at } = await makeFolder();
    const file = at('state.db');
    await symlink(file, at('link.db'));
    const state = openStateFile(file);
    expect(refusalOf(file, path)).toMatchInlineSnapshot(`
      "FOLDER/state.db: expected a file that nobody else has open, found one in use by another server or program.
        Stop that one, or give this one a file of its own."
    `);
    expect(refusalOf(at('link.db'), path)).toContain('in use');
    state.close();
    openStateFile(at('link.db')).close();
  });

  test('makes a missing file, and takes an empty one', async () => {
    const { at, write } = await makeFolder();
    for (const file of [at('missing.db'), await write('empty.db', '')]) {
      await writeState(file);
      using server = startKept(file);
      expect((await share(server)).status).toBe(201);
    }
  });

  test('takes a name that SQLite would read otherwise', async () => {
    const { path, at } = await makeFolder();
    for (const name of [':memory:', 'file:a?mode=memory', 'a b#c%20?immutable=1']) {
      await writeState(at(name));
      await writeState(at(name));
      expect(await readdir(path)).toContain(name);
    }
  });

  test('leaves nothing beside the file when it is closed', async () => {
    const { path, at } = await makeFolder();
    await writeState(at('state.db'));
    expect(await readdir(path)).toEqual(['state.db']);
  });
});

/** Names and contents of what is in a folder. */
async function readFolder(path: string): Promise<Record<string, string | undefined>> {
  const names = (await readdir(path)).toSorted();
  const read = async (name: string) => [
    name,
    await readFile(`${path}/${name}`, 'base64').catch(() => undefined),
  ];
  return Object.fromEntries(await Promise.all(names.map(read)));
}

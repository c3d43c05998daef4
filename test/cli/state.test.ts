import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { openStateFile } from '../../src/mock/state-file/open-state-file.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { callMock, callProgram } from './call-program.ts';
import { createShare, listShares } from './shares.ts';
import { useFolder } from './use-folder.ts';

/** File of the system that nobody can write, not even root. */
const READ_ONLY =
  process.platform === 'darwin'
    ? '/System/Library/CoreServices/SystemVersion.plist'
    : '/proc/sys/kernel/ostype';

const IN_USE = `expected a file that nobody else has open, found one in use by another server or program.
  Stop that one, or give this one a file of its own.
`;
const NO_RIGHT = `expected a file that can be read and written, in a folder that can be written, found no right to do so.
  Change the rights, or name another file.
`;

/** Message of a server that does not start with a file of a folder. */
async function refuse(folder: string, file: string): Promise<string> {
  const spec = join(ROOT, 'openapi/crego/openapi.yaml');
  const outcome = await callProgram(['mock', spec, '--port', '0', '--state', file]);
  expect(outcome).toMatchObject({ code: 2, stdout: '' });
  return outcome.stderr.replace(folder, 'FOLDER');
}

describe('share-contracts mock --state', () => {
  useFolder({});

  test('keeps the file for itself', async () => {
    const { path, at } = await makeFolder();
    await using mock = await callMock(['--quiet', '--state', at('state.db')]);
    expect(mock.url).toMatch(/^http/);
    expect(await refuse(path, at('state.db'))).toBe(`--state FOLDER/state.db: ${IN_USE}`);
  });

  test('leaves one file where it is told to end, whatever its name', async ({ expect }) => {
    const args = ['--quiet', '--state', ':memory:'];
    await using mock = await callMock(args);
    const share = await createShare(mock);
    expect(await readdir('.')).toEqual([':memory:', ':memory:-wal']);
    const { code, stderr } = await mock.end('SIGTERM');
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^Mock server listens on [^\n]*\n( {2}\S+ +http\S+\n)+Stop it with Ctrl\+C\.\n$/,
    );
    expect(await readdir('.')).toEqual([':memory:']);
    await using next = await callMock(args);
    expect(await listShares(next)).toContain(share);
  });

  test('leaves the file to others where it cannot listen', async () => {
    const { at } = await makeFolder();
    const args = ['mock', '--port', '0', '--host', '192.0.2.1', '--state', at('state.db')];
    expect(await callProgram(args)).toMatchObject({ code: 2, stdout: '' });
    openStateFile(at('state.db')).close();
  });

  test('refuses a file that is no database', async ({ expect }) => {
    const { path, write } = await makeFolder();
    const file = await write('diary.txt', 'Dear diary,\n'.repeat(100));
    expect(await refuse(path, file)).toMatchInlineSnapshot(`
      "--state FOLDER/diary.txt: expected a state file of share-contracts, found no SQLite database.
        Name another file, or move this one away to begin with a new one.
      "
    `);
    expect(await readFile(file, 'utf8')).toMatch(/^Dear diary/);
  });

  // What the system refuses to root as well, to whom no mode of a file forbids anything.
  test('refuses a file that may not be written', async () => {
    const refusal = await refuse(dirname(READ_ONLY), READ_ONLY);
    expect(refusal).toBe(`--state FOLDER/${basename(READ_ONLY)}: ${NO_RIGHT}`);
  });

  test('refuses a new file in a folder that may not be written', async () => {
    expect(await refuse('/dev/fd', '/dev/fd/state.db')).toBe(
      `--state FOLDER/state.db: ${NO_RIGHT}`,
    );
  });

  test('refuses a file beside which its log may not be written', async () => {
    const { path, at } = await makeFolder();
    openStateFile(at('state.db')).close();
    const before = await readFile(at('state.db'));
    await mkdir(at('state.db-wal'));
    expect(await refuse(path, at('state.db'))).toBe(`--state FOLDER/state.db: ${NO_RIGHT}`);
    expect(await readFile(at('state.db'))).toEqual(before);
  });

  test('refuses a file whose log is gone, unless it is to be repaired', async () => {
    const { path, at } = await makeFolder();
    const file = at('state.db');
    {
      await using mock = await callMock(['--quiet', '--state', at('live.db')]);
      await createShare(mock);
      await copyFile(at('live.db'), file);
    }
    expect(await refuse(path, file)).toMatch(
      /^--state FOLDER\/state\.db: expected the last \d+ changes that a server acknowledged, in its log \S+, found no log\.\n/,
    );
    await using mock = await callMock(['--quiet', '--state', file, '--state-repair']);
    const share = await createShare(mock);
    expect(await listShares(mock)).toContain(share);
    const { code, stderr } = await mock.end('SIGTERM');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^--state \S+\/state\.db: the last \d+ changes are lost\./);
  });

  test('refuses rows that do not fit, with their place', async () => {
    const { at } = await makeFolder();
    const file = at('state.db');
    {
      await using mock = await callMock(['--quiet', '--state', file]);
      await createShare(mock);
    }
    {
      using db = new DatabaseSync(file);
      db.exec("update entries set value = '{}' where table_name = 'shares' and place > 1");
    }
    const { code, stdout, stderr } = await callProgram(['mock', '--port', '0', '--state', file]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^--state \S+: expected rows that fit .*:\n {2}API "crego", sandbox "default", seed "default", table "shares", key "\w{26}", \//,
    );
  });

  test('says in a line of JSON that nothing is kept any more', async () => {
    const { at } = await makeFolder();
    await using mock = await callMock(['--quiet', '--json', '--state', at('state.db')]);
    await createShare(mock);
    await rm(at('state.db'));
    await expect(createShare(mock)).rejects.toThrow('500');
    const { stderr } = await mock.end('SIGTERM');
    const events = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events.map(({ event }) => event)).toEqual(['start', 'state']);
    expect(events[1].message).toContain('it was deleted or moved away while in use');
  });
});

import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/root.ts';
import { openStateFile } from '../../src/mock/state-file/open-state-file.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { callMock, callProgram } from './call-program.ts';
import { endRunningClis, type RunningMock, startMock } from './run-cli.ts';
import { useFolder } from './use-folder.ts';

const SHARES = '/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';
const HEADERS = { authorization: 'Bearer x', 'content-type': 'application/json' };

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

async function createShare({ url }: RunningMock): Promise<string> {
  const body = JSON.stringify({ expires_at: '2030-01-01T00:00:00Z' });
  const answer = await fetch(url + SHARES, { method: 'POST', headers: HEADERS, body });
  expect(answer.status).toBe(201);
  return (await answer.json()).id;
}

/** Identifiers of all shares of the document. */
async function listShares({ url }: RunningMock): Promise<string[]> {
  const answer = await fetch(`${url}${SHARES}?page_size=100`, { headers: HEADERS });
  const { results, count } = await answer.json();
  expect(results.length).toBe(count);
  return results.map(({ id }: { id: string }) => id);
}

/** Message of a server that does not start with a file of a folder. */
async function refuse(folder: string, file: string): Promise<string> {
  const spec = join(ROOT, 'openapi/crego/openapi.yaml');
  const outcome = await callProgram(['mock', spec, '--port', '0', '--state', file]);
  expect(outcome).toMatchObject({ code: 2, stdout: '' });
  return outcome.stderr.replace(folder, 'FOLDER');
}

describe('share-contracts mock --state', () => {
  useFolder({});
  afterAll(endRunningClis);

  test('keeps each share whose answer arrived before the server was killed', async () => {
    const { path, at } = await makeFolder();
    const args = ['--port', '0', '--quiet', '--state', at('state.db')];
    await using killed = await startMock(args);
    const arrived: string[] = [];
    const create = async () => {
      for (;;) {
        arrived.push(await createShare(killed));
        if (arrived.length === 15) killed.end('SIGKILL');
      }
    };
    // Several at a time, so that the server is killed amid their requests.
    await Promise.allSettled([create(), create(), create()]);
    expect(arrived.length).toBeGreaterThanOrEqual(15);
    expect(new Set(arrived).size).toBe(arrived.length);
    await using next = await startMock(args);
    expect(await listShares(next)).toEqual(expect.arrayContaining(arrived));
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
});

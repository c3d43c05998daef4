import { chmod, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/root.ts';
import { openStateFile } from '../../src/mock/state-file/open-state-file.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { endRunningClis, type RunningMock, runCli, startMock } from './run-cli.ts';

const SHARES = '/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';
const HEADERS = { authorization: 'Bearer x', 'content-type': 'application/json' };

const NO_RIGHT = `expected a file that can be read and written, in a folder that can be written, found no right to do so.
  Change the rights, or name another file.
`;

const start = (...args: string[]) => startMock(['--port', '0', '--quiet', ...args]);

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
async function refuse(folder: string, file: string, uid?: number): Promise<string> {
  const spec = join(ROOT, 'openapi/crego/openapi.yaml');
  const outcome = await runCli(['mock', spec, '--port', '0', '--state', file], { uid });
  expect(outcome).toMatchObject({ code: 2, stdout: '' });
  return outcome.stderr.replace(folder, 'FOLDER');
}

describe('share-contracts mock --state', () => {
  afterAll(endRunningClis);

  test('keeps each share whose answer arrived before the server was killed', async () => {
    const { at } = await makeFolder();
    const arrived: string[] = [];
    for (const isLast of [false, false, true]) {
      await using mock = await start('--state', at('state.db'));
      expect(await listShares(mock)).toEqual(expect.arrayContaining(arrived));
      if (isLast) break;
      const before = arrived.length;
      const create = async () => {
        for (;;) arrived.push(await createShare(mock));
      };
      // Several at a time, so that the server is killed amid their requests.
      const creating = [create(), create(), create()].map((loop) => loop.catch(() => {}));
      while (arrived.length < before + 15) await new Promise(setImmediate);
      await mock.end('SIGKILL');
      await Promise.all(creating);
    }
    expect(new Set(arrived).size).toBe(arrived.length);
  });

  test('leaves one file where it is told to end, whatever its name', async ({ expect }) => {
    const { path } = await makeFolder();
    const args = ['--port', '0', '--quiet', '--state', ':memory:'];
    await using mock = await startMock(args, { cwd: path });
    const share = await createShare(mock);
    expect(await readdir(path)).toEqual([':memory:', ':memory:-wal']);
    const { code, stderr } = await mock.end('SIGTERM');
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^Mock server listens on [^\n]*\n( {2}\S+ +http\S+\n)+Stop it with Ctrl\+C\.\n$/,
    );
    expect(await readdir(path)).toEqual([':memory:']);
    await using next = await startMock(args, { cwd: path });
    expect(await listShares(next)).toContain(share);
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

  test('refuses a file that another process has open', async ({ expect }) => {
    const { path, at } = await makeFolder();
    const state = openStateFile(at('state.db'));
    expect(await refuse(path, at('state.db'))).toMatchInlineSnapshot(`
      "--state FOLDER/state.db: expected a file that nobody else has open, found one in use by another server or program.
        Stop that one, or give this one a file of its own.
      "
    `);
    state.close();
  });

  test.for([
    ['a file that may not be written', 0o444, 0o755],
    ['a file in a folder that may not be written', 0o666, 0o555],
  ] as const)('refuses %s', async ([, mode, folderMode], { expect }) => {
    const { path, at } = await makeFolder();
    openStateFile(at('state.db')).close();
    const before = await readFile(at('state.db'));
    await chmod(at('state.db'), mode);
    await chmod(path, folderMode);
    // Nothing is forbidden to root.
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    const refusal = await refuse(path, at('state.db'), uid);
    await chmod(path, 0o755);
    await chmod(at('state.db'), 0o644);
    expect(refusal).toBe(`--state FOLDER/state.db: ${NO_RIGHT}`);
    expect(await readFile(at('state.db'))).toEqual(before);
  });

  test.for([false, true])(
    'loads SQLite only where it is asked for: %s',
    async (isAsked, { expect }) => {
      const { at } = await makeFolder();
      const report = at('loaded.json');
      const code = `process.on('exit', () => process.getBuiltinModule('node:fs').writeFileSync(
      ${JSON.stringify(report)}, JSON.stringify(process.moduleLoadList)))`;
      const preload = `data:text/javascript,${encodeURIComponent(code)}`;
      const state = isAsked ? ['--state', at('state.db')] : [];
      await using mock = await startMock(['--port', '0', '--quiet', ...state], {
        env: { NODE_OPTIONS: `--import=${preload}` },
      });
      await createShare(mock);
      await mock.end('SIGTERM');
      const loaded: string[] = JSON.parse(await readFile(report, 'utf8'));
      expect(loaded.includes('NativeModule sqlite')).toBe(isAsked);
    },
  );
});

import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { processRuns } from '../support/property-runs.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { type CliOptions, endRunningClis, type RunningMock, startMock } from './run-cli.ts';
import { createShare, listShares } from './shares.ts';

/** Changes a limit of a process from outside; part of util-linux. */
const PRLIMIT = '/usr/bin/prlimit';
/** Shares that the document has at first. */
const SEEDED = 2;
const REASON = 'the system reports an input/output error, or a limit to the size of files';

const start = (file: string, options?: CliOptions) =>
  startMock(['--port', '0', '--quiet', '--state', file], options);

const readHealth = async ({ url }: RunningMock) => (await fetch(`${url}/_mock/health`)).json();

/** Creates shares until the first one is refused; gives those created, and the refusal. */
async function createUntilRefused(mock: RunningMock) {
  const created: string[] = [];
  for (;;) {
    try {
      created.push(await createShare(mock));
    } catch (error) {
      return { created, refusal: String(error) };
    }
  }
}

describe('share-contracts mock --state', () => {
  afterAll(endRunningClis);

  test('keeps each share whose answer arrived before the server was killed', async () => {
    const { at } = await makeFolder();
    const arrived: string[] = [];
    for (let run = processRuns(2, 50); run > 0; run -= 1) {
      await using killed = await start(at('state.db'));
      const last = arrived.length + randomInt(1, 40);
      const create = async () => {
        for (;;) {
          arrived.push(await createShare(killed));
          if (arrived.length === last) void killed.end('SIGKILL');
        }
      };
      // Several at a time, so that the server is killed amid their requests.
      await Promise.allSettled([create(), create(), create()]);
      expect(arrived.length).toBeGreaterThanOrEqual(last);
      expect(new Set(arrived).size).toBe(arrived.length);
      await using next = await start(at('state.db'));
      expect(await listShares(next)).toEqual(expect.arrayContaining(arrived));
      await next.end('SIGKILL');
    }
  });

  test('refuses changes alone once no more can be written, and keeps all others', async () => {
    for (let run = processRuns(1, 20); run > 0; run -= 1) {
      const { at } = await makeFolder();
      await using full = await start(at('state.db'), { fileLimit: randomInt(300, 2000) });
      const { created, refusal } = await createUntilRefused(full);
      expect(refusal).toBe('Error: 500 {"detail":"A server error occurred."}');
      await expect(createShare(full)).rejects.toThrow('500');
      expect((await listShares(full)).length).toBe(SEEDED + created.length);
      expect((await listShares(full, '/~fresh')).length).toBe(SEEDED);
      expect((await fetch(`${full.url}/`)).status).toBe(200);
      expect(await readHealth(full)).toMatchObject({
        status: 'failing',
        failure: { reason: REASON, since: expect.stringMatching(/^\d{4}-/) },
      });
      const { code, stderr } = await full.end('SIGTERM');
      expect(code).toBe(0);
      expect(stderr.split('Ctrl+C.\n')[1]).toBe(
        `--state ${at('state.db')} keeps no changes: ${REASON}. Changes are refused until that is mended, reads go on.\n`,
      );
      await using next = await start(at('state.db'));
      const kept = await listShares(next);
      expect(kept).toEqual(expect.arrayContaining(created));
      expect(kept.length).toBe(SEEDED + created.length);
      await next.end('SIGTERM');
    }
  });

  test.runIf(existsSync(PRLIMIT))('goes on by itself when there is room again', async () => {
    const { at } = await makeFolder();
    await using mock = await start(at('state.db'), { fileLimit: 500 });
    const { created } = await createUntilRefused(mock);
    const read = await listShares(mock, '/~fresh');
    execFileSync(PRLIMIT, ['--pid', `${mock.pid}`, '--fsize=unlimited']);
    expect(await readHealth(mock)).toMatchObject({ status: 'ok' });
    created.push(await createShare(mock));
    const { code, stderr } = await mock.end('SIGTERM');
    expect(code).toBe(0);
    expect(stderr).toMatch(
      / keeps no changes: .*\n--state .* keeps changes again, which it did not/,
    );
    await using next = await start(at('state.db'));
    expect(await listShares(next)).toEqual(expect.arrayContaining(created));
    expect(await listShares(next, '/~fresh')).toEqual(read);
  });
});

import { copyFile, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../../support/temporary-folder.ts';
import { CREGO, type KeptMock, SHARES, share, startKept } from './kept-mock.ts';

interface Place {
  readonly file: string;
  readonly at: (name: string) => string;
}

/** Server on a file of its own, with a share, and what it says about the file. */
async function startOne() {
  const { at, path } = await makeFolder();
  const notices: string[] = [];
  const onNotice = (notice: string) => notices.push(notice.replaceAll(path, 'FOLDER'));
  const file = at('state.db');
  const server = startKept(file, {}, CREGO, { onNotice });
  const { body: first } = await share(server);
  return { server, file, at, notices, first };
}

const countOf = async ({ ask }: KeptMock, sandbox = '') =>
  (await ask(`GET ${sandbox}${SHARES}`)).body.count;

/** Puts another state file in a place of its own. */
async function writeOther(file: string): Promise<string> {
  using other = startKept(file);
  await share(other);
  return file;
}

describe('a state file in use', () => {
  test.each<[what: string, act: (place: Place) => Promise<unknown>, reason: string]>([
    ['deleted', ({ file }) => rm(file), 'it was deleted or moved away while in use'],
    [
      'moved away',
      ({ file, at }) => rename(file, at('moved.db')),
      'it was deleted or moved away while in use',
    ],
    [
      'replaced',
      async ({ file, at }) => rename(await writeOther(at('other.db')), file),
      'another file has taken the place of it while in use',
    ],
    [
      'overwritten',
      async ({ file, at }) => copyFile(await writeOther(at('other.db')), file),
      'another program has written to it while it was in use',
    ],
    ['emptied', ({ file }) => truncate(file, 0), 'it was cut while in use'],
    ['cut', ({ file }) => truncate(file, 5000), 'it was cut while in use'],
    [
      'left without its log',
      ({ file }) => rm(`${file}-wal`),
      'its log was deleted or moved away while in use',
    ],
    [
      'left with a cut log',
      ({ file }) => truncate(`${file}-wal`, 40),
      'its log was cut while in use',
    ],
    [
      'given another log',
      async ({ file, at }) => {
        await copyFile(`${file}-wal`, at('copy'));
        await rename(at('copy'), `${file}-wal`);
      },
      'another file has taken the place of its log while in use',
    ],
  ])('that is %s takes no change any more, and is read on', async (_what, act, reason) => {
    const { server, file, at, notices } = await startOne();
    await act({ file, at });
    for (const _ of [1, 2]) {
      const refused = await share(server);
      expect(refused).toEqual({ status: 500, body: { detail: 'A server error occurred.' } });
    }
    expect(await countOf(server)).toBe(3);
    expect(await countOf(server, '/~other')).toBe(2);
    expect((await server.ask('GET /_mock/health')).body).toMatchObject({
      status: 'failing',
      failure: { reason },
    });
    expect(notices).toEqual([
      `FOLDER/state.db keeps no changes: ${reason}. Changes are refused until that is mended, reads go on.`,
    ]);
    server[Symbol.dispose]();
  });

  test('takes changes again once it is back in its place, and lacks none', async () => {
    const { server, file, at, notices, first } = await startOne();
    await rename(file, at('away.db'));
    expect((await share(server)).status).toBe(500);
    await rename(at('away.db'), file);
    expect((await server.ask('GET /_mock/health')).body).toMatchObject({ status: 'ok' });
    const { body: second } = await share(server);
    expect(notices).toEqual([
      expect.stringContaining('keeps no changes'),
      expect.stringMatching(
        /^FOLDER\/state\.db keeps changes again, which it did not since \d{4}-/,
      ),
    ]);
    server[Symbol.dispose]();
    using next = startKept(file);
    const { results } = (await next.ask(`GET ${SHARES}`)).body;
    expect(results).toEqual(expect.arrayContaining([first, second]));
    expect(results.length).toBe(4);
  });

  test('leaves to others what they have put in its place', async () => {
    const { server, file, at } = await startOne();
    const other = await readFile(await writeOther(at('other.db')));
    await writeFile(file, other);
    await share(server);
    server[Symbol.dispose]();
    expect(await readFile(file)).toEqual(other);
    expect(await readdir(at('.'))).not.toContain('state.db-closing');
  });

  test('lets the control API say that it keeps nothing', async () => {
    const { server, file } = await startOne();
    await rm(file);
    const refused = await server.ask('PUT /_mock/sandboxes/default/scenario', { name: 'many' });
    expect(refused).toMatchObject({
      status: 507,
      body: { status: 507, title: 'Insufficient storage' },
    });
    expect(refused.body.detail).toContain('it was deleted or moved away');
    expect(await countOf(server)).toBe(3);
    for (const request of [
      'POST /_mock/sandboxes/default/reset',
      'PUT /_mock/sandboxes/default/clock',
      'POST /_mock/sandboxes/default/clock/advance',
    ]) {
      const body = request.endsWith('reset')
        ? undefined
        : { now: '2030-01-01T00:00:00Z', by: 'P1D' };
      const one = request.endsWith('clock') ? { now: body?.now } : body && { by: body.by };
      expect([request, (await server.ask(request, one)).status]).toEqual([request, 507]);
    }
    server[Symbol.dispose]();
  });
});

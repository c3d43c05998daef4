import { appendFile, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStateFile } from '../../../src/mock/state-file/open-state-file.ts';
import { StateFileError } from '../../../src/mock/state-file/state-file-error.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { share, startKept } from './kept-mock.ts';
import { killAfter, readShares, sizeOf } from './killed-file.ts';

/** What a repair of a file says is lost. */
function repair(file: string): string[] {
  const losses: string[] = [];
  openStateFile(file, { onLoss: (loss) => losses.push(loss) }).close();
  return losses;
}

function refusalOf(file: string): string {
  try {
    openStateFile(file).close();
  } catch (error) {
    if (error instanceof StateFileError) return error.message;
    throw error;
  }
  return 'not refused';
}

/** Overwrites bytes of a file. */
async function garble(file: string, position: number, length = 1): Promise<void> {
  await using handle = await open(file, 'r+');
  const bytes = Buffer.alloc(length);
  await handle.read(bytes, 0, length, position);
  await handle.write(
    bytes.map((byte) => byte ^ 0x55),
    0,
    length,
    position,
  );
}

describe('a state file of a server that was killed', () => {
  test('has all that was acknowledged', async () => {
    const { file, shares } = await killAfter(5);
    expect(await readShares(file)).toEqual(expect.arrayContaining([...shares]));
    // A clean stop has merged the log.
    expect(await readShares(file)).toEqual(expect.arrayContaining([...shares]));
  });

  test.each<[damage: string, inflict: (log: string) => Promise<unknown>, found: string]>([
    ['missing', (log) => rm(log), 'found no log'],
    ['empty', (log) => truncate(log, 0), 'found no log'],
    [
      'cut',
      async (log) => truncate(log, (await sizeOf(log)) - 5000),
      'found a log that is damaged',
    ],
    ['garbled at its start', (log) => garble(log, 16), 'found a log that is damaged'],
    ['garbled at its end', async (log) => garble(log, (await sizeOf(log)) - 9, 4), 'found a log'],
    ['another file', (log) => writeFile(log, 'Dear diary,\n'.repeat(2000)), 'found a log'],
  ])('is refused where its log is %s, and left as it is', async (_damage, inflict, found) => {
    const { folder, file, log, copyTo } = await killAfter(5);
    await copyTo('whole.db');
    await inflict(log);
    const contents = async () =>
      Promise.all((await readdir(folder)).map((name) => readFile(`${folder}/${name}`, 'base64')));
    const [names, before] = [await readdir(folder), await contents()];
    const refusal = refusalOf(file);
    expect(refusal).toMatch(
      /^\S+: expected the last (change|\d+ changes) that a server acknowledged, in its log \S+-wal, found /,
    );
    expect(refusal).toContain(found);
    expect(refusal).toContain('--state-repair');
    expect(await readdir(folder)).toEqual(names);
    expect(await contents()).toEqual(before);
    await rm(log, { force: true });
    for (const [end, path] of [['-wal', log]] as const) {
      await writeFile(path, await readFile(`${folder}/whole.db${end}`));
    }
    expect(refusalOf(file)).toBe('not refused');
  });

  test('is used without what is lost by a repair, which says so and makes it whole', async () => {
    const { file, log, shares } = await killAfter(5);
    await truncate(log, (await sizeOf(log)) - 100);
    const losses = repair(file);
    expect(losses).toEqual([
      expect.stringMatching(/: the last change is lost\. The last one kept is of \d{4}-/),
    ]);
    const kept = await readShares(file);
    expect(kept).toEqual(expect.arrayContaining(shares.slice(0, -1)));
    expect(kept).not.toContain(shares.at(-1));
    expect(repair(file)).toEqual([]);
    using server = startKept(file);
    expect((await share(server)).status).toBe(201);
  });

  test('is refused when it was copied without its log', async () => {
    const { file, log, shares } = await killAfter(5);
    await rm(log);
    expect(repair(file)).toEqual([expect.stringMatching(/the last \d+ changes are lost/)]);
    expect(await readShares(file)).not.toEqual(expect.arrayContaining([shares[0]]));
  });

  test('is refused where it is missing itself, and its log is not', async () => {
    const { file, log } = await killAfter(1);
    await rm(file);
    const before = await readFile(log);
    expect(refusalOf(file)).toContain(`expected the state file that the log ${log} belongs to`);
    expect(await readFile(log)).toEqual(before);
    await writeFile(file, '');
    expect(refusalOf(file)).toContain('belongs to');
  });

  test('never lacks an acknowledged change in silence, whatever became of its log', async () => {
    const { log, shares, copyTo } = await killAfter(12);
    const size = await sizeOf(log);
    const position = fc.nat({ max: size - 1 });
    const damage = fc.oneof(
      fc.record({ cutAt: position }),
      fc.record({ at: position, length: fc.integer({ min: 1, max: 9000 }) }),
      fc.record({ more: fc.integer({ min: 1, max: 9000 }) }),
    );
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(damage, async (done) => {
        runs += 1;
        const file = await copyTo(`${runs}.db`);
        if ('cutAt' in done) await truncate(`${file}-wal`, done.cutAt);
        else if ('at' in done) await garble(`${file}-wal`, done.at, done.length);
        else await appendFile(`${file}-wal`, Buffer.alloc(done.more, 'x'));
        if (refusalOf(file) !== 'not refused') return;
        expect(await readShares(file)).toEqual(expect.arrayContaining([...shares]));
        await rm(file);
      }),
      propertyRuns(60),
    );
  });
});

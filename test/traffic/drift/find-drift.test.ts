import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { readArchive } from '../../../src/har/read-archive.ts';
import { type Drift, findDrift } from '../../../src/traffic/drift/find-drift.ts';
import { readExchange } from '../../../src/traffic/exchange.ts';
import { makeFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { type Asked, KINDS, toEntry, writeContract } from './drift-kinds.ts';

const run = promisify(execFile);

async function driftOf(file: string, root: string, asked: readonly Asked[]): Promise<Drift> {
  const text = JSON.stringify({ log: { entries: asked.map(toEntry) } });
  const exchanges = readArchive('test.har', text).entries.flatMap((one) => readExchange(one) ?? []);
  return findDrift({
    contract: await loadContract(file),
    exchanges,
    server: undefined,
    root,
    onUncompilable: (error) => {
      throw error;
    },
  });
}

/** Applies a patch as a user would. */
async function apply(folder: TemporaryFolder, patch: string): Promise<void> {
  await folder.write('drift.patch', patch);
  await run('git', ['apply', '--verbose', 'drift.patch'], { cwd: folder.path });
}

const describeGroup = ({ operation, of, place, keyword }: Drift['groups'][number]) =>
  [operation, of, place, keyword].join(' ');

describe.each(['3.1.0', '3.0.3'] as const)('findDrift in OpenAPI %s', (version) => {
  test.each(KINDS)('admits %s by its patch', async (_what, asked, words) => {
    const folder = await makeFolder();
    const text = writeContract(version);
    const file = await folder.write('openapi.yaml', text);
    const { groups } = await driftOf(file, folder.path, asked);
    const group = groups[0];
    if (group?.change === undefined) throw new Error(`No change for ${JSON.stringify(groups)}`);
    if (version === '3.1.0') expect(group.change.words).toBe(words);
    await apply(folder, group.change.patch);
    const later = await driftOf(file, folder.path, asked);
    expect(later.groups.map(describeGroup)).not.toContain(describeGroup(group));
    // Comments and all lines that the change is not about stay.
    const kept = text.split('\n').filter((line) => !group.change?.patch.includes(`\n-${line}`));
    expect((await readFile(file, 'utf8')).split('\n')).toEqual(expect.arrayContaining(kept));
  });

  test('admits all of it by the patch of all', async () => {
    const folder = await makeFolder();
    const file = await folder.write('openapi.yaml', writeContract(version));
    const asked = KINDS.flatMap(([, one]) => one);
    const { groups, patch } = await driftOf(file, folder.path, asked);
    expect(groups.length).toBeGreaterThan(30);
    await apply(folder, patch);
    expect((await driftOf(file, folder.path, asked)).groups.map(describeGroup)).toEqual([]);
  });
});

import { existsSync, mkdtempDisposableSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StateLog } from '../../../src/mock/state/state-log.ts';
import { openStateFile } from '../../../src/mock/state-file/open-state-file.ts';
import { createLocalLog } from '../../../src/mock/state-log/local-log.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { append, create, readWhole } from './ask-log.ts';
import { put, SETTINGS } from './sample-changes.ts';
import { describeStateLog } from './state-log-suite.ts';

describeStateLog('a log in memory that a state file keeps', async () => {
  // What is tested is not the disk, for which each transaction would wait.
  const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempDisposableSync(join(base, 'share-contracts-test-'));
  const logs = new Map<string, StateLog>();
  return {
    open: async (space, limits) => {
      const store = () => openStateFile(join(folder.path, space));
      const log =
        logs.get(space) ?? createLocalLog({ maxSandboxes: 1000, ...limits, store: store() });
      logs.set(space, log);
      return log;
    },
    stop: async () => folder.remove(),
  };
});

test('a log that a state file keeps goes on after a restart', async () => {
  const folder = await makeFolder();
  let time = 1_000_000;
  const open = () => createLocalLog({ store: openStateFile(folder.at('s')), readTime: () => time });
  const first = open();
  const position = await create(first, 'a', [put('1')]);
  await append(first, 'a', position, [put('2')]);
  await create(first, 'b');
  await first.close();
  time += 60_000;
  const second = open();
  const changes = (await readWhole(second, 'a')) ?? [];
  const [settings] = changes;
  const rows = changes.flatMap((change) => (change.kind === 'world' ? change.delta.rows : []));
  expect(rows.map(({ key }) => key).sort()).toEqual(['1', '2']);
  const { clock } = SETTINGS;
  expect(settings).toMatchObject({
    settings: {
      clock: { begunAt: clock.start === 'now' ? clock.begunAt : clock.begunAt + 60_000 },
    },
  });
  expect((await second.list()).map(({ name }) => name)).toEqual(['b', 'a']);
  await second.close();
});

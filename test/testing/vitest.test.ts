import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { mergeCoverage } from '../../src/testing/index.ts';
import { makeFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

describe('mockTest of Vitest', () => {
  test('gives each test a sandbox, fails one that breaks a contract, and the run for what no test handles', async () => {
    const folder = await makeFolder();
    const { VITEST_WORKER_ID, VITEST_POOL_ID, VITEST, ...others } = process.env;
    const env = {
      ...others,
      NO_COLOR: '1',
      COVERAGE_FOLDER: folder.at('workers'),
      COVERAGE_FILE: folder.at('shard.json'),
    };
    const config = join(ROOT, 'test/testing/with-vitest/vitest.config.ts');
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    const { code, stdout, stderr } = await run(
      process.execPath,
      [vitest, 'run', '--config', config],
      {
        cwd: ROOT,
        env,
      },
    ).then(
      (passed) => ({ code: 0, ...passed }),
      (failed) => failed,
    );
    expect(code).toBe(1);
    expect(stdout).toContain('1 failed | 6 passed');
    expect(stderr).toContain('a share without expiry is refused\nContractBreachError: crego POST');
    expect(stderr).toContain('at body /expires_at: expected a value, got nothing');
    expect(stdout).toMatch(/^crego {2}listShares +4 {2}200 /m);
    expect(stdout).toContain('No test handles craftkit 409 (createShare, emailRender).');
    expect(stdout).not.toContain('No test handles crego listShares');
    const created = mergeCoverage([folder.at('shard.json')]).find(
      ({ api, operation }) => api === 'crego' && operation === 'createShare',
    );
    expect(created?.statuses).toMatchObject({ '201': 10, '400': 2 });
  });
});

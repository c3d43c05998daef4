import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { CHROMIUM_MISSING, HAS_CHROMIUM } from '../support/chromium.ts';
import { makeFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

describe('mockTest of Playwright', () => {
  beforeAll(() => {
    if (!HAS_CHROMIUM) throw new Error(CHROMIUM_MISSING);
  });

  test('gives each test a sandbox, fails one whose page breaks a contract, and the run for what no test handles', async () => {
    const folder = await makeFolder();
    const env = { ...process.env, CI: '1', NO_COLOR: '1', COVERAGE_FOLDER: folder.at('workers') };
    const config = join(ROOT, 'test/testing/with-playwright/playwright.config.ts');
    const playwright = join(ROOT, 'node_modules/@playwright/test/cli.js');
    const { code, stdout } = await run(process.execPath, [playwright, 'test', '--config', config], {
      cwd: ROOT,
      env,
    }).then(
      (passed) => ({ code: 0, ...passed }),
      (failed) => failed,
    );
    expect(code).toBe(1);
    expect(stdout).toContain('3 passed');
    expect(stdout).toContain('ContractBreachError: crego POST');
    expect(stdout).toContain('at body /expires_at: expected a value, got nothing');
    expect(stdout).toMatch(/^crego {2}createShare +4 {2}201 400 /m);
    expect(stdout).toContain('No test handles crego 401 (');
  });
});

import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InstalledPackage } from '../package/install-packed.ts';
import { CHROMIUM, CHROMIUM_MISSING, HAS_CHROMIUM } from '../support/chromium.ts';
import { installExample } from './install-example.ts';

interface Outcome {
  readonly code: number;
  readonly said: string;
}

const run = promisify(execFile);
const { HOME = '', PATH = '' } = process.env;

let example: InstalledPackage;
let built: Outcome;

/** Compiling, packing, installing and building take a busy machine minutes. */
const INSTALLATION = 600_000;

beforeAll(async () => {
  example = await installExample('share-manager');
  built = await runScript('build');
}, INSTALLATION);

afterAll(() => example[Symbol.asyncDispose]());

/** Runs a script of the example as its users do, with nothing of this run in its environment. */
async function runScript(name: string): Promise<Outcome> {
  const env = {
    PATH: [dirname(process.execPath), PATH].join(delimiter),
    HOME,
    CHROMIUM,
    CI: '1',
    npm_config_update_notifier: 'false',
  };
  try {
    const { stdout } = await run('npm', ['run', name], { cwd: example.folder, env });
    return { code: 0, said: stdout };
  } catch (error) {
    const { stdout, stderr }: { stdout?: string; stderr?: string } = Object(error);
    return { code: 1, said: `${stdout}${stderr}` };
  }
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(example.folder, file), 'utf8'));
}

describe('examples/share-manager on the packed package', () => {
  test('is built, without the panel that steers a mock', async () => {
    expect(built).toMatchObject({ code: 0 });
    const assets = join(example.folder, 'dist/assets');
    const files = await readdir(assets);
    const texts = await Promise.all(files.map((file) => readFile(join(assets, file), 'utf8')));
    expect(texts.join('')).toContain('Share links');
    expect(texts.join('')).not.toContain('Scenario');
  });

  test('passes its unit tests, which meet all that it must handle', async () => {
    const { code, said } = await runScript('test');
    expect(said).not.toContain('No test handles');
    expect(code).toBe(0);
    expect(await readJson('test-results/unit.json')).toMatchObject({
      success: true,
      numTotalTests: 70,
      numPassedTests: 70,
    });
  });

  test('passes its tests in Chromium', async () => {
    if (!HAS_CHROMIUM) throw new Error(CHROMIUM_MISSING);
    const { code, said } = await runScript('e2e');
    expect(said).not.toContain('No test handles');
    expect(code).toBe(0);
    expect(await readJson('test-results/e2e.json')).toMatchObject({
      stats: { expected: 18, unexpected: 0, flaky: 0, skipped: 0 },
    });
  });
});

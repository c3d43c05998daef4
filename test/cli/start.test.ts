import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { endRunningClis, runCli, startMock } from './run-cli.ts';

/** Environment in which Node keeps compiled code in a folder. */
function keepIn(folder: string): NodeJS.ProcessEnv {
  return { TMPDIR: folder, TEMP: folder, NODE_COMPILE_CACHE: undefined };
}

describe('start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'start-'));
  });
  afterAll(async () => {
    await endRunningClis();
    await rm(folder, { recursive: true });
  });

  test('keeps compiled code in the temporary folder', async ({ expect }) => {
    const { code } = await runCli(['--version'], { env: keepIn(folder) });
    expect(code).toBe(0);
    expect(await readdir(folder)).toContain('node-compile-cache');
  });

  test('serves a contract that was edited since the last start', async ({ expect }) => {
    const file = join(folder, 'a.yaml');
    const statusOf = async (path: string) => {
      const responses = `{ responses: { 200: { description: ok } } }`;
      await writeFile(file, `openapi: 3.1.0\ninfo: {}\npaths: { ${path}: { get: ${responses} } }`);
      await using mock = await startMock([file, '-p', '0'], { env: keepIn(folder) });
      return (await fetch(`${mock.url}/a`)).status;
    };
    expect([await statusOf('/a'), await statusOf('/a'), await statusOf('/b')]).toEqual([
      200, 200, 404,
    ]);
    const kept = await readdir(folder, { recursive: true });
    expect(kept.filter((name) => name.includes('a.yaml.json'))).toHaveLength(1);
  });

  test('loads nothing of Node that a server has no use for', async ({ expect }) => {
    const mock = new URL('../../src/cli/mock.ts', import.meta.url).href;
    const script = `await import('${mock}'); console.log(process.moduleLoadList.join('\\n'));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--eval', script]);
    const loaded = stdout.split('\n');
    expect(loaded).toContain('NativeModule _http_server');
    // WebSockets and `fetch`, which an import of `node:http` loads.
    expect(loaded).not.toContain('NativeModule internal/deps/undici/undici');
  });

  test('runs without a folder to keep anything in', async ({ expect }) => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const outcome = await runCli(['--version'], { env: keepIn(file) });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
  });
});

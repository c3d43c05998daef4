import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { openStateFile } from '../../src/mock/state-file/open-state-file.ts';
import { endRunningClis, runCli, startMock } from './run-cli.ts';

const UNDICI = 'NativeModule internal/deps/undici/undici';
const SQLITE = 'NativeModule sqlite';

/** Environment in which the program keeps what can be made anew in a folder. */
function keepIn(folder: string): NodeJS.ProcessEnv {
  return { XDG_CACHE_HOME: folder, NODE_COMPILE_CACHE: undefined };
}

/** Environment in which Node does something at the end of a process. */
function onExit(code: string): NodeJS.ProcessEnv {
  const script = `import { writeFileSync } from 'node:fs'; process.on('exit', () => ${code})`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
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

  test('keeps compiled code in a folder of the user', async () => {
    const outcome = await runCli(['--version'], { env: keepIn(folder) });
    expect(outcome).toEqual({ code: 0, stdout: `${packageFile.version}\n`, stderr: '' });
    const own = join(folder, 'share-contracts');
    expect(await readdir(own)).toHaveLength(1);
    expect((await stat(own)).mode & 0o777).toBe(0o700);
  });

  test('serves where nothing may be written, docs included', async () => {
    // Node refuses whatever would write, as a read-only file system does.
    const env = {
      NODE_OPTIONS: '--permission --allow-fs-read=* --allow-child-process',
      ...keepIn(join(folder, 'missing')),
    };
    await using mock = await startMock(['crego', '--port', '0'], { env });
    for (const path of ['/', '/docs/', '/_mock/health', '/_mock/metrics', '/_mock/sandboxes']) {
      expect((await fetch(`${mock.url}${path}`)).status, path).toBe(200);
    }
    const { code, stderr } = await mock.end('SIGTERM');
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/ERR_ACCESS_DENIED|Error:/);
  });

  test('says which Node it needs under an older one', async () => {
    const versions = `{ value: { ...process.versions, node: '22.18.0' } }`;
    const script = `Object.defineProperty(process, 'versions', ${versions}); Object.defineProperty(process, 'version', { value: 'v22.18.0' });`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
    expect(await runCli(['list'], { env })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'share-contracts needs Node 24 or later, and this is v22.18.0. Install one from https://nodejs.org, or in a project with "npm install --save-dev node@24" and run it by an npm script.\n',
    });
  });

  test('serves a contract that was edited since the last start', async () => {
    const file = join(folder, 'a.yaml');
    const statusOf = async (path: string) => {
      const responses = `{ responses: { 200: { description: ok } } }`;
      await writeFile(file, `openapi: 3.1.0\ninfo: {}\npaths: { ${path}: { get: ${responses} } }`);
      await using mock = await startMock([file, '-p', '0'], { env: keepIn(folder) });
      return (await fetch(`${mock.url}/a`)).status;
    };
    expect([await statusOf('/a'), await statusOf('/b')]).toEqual([200, 404]);
    const kept = await readdir(folder, { recursive: true });
    expect(kept.filter((name) => name.includes('a.yaml.json'))).toHaveLength(1);
  });

  test('loads nothing of Node that a server has no use for', async () => {
    const report = join(folder, 'loaded.json');
    const env = onExit(
      `writeFileSync(${JSON.stringify(report)}, JSON.stringify(process.moduleLoadList))`,
    );
    await using mock = await startMock(['--port', '0', '--quiet'], { env });
    const shares = `${mock.url}/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/`;
    const body = '{"expires_at":"2030-01-01T00:00:00Z"}';
    const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
    expect((await fetch(shares, { method: 'POST', headers, body })).status).toBe(201);
    await mock.end('SIGTERM');
    const loaded: string[] = JSON.parse(await readFile(report, 'utf8'));
    expect(loaded).toContain('NativeModule _http_server');
    // WebSockets and `fetch`, which an import of `node:http` loads.
    expect(loaded).not.toContain(UNDICI);
    expect(loaded).not.toContain(SQLITE);
    // Those are their names: this process has loaded both.
    openStateFile(join(folder, 'state.db')).close();
    expect(Reflect.get(process, 'moduleLoadList')).toEqual(
      expect.arrayContaining([UNDICI, SQLITE]),
    );
  });

  test('keeps nothing in a folder that others may write to', async () => {
    const open = join(folder, 'open', 'share-contracts');
    await mkdir(open, { recursive: true });
    await chmod(open, 0o777);
    const outcome = await runCli(['--version'], { env: keepIn(join(folder, 'open')) });
    expect(outcome).toEqual({ code: 0, stdout: `${packageFile.version}\n`, stderr: '' });
    expect(await readdir(open)).toEqual([]);
  });

  test.each<[where: string, env: () => NodeJS.ProcessEnv]>([
    ['a folder to keep anything in', () => keepIn(join(folder, 'file'))],
    ['a home', () => ({ ...keepIn(''), HOME: join(folder, 'file'), USERPROFILE: undefined })],
    ['a home that exists', () => ({ ...keepIn(''), HOME: '/proc/none' })],
    ['any home', () => ({ ...keepIn(''), HOME: '' })],
  ])('runs without %s', async (_where, env) => {
    await writeFile(join(folder, 'file'), '');
    const outcome = await runCli(['mock', '--host', ''], { env: env() });
    expect(outcome).toEqual({
      code: 2,
      stdout: '',
      stderr: "error: option '-h, --host <address>' argument '' is invalid. Expected an address.\n",
    });
  });
});

import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { OWN_APIS } from '../support/own-project.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { endRunningClis, runCli, startMock } from './run-cli.ts';

/** Program that Node runs before the tested one. */
function preload(code: string): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

// What holds of a process alone; everything else is tested without one.
describe.concurrent('a process of share-contracts', () => {
  afterAll(endRunningClis);

  test('serves each own API at the base URL that it prints, called by a link from anywhere', async () => {
    const { path, at } = await makeFolder();
    const main = at('share-contracts');
    await symlink(join(ROOT, 'src/cli/start.js'), main);
    await using mock = await startMock(['--port', '0'], { cwd: path, main });
    const index = await fetch(mock.url).then((response) => response.text());
    const { stdout, stderr } = await mock.end('SIGINT');
    for (const { name } of OWN_APIS) {
      const line = new RegExp(`^ +${name} +(${mock.url}/${name}\\S*)$`, 'm');
      expect(index).toContain(`\n  ${line.exec(stderr)?.[1]}\n`);
    }
    expect(stdout).toBe('');
  });

  test.for(['SIGINT', 'SIGTERM'] as const)(
    'ends at once on %s, whatever connections are open',
    async (signal) => {
      const spec = join(ROOT, 'test/support/foreign/notes-3.0.yaml');
      await using mock = await startMock([spec, '--port', '0']);
      using _agent = await keepConnection(mock.url);
      using _socket = await sendHalfARequest(mock.url);
      expect(await mock.end(signal)).toMatchObject({ code: 0, stdout: '' });
    },
  );

  test('serves on when the reader of its log went away', async () => {
    const spec = join(ROOT, 'test/support/foreign/notes-3.0.yaml');
    await using mock = await startMock([spec, '--port', '0']);
    await mock.closeStderr();
    for (const name of ['a', 'b', 'c']) {
      expect((await fetch(`${mock.url}/${name}`)).status).toBe(404);
    }
    expect(await mock.end('SIGTERM')).toMatchObject({ code: 0 });
  });

  test('ends with a stack and exit code 1 on a defect of its own', async () => {
    const env = preload(`process.chdir = () => { throw new TypeError('Defect.'); }`);
    const { code, stdout, stderr } = await runCli(['generate', '--check'], { env });
    expect(stderr).toMatch(/TypeError: Defect\.\n(?:.*\n)* +at .*generate\.ts:/);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });
});

/** Sends a request and keeps its connection. */
async function keepConnection(url: string): Promise<Disposable> {
  const agent = new Agent({ keepAlive: true });
  const [answer] = await once(get(`${url}/notes`, { agent }), 'response');
  await once(answer.resume(), 'end');
  return { [Symbol.dispose]: () => agent.destroy() };
}

/** Sends a request, waits for its answer and begins another one on the same connection. */
async function sendHalfARequest(url: string): Promise<Disposable> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('GET /notes HTTP/1.1\r\nhost: localhost\r\n\r\nGET /notes HTTP/1.1\r\n');
  await once(socket, 'data');
  socket.on('error', () => {});
  return { [Symbol.dispose]: () => socket.destroy() };
}

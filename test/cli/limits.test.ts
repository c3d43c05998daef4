import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { endRunningClis, runCli, startMock } from './run-cli.ts';

describe.concurrent('a process of share-contracts', () => {
  afterAll(endRunningClis);

  test('says at once that it may open too few files', async () => {
    expect(await runCli(['mock', '--port', '0'], { maxFiles: 32 })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'Files and connections that this process may have open: 32 at most. Allow more, as with "ulimit -n 4096". A server needs 64.\n',
    });
  });

  test('closes connections beyond those that it may have, says so once, and goes on', async ({
    expect,
  }) => {
    await using mock = await startMock(['--port', '0'], { maxFiles: 64 });
    const sockets = Array.from({ length: 100 }, () =>
      connect(Number(new URL(mock.url).port), '127.0.0.1').on('error', () => {}),
    );
    const isClosed = sockets.map((socket) => once(socket.resume(), 'close'));
    await Promise.any(isClosed);
    await mock.waitFor(/(A connection could not be taken: \d+ are open already)/);
    for (const socket of sockets) socket.destroy();
    await Promise.all(isClosed);
    // What it needs a file for, which it has not read yet.
    const health = () => fetch(`${mock.url}/_mock/health`).then(({ status }) => status, String);
    await expect.poll(health).toBe(200);
    const { code, stderr } = await mock.end('SIGTERM');
    expect(code).toBe(0);
    expect(stderr.match(/could not be taken/g)).toHaveLength(1);
  });

  test.each([
    ['help', 'stdout', 0],
    ['mistake', 'stderr', 2],
  ] as const)('writes %s to nobody who goes away', async (what, stream, code) => {
    const args = what === 'help' ? ['mock', '--help'] : ['mock', '--mistake'];
    const child = spawn(process.execPath, [join(ROOT, 'src/cli/start.js'), ...args]);
    child[stream].destroy();
    const other = text(stream === 'stdout' ? child.stderr : child.stdout);
    expect(await once(child, 'close')).toEqual([code, null]);
    expect(await other).toBe('');
  });

  test('checks a file for a server that was killed without a word', async () => {
    // As when it has not noticed yet.
    const code = `const { once } = process; process.once = (name, act) => name === 'disconnect' ? process : once.call(process, name, act);`;
    const child = fork(join(ROOT, 'src/cli/check-process.js'), ['gone.yaml', 'false'], {
      execArgv: [`--import=data:text/javascript,${encodeURIComponent(code)}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.disconnect();
    if (child.stderr === null) throw new Error('There is no pipe.');
    expect(await text(child.stderr)).toBe('');
  });
});

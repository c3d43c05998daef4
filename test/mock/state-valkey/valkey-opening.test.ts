import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StateLogError } from '../../../src/mock/state-log/state-log-error.ts';
import { openValkeyLog } from '../../../src/mock/state-valkey/open-valkey-log.ts';
import { create, readWhole } from '../state-log/ask-log.ts';
import { openServer } from './open-server.ts';

/** Starts a server that is no Valkey. */
async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

/** A server that says one thing, whatever it is asked. */
function listenSaying(text: string): Promise<string> {
  return listen(createServer((socket) => socket.on('data', () => socket.write(text))));
}

async function refuse(url: string): Promise<string> {
  const opening = openValkeyLog(url, { timeout: 500 });
  const error = await opening.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StateLogError);
  const { message } = error instanceof Error ? error : { message: '' };
  expect(message).not.toContain('secret');
  return message.replace(/127\.0\.0\.1:\d+/, 'HOST');
}

const ADVICE = 'Start it, or correct address, user and password, and valkeys:// for TLS.';
const refusal = (url: string, found: string) =>
  `${url}: expected a server of Valkey or Redis, found one that ${found}.\n  ${ADVICE}`;

describe('openValkeyLog', () => {
  test('refuses an address where nothing listens', async () => {
    const server = createServer();
    const host = await listen(server);
    server.close();
    expect(await refuse(`valkey://me:secret@${host}`)).toBe(
      refusal('valkey://HOST/0', 'refuses connections: nothing listens there'),
    );
  });

  test('refuses a host that there is not', async () => {
    expect(await refuse('valkey://me:secret@no-such-host.invalid')).toBe(
      refusal('valkey://no-such-host.invalid:6379/0', 'has no address: its host name is not known'),
    );
  });

  test('refuses a server of another protocol', async () => {
    const host = await listen(createHttpServer());
    expect(await refuse(`valkey://${host}`)).toBe(
      refusal('valkey://HOST/0', 'speaks another protocol'),
    );
  });

  test('refuses a server that says nothing', async () => {
    const host = await listen(createServer());
    expect(await refuse(`valkey://${host}`)).toBe(
      refusal('valkey://HOST/0', 'does not answer in time'),
    );
  });

  test('refuses a server that hangs up', async () => {
    const host = await listen(createServer((socket) => socket.destroy()));
    expect(await refuse(`valkey://${host}`)).toBe(
      refusal('valkey://HOST/0', 'closed the connection'),
    );
  });

  test('refuses a server that is too old', async () => {
    const info = 'redis_version:5.0.7\r\n';
    const host = await listenSaying(`$${info.length}\r\n${info}\r\n`);
    expect(await refuse(`redis://${host}`)).toBe(
      'redis://HOST/0: expected Valkey, or Redis from 6.2, found Redis 5.0.7.\n  Use a newer server.',
    );
  });

  test('refuses a server that is still loading', async () => {
    const host = await listenSaying('-LOADING Redis is loading the dataset in memory\r\n');
    expect(await refuse(`redis://${host}`)).toBe(
      refusal('redis://HOST/0', 'is still loading its data'),
    );
  });

  test('refuses a server without TLS where the URL asks for it', async () => {
    const { port } = await openServer();
    expect(await refuse(`valkeys://127.0.0.1:${port}`)).toMatch(
      /^valkeys:\/\/HOST\/0: expected a server of Valkey or Redis, found one that (speaks no TLS|closed|does not answer)/,
    );
  });

  test('needs user and password where the server does', async () => {
    const settings = [
      '--requirepass',
      'secret',
      ...'--user reader on >secret2 ~* +info'.split(' '),
    ];
    const { port, open } = await openServer({ settings });
    const host = `127.0.0.1:${port}`;
    expect(await refuse(`valkey://${host}`)).toBe(
      refusal('valkey://HOST/0', 'asks for a password'),
    );
    expect(await refuse(`valkey://:wrong-secret@${host}`)).toBe(
      refusal('valkey://HOST/0', 'refuses this user or password'),
    );
    expect(await refuse(`valkey://reader:secret2@${host}`)).toBe(
      refusal(
        'valkey://HOST/0',
        'does not let this user run all commands, or use all keys of the prefix',
      ),
    );
    const log = await open({}, `valkey://:secret@${host}`);
    await create(log, 'a');
    expect(log.name).toBe(`valkey://${host}/0`);
  });

  test('refuses a database that there is not', async () => {
    const { port } = await openServer();
    expect(await refuse(`valkey://127.0.0.1:${port}/99`)).toBe(
      refusal('valkey://HOST/99', 'has no database of this number'),
    );
  });

  test('refuses data of another release', async () => {
    const { open, run, port } = await openServer();
    await open();
    expect(await run('get', '{share-contracts}:format')).toBe('1');
    await run('set', '{share-contracts}:format', '2');
    expect(await refuse(`valkey://127.0.0.1:${port}`)).toBe(
      'valkey://HOST/0: expected data of format 1, found format "2", of another release.\n' +
        '  Start with the release that wrote it, or name another place for this one: ?prefix=NAME.',
    );
  });

  test('refuses a replica', async () => {
    const { port } = await openServer();
    const replica = await openServer({ settings: ['--replicaof', '127.0.0.1', String(port)] });
    expect(await refuse(replica.url)).toMatch(/is a replica, which takes no changes/);
  });

  test('keeps databases and prefixes apart, and all keys below the prefix', async () => {
    const { open, run, url } = await openServer();
    const logs = await Promise.all(
      ['/0', '/1', '/0?prefix=a', '/0?prefix=b'].map((path) => open({}, url + path)),
    );
    const [first, ...others] = logs;
    if (first === undefined) throw new Error('Expected a log.');
    await create(first, 'x');
    for (const log of others) expect(await readWhole(log, 'x')).toBeUndefined();
    expect(await run('keys', '*')).toEqual(
      expect.arrayContaining(['{share-contracts}:log:x', '{a}:format', '{b}:format']),
    );
  });

  test('notes a server that drops keys where its memory is full', async () => {
    const settings = ['--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru'];
    const { open, notices, port } = await openServer({ settings });
    await open();
    expect(notices).toEqual([
      `valkey://127.0.0.1:${port}/0: "maxmemory-policy" is "allkeys-lru", so that sandboxes get lost where its memory is full. Set it to "noeviction".`,
    ]);
  });
});

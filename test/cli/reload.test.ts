import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { ROOT } from '../../src/cli/root.ts';
import { endRunningClis, startMock } from './run-cli.ts';

const ENTRY = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes: { $ref: list.yaml }
`;

/** Path item whose answer is a word. */
function listOf(word: string): string {
  return `get:
  operationId: listNotes
  responses:
    "200": { description: Notes., content: { text/plain: { example: ${word} } } }
`;
}

describe.concurrent('share-contracts mock, when a file of a contract changes', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'share-contracts-test-'));
  });
  afterAll(async () => {
    await endRunningClis();
    await rm(root, { recursive: true });
  });

  test('serves it anew on the same connection, or the last good contract while it is broken', async ({
    expect,
  }) => {
    const cwd = join(root, 'notes');
    const list = join(cwd, 'list.yaml');
    await mkdir(cwd);
    await writeFile(join(cwd, 'openapi.yaml'), ENTRY);
    await writeFile(list, listOf('one'));
    const starting = startMock(['openapi.yaml', '--port', '0', '--no-watch'], { cwd });
    await using mock = await startMock(['openapi.yaml', '--port', '0', '--quiet'], {
      cwd,
    });
    await using unwatched = await starting;
    using connection = keepConnection(`${mock.url}/notes`);
    expect(await connection.ask()).toEqual({ body: 'one', isReused: false });

    await writeFile(`${list}.new`, listOf('two'));
    await rename(`${list}.new`, list);
    await mock.waitFor(/(Reloaded .*\n)/);
    expect(await connection.ask()).toEqual({ body: 'two', isReused: true });
    await writeFile(list, 'get: [\n');
    await mock.waitFor(/(Still serving .*\n)/);
    expect(await connection.ask()).toEqual({ body: 'two', isReused: true });
    await writeFile(list, listOf('three'));
    await mock.waitFor(/Still serving.*\n(Reloaded .*\n)/);
    expect(await connection.ask()).toEqual({ body: 'three', isReused: true });

    expect(await askFor(`${unwatched.url}/notes`)).toBe('one');
    const { code, stdout, stderr } = await mock.end('SIGINT');
    expect(maskReloads(stderr, cwd)).toMatchInlineSnapshot(`
      "Reloaded openapi.yaml: 1 operation, 84 ms.
      openapi.yaml:4:13: cannot follow "list.yaml": list.yaml:2:1: expected YAML or JSON: unexpected end of the stream within a flow collection. Correct the reference.
      Still serving the last good contract.
      Reloaded openapi.yaml: 1 operation, 84 ms.
      "
    `);
    expect([code, stdout]).toEqual([0, '']);
  });

  test('serves an own API at the base path that it has now', async ({ expect }) => {
    const copy = join(root, 'copy');
    await copyOwnContracts(copy);
    const main = join(copy, 'src/cli/main.ts');
    await using mock = await startMock(['--port', '0'], { cwd: copy, main });
    const entry = join(copy, 'openapi/crego/openapi.yaml');
    const contract = await readFile(entry, 'utf8');
    await writeFile(entry, contract.replace(/^servers:$/m, 'servers:\n  - url: /v9'));
    const message = await mock.waitFor(/^(Reloaded .*)\n/m);
    expect(message).toMatch(
      /^Reloaded openapi\/crego\/openapi\.yaml: \d+ operations at \/crego\/v9, \d+ ms\.$/,
    );
    expect(await askFor(mock.url)).toContain(`${mock.url}/crego/v9\n`);
  });
});

/** Copies this package as far as its mock server needs it. */
async function copyOwnContracts(folder: string): Promise<void> {
  for (const name of ['package.json', 'src', 'mocks', 'openapi']) {
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

/** What comes after the start message, with a fixed folder and durations. */
function maskReloads(stderr: string, folder: string): string {
  const [, text = ''] = stderr.split('Stop it with Ctrl+C.\n');
  return text.replaceAll(folder, '/folder').replaceAll(/\d+ ms/g, '84 ms');
}

async function askFor(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/** Asks for one URL by one connection for as long as the server keeps it. */
function keepConnection(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ask: async () => {
      const request = get(url, { agent });
      const [answer]: IncomingMessage[] = await once(request, 'response');
      return { body: answer && (await text(answer)), isReused: request.reusedSocket };
    },
    [Symbol.dispose]: () => agent.destroy(),
  };
}

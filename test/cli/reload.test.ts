import { once } from 'node:events';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, describe, test } from 'vitest';
import { copyRepository } from '../support/copy-repository.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { AT_ONCE, callMock } from './call-program.ts';
import { endRunningClis, startMock } from './run-cli.ts';
import { useFolder } from './use-folder.ts';

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
  afterAll(endRunningClis);
  useFolder({ 'openapi.yaml': ENTRY, 'list.yaml': listOf('one') });

  test('serves it anew on the same connection, or the last good contract while it is broken', async ({
    expect,
  }) => {
    await using mock = await callMock(['openapi.yaml', '--quiet'], AT_ONCE);
    await using unwatched = await callMock(['openapi.yaml', '--no-watch'], AT_ONCE);
    using connection = keepConnection(`${mock.url}/notes`);
    expect(await connection.ask()).toEqual({ body: 'one', isReused: false });
    const waitFor = async (pattern: RegExp) => {
      const found = mock.waitFor(pattern);
      await connection.askUntil(found);
      return found;
    };

    await writeFile('list.yaml.new', listOf('two'));
    await rename('list.yaml.new', 'list.yaml');
    await waitFor(/(Reloaded .*\n)/);
    expect(await connection.ask()).toEqual({ body: 'two', isReused: true });
    await writeFile('list.yaml', 'get: [\n');
    await waitFor(/(Still serving .*\n)/);
    expect(await connection.ask()).toEqual({ body: 'two', isReused: true });
    await writeFile('list.yaml', listOf('three'));
    await waitFor(/Still serving.*\n(Reloaded .*\n)/);
    expect(await connection.ask()).toEqual({ body: 'three', isReused: true });

    expect(await askFor(`${unwatched.url}/notes`)).toBe('one');
    const { code, stdout, stderr } = await mock.end('SIGINT');
    expect(maskReloads(stderr)).toMatchInlineSnapshot(`
      "Reloaded openapi.yaml: 1 operation, 84 ms.
      openapi.yaml:4:13: cannot follow "list.yaml": list.yaml:2:1: expected YAML or JSON: unexpected end of the stream within a flow collection. Correct the reference.
      Still serving the last good contract.
      Reloaded openapi.yaml: 1 operation, 84 ms.
      "
    `);
    expect([code, stdout]).toEqual([0, '']);
  });

  test('serves an own API at the base path that it has now', async ({ expect }) => {
    const { path: copy, at } = await makeFolder();
    await copyRepository(copy);
    await using mock = await startMock(['--port', '0'], { cwd: copy, main: at('src/cli/main.ts') });
    const entry = at('openapi/crego/openapi.yaml');
    const contract = await readFile(entry, 'utf8');
    await writeFile(entry, contract.replace(/^servers:$/m, 'servers:\n  - url: /v9'));
    const message = await mock.waitFor(/^(Reloaded .*)\n/m);
    expect(message).toMatch(
      /^Reloaded openapi\/crego\/openapi\.yaml: \d+ operations at \/crego\/v9, \d+ ms\.$/,
    );
    expect(await askFor(mock.url)).toContain(`${mock.url}/crego/v9\n`);
  });
});

/** What comes after the start message, with fixed durations. */
function maskReloads(stderr: string): string {
  const [, text = ''] = stderr.split('Stop it with Ctrl+C.\n');
  return text.replaceAll(/\d+ ms/g, '84 ms');
}

async function askFor(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/** Asks for one URL by one connection for as long as the server keeps it. */
function keepConnection(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = async () => {
    const request = get(url, { agent });
    const [answer]: IncomingMessage[] = await once(request, 'response');
    return { body: answer && (await text(answer)), isReused: request.reusedSocket };
  };
  return {
    ask,
    /** Asks until something is done: the server ends a connection that is idle for longer than it waits. */
    askUntil: async (done: Promise<unknown>) => {
      let isDone = false;
      const end = () => {
        isDone = true;
      };
      done.then(end, end);
      while (!isDone) await ask();
    },
    [Symbol.dispose]: () => agent.destroy(),
  };
}

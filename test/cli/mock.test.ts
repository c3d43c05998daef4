import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { describe, expect, test } from 'vitest';
import { callMock, callProgram } from './call-program.ts';
import { useFolder } from './use-folder.ts';

const ORIGIN = 'http://localhost:5173';
const HEAD = 'openapi: 3.1.0\ninfo: { title: Notes, version: "1" }\n';
const NOTES = `${HEAD}
paths:
  /notes:
    get:
      operationId: listNotes
      responses:
        "200":
          description: Notes.
          content: { application/json: { schema: { type: array }, example: [buy milk] } }
`;
const BROKEN = NOTES.replace('[buy milk]', 'buy milk');
const FILES = {
  'broken.yaml': BROKEN,
  'notes.yaml': NOTES,
  'unenforceable.yaml': NOTES.replace(/schema: \{/, 'schema: { typ: list,'),
  'malformed.yaml': `${HEAD}paths:\n  /notes: [\n`,
  'openapi-3.3.yaml': 'openapi: 3.3.0\ninfo: { title: Notes, version: "1" }\npaths: {}\n',
};

const startNotes = (...options: string[]) => callMock(['notes.yaml', ...options]);

describe.concurrent('share-contracts mock', () => {
  useFolder(FILES);

  test('serves one file at the root', async ({ expect }) => {
    await using mock = await startNotes();
    const answer = await fetch(`${mock.url}/notes`);
    expect(await answer.json()).toEqual(['buy milk']);
    const { stdout, stderr } = await mock.end('SIGINT');
    expect(stderr).toMatch(/^Mock server listens on /);
    expect(stdout).toBe('');
  });

  test('logs each request below the start message', async ({ expect }) => {
    await using mock = await startNotes();
    await fetch(`${mock.url}/notes?page=2`, { method: 'HEAD' });
    await fetch(`${mock.url}/notes?access_token=hunter2`, { method: 'DELETE' });
    const { stdout, stderr } = await mock.end('SIGINT');
    expect(withoutTimes(stderr, mock.url)).toMatchInlineSnapshot(`
      "Mock server listens on http://127.0.0.1:4010
        notes.yaml  http://127.0.0.1:4010/
        console     http://127.0.0.1:4010/_mock/console/
        agents      http://127.0.0.1:4010/_mock/mcp
      Stop it with Ctrl+C.
      HEAD     /notes?page=2                                             listNotes             200  1 ms
      DELETE   /notes?access_token=***                                   -                     405  1 ms
        path: expected GET or HEAD, got string
      "
    `);
    expect(stdout).toBe('');
  });

  test('logs as JSON, line by line, with --json', async () => {
    await using mock = await startNotes('--json');
    await fetch(`${mock.url}/notes?access_token=hunter2`);
    const { stdout, stderr } = await mock.end('SIGINT');
    const [start, exchange, ...rest] = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(start).toMatchObject({ event: 'start', url: mock.url });
    expect(exchange).toMatchObject({ event: 'exchange', target: '/notes?access_token=***' });
    expect(rest).toEqual([]);
    expect(stdout).toBe('');
  });

  test.for([
    [[], /^Mock server listens on .*Ctrl\+C\.\n$/s],
    [['--json'], /^\{.*"event":"start".*\}\n$/],
  ] as const)('logs no request with --quiet and %j', async ([options, start]) => {
    await using mock = await startNotes('--quiet', ...options);
    await fetch(`${mock.url}/nowhere`);
    const { stderr } = await mock.end('SIGINT');
    expect(stderr).toMatch(start);
    expect(stderr).not.toContain('nowhere');
  });

  test('serves several files, each at its name', async ({ expect }) => {
    await using mock = await callMock(['one=notes.yaml', 'two=notes.yaml', '--quiet']);
    for (const name of ['one', 'two']) {
      const answer = await fetch(`${mock.url}/${name}/notes`);
      expect(await answer.json()).toEqual(['buy milk']);
    }
    const { stderr } = await mock.end('SIGINT');
    expect(stderr.replaceAll(mock.url, 'http://127.0.0.1:4010')).toMatchInlineSnapshot(`
      "Mock server listens on http://127.0.0.1:4010
        one      http://127.0.0.1:4010/one
        two      http://127.0.0.1:4010/two
        console  http://127.0.0.1:4010/
        agents   http://127.0.0.1:4010/_mock/mcp
      Stop it with Ctrl+C.
      "
    `);
  });

  test('takes the options of prism mock', async () => {
    const starts = [
      startNotes('--ignoreExamples=true', '--cors', '-v', 'silent'),
      startNotes('-d', '--seed', 'x', '--json-schema-faker-fillProperties', 'false', '-m'),
    ] as const;
    await using schematic = await starts[0];
    await using random = await starts[1];
    expect(await (await fetch(`${schematic.url}/notes`)).json()).toEqual([]);
    expect(await (await fetch(`${random.url}/notes`)).json()).not.toEqual(['buy milk']);
    const { stderr } = await random.end('SIGINT');
    expect(stderr).toContain('--multiprocess has no effect: the mock server is one process.\n');
  });

  test.for([
    [[], 200],
    [['--errors'], 500],
  ] as const)(
    'reports an answer that breaks its file, with %j by %d',
    async ([options, status]) => {
      await using mock = await callMock(['broken.yaml', ...options]);
      const answer = await fetch(`${mock.url}/notes`);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('sl-violations')).toContain('Response body must be array');
    },
  );

  test('accepts any value where a schema cannot be enforced, with --errors as well', async () => {
    await using mock = await callMock(['unenforceable.yaml', '--errors', '--quiet']);
    const answer = await fetch(`${mock.url}/notes`);
    expect([answer.status, await answer.json()]).toEqual([200, ['buy milk']]);
  });

  test('serves side by side with another one of other options', async () => {
    const other = startNotes('--no-cors');
    await using open = await startNotes();
    await using closed = await other;
    expect(await readAllowedOrigin(open.url)).toBe(ORIGIN);
    expect(await readAllowedOrigin(closed.url)).toBe(null);
  });

  test('refuses a port in use, in one line', async () => {
    await using other = createServer();
    const port = await listenOnFreePort(other);
    const outcome = await callProgram(['mock', 'notes.yaml', '--port', `${port}`]);
    expect(outcome).toEqual({
      code: 2,
      stdout: '',
      stderr: `Port ${port} is in use. Choose another with --port <number>.\n`,
    });
  });

  test('refuses an address of another machine', async ({ expect }) => {
    const args = ['mock', 'notes.yaml', '--port', '0', '--host', '192.0.2.1'];
    const { code, stderr } = await callProgram(args);
    expect(stderr).toMatchInlineSnapshot(`
      "Address "192.0.2.1" is not one of this machine. Choose another with --host <address>.
      "
    `);
    expect(code).toBe(2);
  });

  test.for(['missing.yaml', 'malformed.yaml', 'openapi-3.3.yaml'])(
    'refuses %s',
    async (file, { expect }) => {
      const { code, stdout, stderr } = await callProgram(['mock', file, '-p', '0']);
      expect(stderr).toMatchSnapshot();
      expect(stdout).toBe('');
      expect(code).toBe(2);
    },
  );
});

/** Output of a server as it would be on the usual port and with a time of 1 ms for each request. */
function withoutTimes(output: string, url: string): string {
  return output.replaceAll(url, 'http://127.0.0.1:4010').replaceAll(/ +[\d.]+ ms$/gm, '  1 ms');
}

/** Origin that may read an answer, as a browser is told. */
async function readAllowedOrigin(url: string): Promise<string | null> {
  const { headers } = await fetch(`${url}/notes`, { headers: { origin: ORIGIN } });
  return headers.get('access-control-allow-origin');
}

async function listenOnFreePort(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a TCP address.');
  return address.port;
}

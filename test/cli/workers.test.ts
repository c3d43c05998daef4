import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, test as base, describe } from 'vitest';
import { writeFiles } from '../support/write-files.ts';
import { callProgram } from './call-program.ts';
import { endRunningClis, type RunningMock, runCli, startMock } from './run-cli.ts';

const SPEC = `openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /process:
    get:
      operationId: getProcess
      responses: { '200': { description: Its id., content: { application/json: { schema: { type: integer } } } } }
  /notes:
    get:
      operationId: listNotes
      responses: { '200': { description: Notes., content: { application/json: { schema: { type: array, items: &note { type: object, properties: { id: { type: integer, readOnly: true }, title: { type: string } } } }, example: [{ id: 1, title: first }] } } } }
    post:
      operationId: addNote
      requestBody: { required: true, content: { application/json: { schema: *note } } }
      responses: { '201': { description: Made., content: { application/json: { schema: *note } } } }
  /notes/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get:
      operationId: getNote
      responses: { '200': { description: Note., content: { application/json: { schema: *note } } }, '404': { description: None. } }
`;
const BEHAVIOUR = `export const behaviour = {
  epoch: '2026-01-01T00:00:00Z',
  tables: {},
  seeds: { default: () => {} },
  handlers: { getProcess: () => ({ status: 200, body: process.pid }) },
};
`;
/** Head of a request whose body the server waits for, once it has said so. */
const HEAD =
  'POST /notes HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 13\r\nexpect: 100-continue\r\n\r\n';
const BODY = '{"title":"x"}';
const REPLACED = 'another one takes its place.';

const test = base.extend<{ readonly args: readonly string[]; readonly folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs.
  folder: async ({}, use) => {
    await using written = await writeFiles({ 'notes.yaml': SPEC, 'behaviour.ts': BEHAVIOUR });
    await use(written.folder);
  },
  args: ({ folder }, use) =>
    use([
      `${folder}/notes.yaml`,
      '--behaviour',
      `${folder}/behaviour.ts`,
      ...['--stateful', '--quiet', '--no-watch', '--port', '0', '--workers', '2'],
    ]),
});

type Asked = Pick<RunningMock, 'url'>;

/** Asks over a connection of its own. */
async function ask({ url }: Asked, path: string, body?: object) {
  const headers = { connection: 'close', 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(url + path, { headers, ...sent });
  return answer.headers.get('content-type')?.includes('json') ? answer.json() : answer.text();
}

/** Ids of two workers, once both have answered. */
async function findWorkers(mock: Asked, ended?: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < 2) found.add(await ask(mock, '/process'));
  if (ended !== undefined && found.has(ended)) throw new Error(`${ended} still answers.`);
  return [...found];
}

/** Waits until so many processes have ended. */
async function waitForReplacements(mock: Pick<RunningMock, 'waitFor'>, count: number) {
  await mock.waitFor(new RegExp(`((?:${REPLACED}[^]*){${count}})`));
}

async function listTitles(mock: Asked): Promise<string[]> {
  const notes: { readonly title: string }[] = await ask(mock, '/notes');
  return notes.map(({ title }) => title);
}

/** Starts a request whose body the server waits for. */
async function sendHead({ url }: Asked) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(HEAD);
  await once(socket, 'data');
  return socket;
}

/** Waits until a server takes no more connections. */
async function untilClosed({ url }: Asked): Promise<void> {
  for (;;) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (!isOpen) return;
  }
}

function countText(whole: string, part: string): number {
  return whole.split(part).length - 1;
}

describe.concurrent('share-contracts mock --workers', () => {
  afterAll(endRunningClis);

  test('shares sandboxes among processes, which all answer', async ({ args, expect }) => {
    await using mock = await startMock(args);
    expect(new Set(await findWorkers(mock))).not.toContain(mock.pid);
    for (let number = 1; number <= 10; number += 1) {
      await ask(mock, '/notes', { title: `n${number}` });
      expect(await listTitles(mock)).toHaveLength(number + 1);
    }
    await findWorkers(mock);
    const { code, stderr } = await mock.end('SIGTERM');
    expect(code).toBe(0);
    expect(countText(stderr, 'Mock server listens on')).toBe(1);
    expect(stderr).toMatch(/\n2 processes share the work\.\n$/);
  });

  test.for([
    ['SIGKILL', 'SIGKILL'],
    ['SIGTERM', 'exit code 0'],
  ] as const)(
    'replaces a process that ends by %s, and loses nothing',
    async ([signal, reason], { args, expect }) => {
      await using mock = await startMock(args);
      const [killed = 0] = await findWorkers(mock);
      await ask(mock, '/notes', { title: 'kept' });
      process.kill(killed, signal);
      await waitForReplacements(mock, 1);
      await findWorkers(mock, killed);
      expect(await listTitles(mock)).toEqual(['first', 'kept']);
      const { code, stderr } = await mock.end('SIGTERM');
      expect(code).toBe(0);
      expect(countText(stderr, `A process ended (${reason}); ${REPLACED}`)).toBe(1);
      expect(countText(stderr, REPLACED)).toBe(1);
    },
  );

  test('replaces any process until the next one starts', async ({ args, folder, expect }) => {
    await using mock = await startMock(args);
    const file = `${folder}/behaviour.ts`;
    for (const [index, killed] of (await findWorkers(mock)).entries()) {
      await writeFile(file, 'export const behaviour = 1;');
      process.kill(killed, 'SIGKILL');
      await waitForReplacements(mock, 2 * index + 2);
      await writeFile(file, BEHAVIOUR);
      await findWorkers(mock, killed);
    }
    expect((await mock.end('SIGTERM')).stderr).toContain(`(exit code 2); ${REPLACED}`);
  });

  test.for(['SIGTERM', 'SIGINT'] as const)(
    'finishes requests on %s',
    async (signal, { args, expect }) => {
      await using mock = await startMock(args);
      const sockets = [await sendHead(mock), await sendHead(mock), await sendHead(mock)];
      const ended = mock.end(signal);
      await untilClosed(mock);
      for (const socket of sockets) socket.write(BODY);
      const answers = await Promise.all(sockets.map(text));
      expect(answers.map((answer) => answer.slice(0, 13))).toEqual(
        sockets.map(() => 'HTTP/1.1 201 '),
      );
      const { code, stderr } = await ended;
      expect(code).toBe(0);
      expect(stderr).not.toContain(REPLACED);
    },
  );

  test.for(['SIGTERM', 'SIGINT'] as const)(
    'finishes requests on %s to all processes',
    async (signal, { args, expect }) => {
      await using mock = await startMock(args);
      const workers = await findWorkers(mock);
      const socket = await sendHead(mock);
      const ended = mock.end(signal);
      for (const worker of workers) process.kill(worker, signal);
      await untilClosed(mock);
      socket.write(BODY);
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 201 /);
      expect(await ended).toMatchObject({ code: 0 });
    },
  );

  test('breaks requests off on a second signal', async ({ args, expect }) => {
    await using mock = await startMock([...args, '--stop-timeout', '10min']);
    const socket = await sendHead(mock);
    const ended = mock.end('SIGTERM');
    await untilClosed(mock);
    const [{ code }] = await Promise.all([mock.end('SIGINT'), once(socket.resume(), 'close')]);
    expect(code).toBe(0);
    expect(await ended).toMatchObject({ code: 0 });
  });

  test('takes its processes with it when it is killed', async ({ args, expect }) => {
    await using mock = await startMock(args);
    await findWorkers(mock);
    // They have its streams, which end with the last of them.
    const { code, stderr } = await mock.end('SIGKILL');
    expect(code).toBe(null);
    expect(stderr).toMatch(/share the work\.\n$/);
    await expect(fetch(mock.url)).rejects.toThrow();
  });

  test('keeps sandboxes in a file over a restart', async ({ args, folder, expect }) => {
    const kept = [...args, '--state', `${folder}/state.db`];
    await using first = await startMock(kept);
    await ask(first, '/notes', { title: 'kept' });
    await ask(first, '/~other/notes', { title: 'elsewhere' });
    expect(await first.end('SIGTERM')).toMatchObject({ code: 0 });
    await using second = await startMock(kept);
    expect(await listTitles(second)).toEqual(['first', 'kept']);
    expect(await ask(second, '/~other/notes')).toMatchObject([
      { title: 'first' },
      { title: 'elsewhere' },
    ]);
    await ask(second, '/notes', { title: 'new' });
    expect(await listTitles(second)).toEqual(['first', 'kept', 'new']);
  });

  test('says once that the port is in use', async ({ args, expect }) => {
    await using mock = await startMock(args);
    const { port } = new URL(mock.url);
    const { code, stdout, stderr } = await runCli(['mock', ...args, '--port', port]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(countText(stderr, port)).toBe(1);
    expect(stderr).toMatch(/^[^\n]*in use[^\n]*\n$/);
  });

  test('says all in JSON where that is asked for', async ({ args, expect }) => {
    await using mock = await startMock([...args, '--json']);
    const [killed = 0] = await findWorkers(mock);
    process.kill(killed, 'SIGKILL');
    await waitForReplacements(mock, 1);
    const { stderr } = await mock.end('SIGTERM');
    const [started, replaced = '', ...more] = stderr.trimEnd().split('\n');
    expect(JSON.parse(started ?? '')).toMatchObject({ event: 'start', url: mock.url });
    const message = `A process ended (SIGKILL); ${REPLACED}`;
    expect(JSON.parse(replaced)).toMatchObject({ event: 'workers', message });
    expect(more).toEqual([]);
  });

  test('ends at once before it serves', async ({ args, folder, expect }) => {
    const endless = `process.kill(process.ppid, 'SIGTERM');
      setInterval(() => {}, 1000);
      await new Promise(() => {});`;
    await writeFile(`${folder}/behaviour.ts`, endless);
    expect(await runCli(['mock', ...args])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('tells the metrics of all processes', async ({ args, expect }) => {
    await using mock = await startMock(args);
    await findWorkers(mock);
    for (let count = 0; count < 9; count += 1) await ask(mock, '/notes');
    await ask(mock, '/~other/notes');
    // The first time, processes load what they need for it.
    await ask(mock, '/_mock/metrics');
    // Whichever process is asked.
    for (let count = 0; count < 4; count += 1) {
      const written: string = await ask(mock, '/_mock/metrics');
      const lines = written.split('\n');
      const labels = `api="${args[0]}",operation="listNotes"`;
      expect(lines).toEqual(
        expect.arrayContaining([
          `share_contracts_requests_total{${labels},status="200"} 10`,
          expect.stringMatching(/^share_contracts_build_info\{version="[^"]+"\} 1$/),
          'share_contracts_ready 1',
          'share_contracts_store_up 1',
          'share_contracts_sandboxes 2',
        ]),
      );
      const durations = lines.filter((line) => line.includes('operation="listNotes"'));
      expect(durations).toContainEqual(expect.stringMatching(/_duration_seconds_count\{.*\} 10$/));
      expect(durations).toContainEqual(expect.stringMatching(/_bucket\{.*le="\+Inf".*\} 10$/));
    }
  });

  test('tells the metrics of the others where one does not answer', async ({ args, expect }) => {
    await using mock = await startMock(args);
    const workers = await findWorkers(mock);
    using agent = connectOnce();
    const known = Number(await agent.ask(`${mock.url}/process`));
    const stopped = workers.find((worker) => worker !== known) ?? 0;
    process.kill(stopped, 'SIGSTOP');
    try {
      expect(await agent.ask(`${mock.url}/_mock/metrics`)).toContain('\nshare_contracts_ready 1\n');
    } finally {
      process.kill(stopped, 'SIGCONT');
    }
  });

  test.for(['0', '257', '1.5', '-1', 'x', ''])('refuses "%s"', async (count, { expect }) => {
    const { code, stderr } = await callProgram(['mock', `--workers=${count}`]);
    expect(code).toBe(2);
    expect(stderr).toContain('Expected auto or a number from 1 to 256.');
  });
});

/** Asks over one connection, and so one process. */
function connectOnce() {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ask: async (url: string): Promise<string> => {
      const [response] = await once(get(url, { agent }), 'response');
      return text(response);
    },
    [Symbol.dispose]: () => agent.destroy(),
  };
}

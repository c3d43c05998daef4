import { createConnection } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { createMock } from '../../../src/mock/create-mock.ts';
import type { Fault } from '../../../src/mock/state/fault.ts';
import type { SandboxesOptions } from '../../../src/mock/state/sandboxes.ts';
import { contractOf } from '../../support/test-contract.ts';

const json = (examples: object) => ({ content: { 'application/json': { schema: {}, examples } } });
const getNotes = {
  operationId: 'getNotes',
  security: [{ bearer: [] }],
  responses: {
    200: json({ usual: { value: 'usual, and long enough to be cut' }, none: { value: [] } }),
    404: json({ gone: { value: 'gone' } }),
  },
};
const open = { operationId: 'open', responses: { 200: json({ usual: { value: 'open' } }) } };
const contract = contractOf({
  paths: { '/notes': { get: getNotes }, '/open': { get: open } },
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
});

function mockWith(entries: object, sandboxes: SandboxesOptions = {}) {
  const scenarios = { file: 'scenarios.yaml', entries: { ...entries } };
  const api = { name: 'notes', mount: '', contract, scenarios };
  const mock = createMock({ apis: [api], sandboxes });
  return {
    ...mock,
    ask: async (path: string, headers: Record<string, string> = {}) => {
      const request = new Request(`http://mock.test${path}`, {
        headers: { authorization: 'Bearer x', ...headers },
      });
      const response = await mock.fetch(request);
      return { status: response.status, headers: response.headers, body: await response.text() };
    },
  };
}

const ENTRIES = {
  none: { summary: 'None.', answers: { getNotes: { example: 'none' } } },
  gone: { summary: 'Gone.', answers: { '*': { code: 404 } } },
  stranger: { summary: 'Nobody is known.', refuse: 'unauthenticated' },
  down: { summary: 'Nothing works.', refuse: 'internal' },
};

const in_ = (scenario: string) => ({ 'x-mock-scenario': scenario });

describe('a scenario', () => {
  const { ask } = mockWith(ENTRIES);

  test.each([
    ['none', '/notes', 200, '[]'],
    ['none', '/open', 200, '"open"'],
    ['gone', '/notes', 404, '"gone"'],
    ['gone', '/open', 200, '"open"'],
    ['stranger', '/open', 200, '"open"'],
  ])('%s answers %s with %i', async (scenario, path, status, body) => {
    expect(await ask(path, in_(scenario))).toMatchObject({ status, body });
  });

  test.each([
    ['stranger', '/notes', 401],
    ['down', '/notes', 500],
    ['down', '/open', 500],
  ])('%s refuses %s with %i', async (scenario, path, status) => {
    expect((await ask(path, in_(scenario))).status).toBe(status);
  });

  test('gives way to what a request prefers', async () => {
    const preferring = { ...in_('gone'), prefer: 'example=none' };
    expect(await ask('/notes', preferring)).toMatchObject({ status: 200, body: '[]' });
    expect((await ask('/notes', { ...in_('down'), prefer: 'code=200' })).status).toBe(200);
  });

  test('holds for all requests where the server starts in it, unless one names another', async () => {
    const started = mockWith(ENTRIES, { scenario: 'gone' });
    expect((await started.ask('/notes')).status).toBe(404);
    expect((await started.ask('/notes', in_('none'))).body).toBe('[]');
    expect((await started.ask('/notes', in_('default'))).status).toBe(200);
  });

  test('with an unknown name is refused with the known ones', async () => {
    const { status, headers, body } = await ask('/notes', in_('nome'));
    expect(status).toBe(422);
    expect(headers.get('x-mock-violations')).toContain(
      'one of default, none, gone, stranger, down',
    );
    expect(JSON.parse(body).detail).toBe(
      'Unknown scenario "nome". Known: default, none, gone, stranger, down. Did you mean "none"?',
    );
  });
});

describe('a fault', () => {
  const withFault = (fault: Fault) =>
    mockWith({ struck: { summary: 'Struck.', faults: [fault] } }, { scenario: 'struck' });
  const mocks: ReturnType<typeof withFault>[] = [];
  afterAll(() => Promise.all(mocks.map((mock) => mock.close())));

  async function listen(fault: Fault) {
    const mock = withFault(fault);
    mocks.push(mock);
    return (await mock.listen()).url;
  }

  test('delays the answer', async () => {
    const waits: number[] = [];
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    const struck = { summary: 'Struck.', faults: [{ delay: 3000 }] };
    const { status } = await mockWith({ struck }, { scenario: 'struck', wait }).ask('/notes');
    expect(status).toBe(200);
    expect(waits).toEqual([3000]);
  });

  test('puts a server error in the place of the answer, and says why', async () => {
    const { status, headers } = await withFault({ outcome: 'error' }).ask('/notes');
    expect(status).toBe(500);
    expect(headers.get('x-mock-violations')).toContain('fault');
  });

  test('strikes the operation that it names alone', async () => {
    const { ask } = withFault({ operation: 'getNotes', outcome: 'error' });
    expect((await ask('/open')).status).toBe(200);
    expect((await ask('/notes')).status).toBe(500);
  });

  test('resets the connection', async () => {
    await expect(withFault({ outcome: 'reset' }).ask('/notes')).rejects.toThrow('fetch failed');
    const url = await listen({ outcome: 'reset' });
    await expect(fetch(`${url}/open`)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  test('sends half of the body and ends the connection', async () => {
    await expect(withFault({ outcome: 'truncate' }).ask('/notes')).rejects.toThrow('terminated');
    const url = new URL(await listen({ outcome: 'truncate' }));
    const received = await receive(Number(url.port), '/open');
    expect(received).toMatch(/content-length: 6\r\n(.+\r\n)*\r\n"op$/i);
  });
});

/** All that the server sends until it ends the connection. */
function receive(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = createConnection(port, '127.0.0.1');
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
    socket.write(`GET ${path} HTTP/1.1\r\nhost: mock.test\r\n\r\n`);
  });
}

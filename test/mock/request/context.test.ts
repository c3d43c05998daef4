import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMock, defineBehaviour } from '../../../src/mock/create-mock.ts';
import { openContext } from '../../../src/mock/request/context.ts';
import { serveApi } from '../../../src/mock/request/served-api.ts';
import { createSandboxes } from '../../../src/mock/state/sandboxes.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { firstOf } from '../../support/test-contract.ts';
import { contract, EPOCH, type Operations, tables } from '../notes.ts';

const behaviour = defineBehaviour<Operations>()({
  epoch: EPOCH,
  tables,
  seeds: { default: ({ tables: { notes } }) => notes.put({ id: 'seed', text: 'seed' }) },
  identify: ({ request: { headers } }) =>
    headers.get('authorization') === 'Bearer bad'
      ? { reply: { status: 200, mediaType: 'application/json', body: { notes: [], at: 401 } } }
      : { caller: headers.get('authorization') },
  handlers: {
    listNotes: ({ tables: { notes }, now }) => {
      calls.list += 1;
      const at = now - Date.parse(EPOCH);
      return { status: 200, body: { notes: [...notes.list('all', 'all')], at } };
    },
    addNote: ({ tables: { notes }, random, body }) => {
      const added = { id: random.uuid(), text: body.text };
      notes.put(added);
      if (body.text === 'crash') throw new Error('crashed');
      return body.text === 'gone'
        ? { status: 404, body: { gone: true } }
        : { status: 201, body: added };
    },
  },
  pages: [
    {
      method: 'GET',
      path: '/open/{id}',
      handle: ({ path, tables: { notes }, link }) => ({
        status: notes.get(path.id ?? '') === undefined ? 404 : 200,
        mediaType: 'text/plain',
        body: link('/open'),
      }),
    },
    {
      method: 'GET',
      path: '/unwritable',
      handle: ({ tables: { notes } }) => {
        notes.put({ id: 'unwritable', text: '' });
        return { status: 200, mediaType: 'text/xml', body: { 'no name': 1 } };
      },
    },
  ],
});

/** How often handlers were called since the last start. */
const calls = { list: 0 };

function start(options: { rowLimit?: number; seed?: string } = {}) {
  calls.list = 0;
  let time = 0;
  const errors: unknown[] = [];
  const mock = createMock({
    apis: [{ name: 'notes', site: '/notes-host', mount: '/notes-host/api', contract, behaviour }],
    sandboxes: { ...options, readTime: () => time },
    logError: (error) => errors.push(error),
  });
  const ask = async (method: string, path: string, body?: unknown, headers = {}) => {
    const response = await mock.fetch(
      new Request(`http://mock.test${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const answer = await response.text();
    return { status: response.status, headers: response.headers, body: parse(answer) };
  };
  return { ask, errors, wait: (milliseconds: number) => (time += milliseconds) };
}

function parse(answer: string) {
  try {
    return JSON.parse(answer);
  } catch {
    return answer;
  }
}

const NOTES = '/notes-host/api/notes';

const emitting = defineBehaviour<Operations>()({
  epoch: EPOCH,
  tables,
  seeds: { default: () => {} },
  handlers: {
    addNote: () => ({ status: 201, body: { id: '1', text: '' } }),
  },
});

describe('a behaviour', () => {
  test.each([
    [201, 1],
    [500, 0],
  ])('that answers %i sends %i of the messages that it emits', (status, count) => {
    const sent: unknown[] = [];
    const api = { name: 'notes', mount: '', contract, behaviour: emitting };
    const served = serveApi(api, { sendWebhook: (message) => sent.push(message) });
    const sandbox = createSandboxes().open('default');
    sandbox.webhook = { url: 'http://127.0.0.1:1', secret: 's' };
    const operation = firstOf(contract.operations.filter(({ id }) => id === 'addNote'));
    const query = new URLSearchParams();
    const request = { method: 'POST', path: '/notes', query, headers: new Headers(), operation };
    const opened = openContext(served, { base: '' }, sandbox, request, 'default');
    opened?.perform(() => {
      opened.context.emit(() => ({ webhook: 'noteAdded', body: {}, headers: () => ({}) }));
      return status === 500 ? { kind: 'internal', cause: { type: 'fault' } } : { status };
    });
    expect(sent.length).toBe(count);
  });

  test.each([
    ['Bearer abc', 'abc'],
    ['bearer   abc', 'abc'],
    ['  Bearer abc  ', 'abc'],
    ['abc', 'abc'],
    ['Bearer a b', 'a b'],
    ['', ''],
    [undefined, ''],
  ])('gets the credentials of "%s"', (authorization, credentials) => {
    const served = serveApi({ name: 'notes', mount: '', contract, behaviour });
    const sandbox = createSandboxes().open('default');
    const headers = new Headers(authorization === undefined ? {} : { authorization });
    const query = new URLSearchParams();
    const request = { method: 'GET', path: '/notes', query, headers, operation: undefined };
    const opened = openContext(served, { base: '' }, sandbox, request, 'default');
    expect(opened?.context.credentials).toBe(credentials);
  });

  test('is asked each time', async () => {
    const { ask } = start();
    await ask('GET', NOTES);
    expect(calls.list).toBe(1);
    await ask('GET', NOTES);
    expect(calls.list).toBe(2);
  });

  test('answers over its state, which begins with the seed and changes', async () => {
    const { ask } = start();
    expect((await ask('GET', NOTES)).body.notes).toEqual([{ id: 'seed', text: 'seed' }]);
    const added = await ask('POST', NOTES, { text: 'new' });
    expect(added.status).toBe(201);
    expect((await ask('GET', NOTES)).body.notes).toEqual([
      { id: 'seed', text: 'seed' },
      added.body,
    ]);
  });

  test('leaves operations without a handler to their examples', async () => {
    expect((await start().ask('GET', '/notes-host/api/plain')).body).toBe('an example');
  });

  test('gives way to what a request prefers', async () => {
    const { ask } = start();
    const answer = await ask('GET', NOTES, undefined, { prefer: 'code=200' });
    expect(answer.body).toEqual({ notes: [], at: -1 });
    expect((await ask('GET', `${NOTES}?__code=200`)).body.at).toBe(-1);
  });

  test('tells the time of its sandbox', async () => {
    const { ask, wait } = start();
    wait(1500);
    expect((await ask('GET', NOTES)).body.at).toBe(1500);
    expect((await ask('GET', `/~new${NOTES}`)).body.at).toBe(0);
  });

  test('may refuse a caller before the body is read', async () => {
    const { ask } = start();
    const answer = await ask('GET', NOTES, undefined, { authorization: 'Bearer bad' });
    expect(answer.body.at).toBe(401);
  });

  test.each([
    ['crashes', 'crash', 500],
    ['breaks the contract', 'longer than ten characters', 500],
  ])('keeps no change of a handler that %s', async (_fact, value, status) => {
    const { ask, errors } = start();
    const refused = await ask('POST', NOTES, { text: value });
    expect(refused.status).toBe(status);
    expect(refused.headers.get('x-mock-violations')).toMatch(/crashed|maxLength|10/);
    expect((await ask('GET', NOTES)).body.notes.length).toBe(1);
    expect(errors.length).toBe(value === 'crash' ? 1 : 0);
  });

  test('keeps no change of a reply that cannot be written, and answers all the same', async () => {
    const { ask, errors } = start();
    const refused = await ask('GET', '/notes-host/unwritable');
    expect(refused.status).toBe(500);
    expect(refused.headers.get('x-mock-violations')).toContain('cannot name an element');
    expect(errors).toHaveLength(1);
    expect((await ask('GET', NOTES)).body.notes.length).toBe(1);
  });

  test('keeps the changes of an answer that tells of a failure', async () => {
    const { ask } = start();
    expect((await ask('POST', NOTES, { text: 'gone' })).status).toBe(404);
    expect((await ask('GET', NOTES)).body.notes.length).toBe(2);
  });

  test('refuses another row once its sandbox is full, and says so', async () => {
    const { ask } = start({ rowLimit: 2 });
    expect((await ask('POST', NOTES, { text: 'a' })).status).toBe(201);
    const full = await ask('POST', NOTES, { text: 'b' });
    expect(full.status).toBe(500);
    expect(full.headers.get('x-mock-violations')).toContain('A sandbox holds at most 2 rows.');
    expect((await ask('GET', NOTES)).body.notes.length).toBe(2);
  });

  test('serves pages of its host, with links that stay in the sandbox', async () => {
    const { ask } = start();
    const opened = await ask('GET', '/notes-host/open/seed');
    expect([opened.status, opened.body]).toEqual([200, 'http://mock.test/notes-host/open']);
    expect((await ask('GET', '/notes-host/open/none')).status).toBe(404);
    expect((await ask('GET', '/~a/notes-host/open/seed')).body).toBe(
      'http://mock.test/~a/notes-host/open',
    );
    expect((await ask('POST', '/notes-host/open/seed')).status).toBe(404);
    expect((await ask('GET', '/notes-host/other')).status).toBe(404);
  });

  test('gives the same ids for the same calls, and others for another seed', async () => {
    const history = async (seed: string) => {
      const { ask } = start({ seed });
      const first = await ask('POST', NOTES, { text: 'a' });
      const second = await ask('POST', NOTES, { text: 'a' });
      return [first.body.id, second.body.id];
    };
    expect(await history('one')).toEqual(await history('one'));
    expect(await history('one')).not.toEqual(await history('other'));
  });

  test('takes a sandbox by header as well as by path, and refuses a name that cannot be one', async () => {
    const { ask } = start();
    await ask('POST', `/~a${NOTES}`, { text: 'a' });
    const byHeader = await ask('GET', NOTES, undefined, { 'x-mock-sandbox': 'a' });
    expect(byHeader.body.notes.length).toBe(2);
    const refused = await ask('GET', `/~a%20b${NOTES}`);
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('a sandbox name of 1 to 64 letters');
  });

  test('never lets a sandbox see another one', async () => {
    const step = fc.record({
      sandbox: fc.constantFrom('default', 'a', 'b'),
      text: fc.option(fc.constantFrom('x', 'y', 'gone')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const together = start();
        const answers = new Map<string, unknown[]>();
        for (const { sandbox, text: value } of steps) {
          const answer = await perform(together.ask, sandbox, value);
          answers.set(sandbox, [...(answers.get(sandbox) ?? []), answer]);
        }
        for (const [sandbox, mine] of answers) {
          const alone = start();
          const expected: unknown[] = [];
          for (const { sandbox: name, text: value } of steps) {
            if (name === sandbox) expected.push(await perform(alone.ask, sandbox, value));
          }
          expect(mine).toEqual(expected);
        }
      }),
      propertyRuns(50),
    );
  });
});

async function perform(
  ask: ReturnType<typeof start>['ask'],
  sandbox: string,
  value: string | null,
) {
  const path = `/~${sandbox}${NOTES}`;
  const answer = await (value === null ? ask('GET', path) : ask('POST', path, { text: value }));
  return [answer.status, answer.body];
}

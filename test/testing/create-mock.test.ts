import { describe, expect, test } from 'vitest';
import { retry } from '../../src/client/index.ts';
import { createCraftkitClient } from '../../src/clients/craftkit.ts';
import { createCregoClient } from '../../src/clients/crego.ts';
import { createClient } from '../../src/generated/craftkit/client.ts';
import { createClient as createControlClient } from '../../src/generated/mock-control/client.ts';
import { createMock, startMock, type TestSandbox } from '../../src/testing/index.ts';
import { writeNotesProject } from './notes-project.ts';

const DOCUMENT = '01JVVJNAVTB19FN3F7W1NHBPT6';
const mock = await createMock({ apis: ['crego', 'craftkit'] });

async function countShares({ fetch, url }: TestSandbox): Promise<number> {
  const response = await fetch(`${url('crego')}/documents/${DOCUMENT}/shares/`, {
    headers: { authorization: 'Bearer x' },
  });
  const { count } = await response.json();
  return count;
}

async function share({ fetch, url }: TestSandbox): Promise<number> {
  const { status } = await fetch(`${url('crego')}/documents/${DOCUMENT}/shares/`, {
    method: 'POST',
    headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
    body: JSON.stringify({ expires_at: '2030-01-01T00:00:00Z' }),
  });
  return status;
}

describe('createMock', () => {
  test('serves the APIs that it is asked for', () =>
    expect(mock.apis).toEqual(['crego', 'craftkit']));

  test('gives each sandbox a state of its own', async () => {
    using one = mock.sandbox('one');
    using other = mock.sandbox();
    expect([await share(one), await share(one)]).toEqual([201, 201]);
    expect([await countShares(one), await countShares(other), await countShares(mock)]).toEqual([
      4, 2, 2,
    ]);
    one.reset();
    expect(await countShares(one)).toBe(2);
  });

  test('begins anew with a sandbox that was removed', async () => {
    const before = mock.sandbox('brief');
    await share(before);
    before.remove();
    using after = mock.sandbox('brief');
    expect([await countShares(after), after.journal().length]).toEqual([2, 1]);
  });

  test('gives a typed client what it needs to reach the sandbox', async () => {
    using own = mock.sandbox();
    const crego = own.client('crego', createCregoClient, { token: 'x' });
    await crego.listShares({ path: { document_id: DOCUMENT } });
    expect(own.journal().map(({ operation, status }) => [operation, status])).toEqual([
      ['listShares', 200],
    ]);
    // @ts-expect-error: a token is a text.
    own.client('crego', createCregoClient, { token: 1 });
    // @ts-expect-error: no option has this name.
    own.client('crego', createCregoClient, { tokn: 'x' });
    const createOther = (options: { baseUrl: string; key: string }) => options;
    // @ts-expect-error: the client needs a key.
    own.client('crego', createOther);
    expect(own.client('crego', createOther, { key: 'k' })).toMatchObject({ key: 'k' });
    own.client('craftkit', createCraftkitClient);
    own.client('craftkit', createClient);
  });

  test('moves and sets the clock', () => {
    using own = mock.sandbox();
    own.clock.set('2030-01-01T00:00:00Z');
    own.clock.advance('8d');
    own.clock.advance('-P1D');
    expect(own.clock.now('crego').toISOString()).toMatch(/^2030-01-08T00:00:/);
    expect(mock.clock.now('crego').getUTCFullYear()).toBe(2025);
    own.clock.set(new Date('2031-01-01T00:00:00Z'));
    expect(own.clock.now('craftkit').getUTCFullYear()).toBe(2031);
  });

  test('chooses the scenario, and restores that of the beginning', async () => {
    using own = mock.sandbox();
    own.scenario('empty');
    expect(await countShares(own)).toBe(0);
    own.reset();
    expect(await countShares(own)).toBe(2);
  });

  test('applies the faults of a sandbox to it alone', async () => {
    using own = mock.sandbox();
    using other = mock.sandbox();
    own.faults.set([{ api: 'crego', operation: 'createShare', outcome: 'error' }]);
    own.faults.add({ api: 'craftkit', delay: { min: 1, max: 2 } });
    expect(own.faults.list()).toHaveLength(2);
    expect([await share(own), await share(other)]).toEqual([500, 201]);
    own.faults.clear();
    expect(await share(own)).toBe(201);
  });

  test('ends a fault by itself after the times that it has, in each sandbox for itself', async () => {
    using own = mock.sandbox();
    using other = mock.sandbox();
    const fault = { api: 'crego', operation: 'createShare', times: 2, outcome: 'error' } as const;
    own.faults.add(fault);
    other.faults.add({ ...fault, times: 1 });
    expect([await share(own), own.faults.list()]).toEqual([500, [{ ...fault, times: 1 }]]);
    expect([await share(other), other.faults.list()]).toEqual([500, []]);
    expect([await share(own), own.faults.list()]).toEqual([500, []]);
    expect([await share(own), await share(other)]).toEqual([201, 201]);
  });

  test('strikes one of several requests at the same time by a fault of one time', async () => {
    using own = mock.sandbox();
    own.faults.set([{ operation: 'createShare', times: 1, outcome: 'error', delay: 1 }]);
    const statuses = await Promise.all([share(own), share(own), share(own)]);
    expect(statuses.toSorted()).toEqual([201, 201, 500]);
  });

  test('strikes by faults of some times one after another', async () => {
    using own = mock.sandbox();
    const operation = 'createShare';
    own.faults.set([
      { operation, times: 1, outcome: 'error' },
      { operation, times: 1, outcome: 'reset' },
    ]);
    expect(await share(own)).toBe(500);
    await expect(share(own)).rejects.toThrow();
    expect(await share(own)).toBe(201);
  });

  test('forgets the faults that are left when it is reset, and brings back none that ended', async () => {
    using own = mock.sandbox();
    own.faults.set([
      { operation: 'createShare', times: 1, outcome: 'error' },
      { api: 'crego', times: 5 },
    ]);
    expect(await share(own)).toBe(500);
    own.reset();
    expect([await share(own), own.faults.list()]).toEqual([201, []]);
  });

  test('lists the requests of a sandbox, with secrets masked', async () => {
    using own = mock.sandbox();
    await share(own);
    await countShares(own);
    const [created] = own.journal({ operation: 'createShare' });
    expect(created?.url).toContain(`${own.url('crego')}/documents/`);
    expect(created?.request.headers).toContainEqual({ name: 'authorization', value: 'Bearer ***' });
    expect(own.journal().map(({ operation }) => operation)).toEqual(['createShare', 'listShares']);
  });

  test.for<[what: string, act: (sandbox: TestSandbox) => void, message: string]>([
    [
      'an unknown API',
      ({ url }) => url('crgo'),
      'Unknown API "crgo". Known: crego, craftkit. Did you mean "crego"?',
    ],
    [
      'an unknown scenario',
      ({ scenario }) => scenario('meny'),
      'Unknown scenario "meny". Known: default, ',
    ],
    [
      'an unknown operation',
      ({ faults }) => faults.add({ operation: 'lisShares' }),
      'Did you mean "listShares"?',
    ],
    [
      'a rate beyond 1',
      ({ faults }) => faults.add({ rate: 2 }),
      'faults/0/rate: expected a number from 0 to 1, found 2.',
    ],
    [
      'no times',
      ({ faults }) => faults.add({ times: 0 }),
      'faults/0/times: expected a whole number from 1 to 1000000, found 0.',
    ],
    [
      'half a time',
      ({ faults }) => faults.add({ times: 1.5 }),
      'faults/0/times: expected a whole number from 1 to 1000000, found 1.5.',
    ],
    [
      'a duration that is none',
      ({ clock }) => clock.advance('soon'),
      'Expected a duration such as "8d"',
    ],
    ['a duration beyond time', ({ clock }) => clock.advance('999999w'), 'got 999999w.'],
    [
      'a time that is none',
      ({ clock }) => clock.set('soon'),
      'Expected a time from 1970-01-01T00:00:00Z',
    ],
    ['a Date that is none', ({ clock }) => clock.set(new Date('soon')), 'got an invalid Date.'],
  ])('refuses %s', ([, act, message]) => {
    using own = mock.sandbox();
    expect(() => act(own)).toThrow(message);
  });

  test.for(['', 'a b', '..', '~', 'a/b', '%61', 'x'.repeat(65)])(
    'refuses the sandbox %j',
    (name) => {
      expect(() => mock.sandbox(name)).toThrow('Expected the name of a sandbox: 1 to 64 letters');
    },
  );

  test.for<[what: string, options: object, message: string]>([
    ['an unknown API', { apis: ['crgo'] }, 'Unknown API "crgo".'],
    ['an unknown scenario', { apis: ['crego'], scenario: 'meny' }, 'Did you mean "many"?'],
    [
      'a clock that is none',
      { apis: ['crego'], clock: 'soon' },
      'clock: expected "examples", "now" or',
    ],
    ['a project that is none', { project: '/nowhere' }, 'Expected a redocly.yaml at /nowhere'],
  ])('rejects for %s', async ([, options, message]) => {
    await expect(createMock(options)).rejects.toThrow(message);
  });

  test('begins in the scenario and at the time that the options say', async () => {
    await using other = await createMock({
      apis: ['crego'],
      scenario: 'empty',
      clock: '2030-01-01',
    });
    expect(await countShares(other.sandbox())).toBe(0);
    expect(other.clock.now('crego').getUTCFullYear()).toBe(2030);
  });

  test('acts on the collections of a contract of somebody else', async () => {
    await using project = await writeNotesProject();
    await using notes = await createMock({ project: project.folder });
    const ask = async (path: string, init?: RequestInit) => {
      const response = await notes.fetch(`${notes.url('notes')}${path}`, init);
      return [response.status, await response.json()];
    };
    const created = await ask('/notes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Three.' }),
    });
    expect(created).toEqual([201, { id: 3, text: 'Three.' }]);
    expect(await ask('/notes/3')).toEqual([200, { id: 3, text: 'Three.' }]);
  });
});

describe('startMock', () => {
  test('ends a fault by itself that the control API set, which a retry gets over', async () => {
    await using server = await startMock({ apis: ['crego'] });
    const baseUrl = new URL('/_mock', server.url('crego')).href;
    const control = createControlClient({ baseUrl });
    await control.setFaults({
      path: { sandbox: server.name },
      body: { faults: [{ api: 'crego', operation: 'listShares', times: 1, outcome: 'reset' }] },
    });
    const crego = server.client('crego', createCregoClient, {
      token: 'x',
      retry: retry({ random: () => 0 }),
    });
    const path = { document_id: DOCUMENT };
    expect((await crego.listShares({ path })).count).toBe(2);
    const asked = server.journal({ operation: 'listShares' });
    expect([asked.length, server.faults.list()]).toEqual([2, []]);
  });

  test('serves sandboxes over HTTP until it is closed', async () => {
    const server = await startMock({ apis: ['crego'] });
    const own = server.sandbox('checkout');
    expect(own.url('crego')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/~checkout\/crego$/);
    expect([await share(own), await countShares(own), await countShares(server)]).toEqual([
      201, 3, 2,
    ]);
    const health = await fetch(new URL('/_mock/health', server.url('crego')));
    expect(health.status).toBe(200);
    await server.close();
    await expect(fetch(server.url('crego'))).rejects.toThrow('fetch failed');
  });

  test('rejects with the error of the system', async () => {
    await using server = await startMock({ apis: ['crego'] });
    const port = Number(new URL(server.url('crego')).port);
    await expect(startMock({ apis: ['crego'], port })).rejects.toThrow('EADDRINUSE');
  });
});

import { stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { toStatefulApi } from '../../../src/mock/request/stateful-api.ts';
import type { SandboxesOptions } from '../../../src/mock/state/sandboxes.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { CREGO, type KeptMock, SHARES, share, startKept } from './kept-mock.ts';

const CLOCK = '/_mock/sandboxes/default/clock';

/** Lets servers follow each other on one file; the time is real time in milliseconds. */
async function makeFile(options: SandboxesOptions = {}) {
  const { at } = await makeFolder();
  const clock = { time: Date.parse('2030-01-01T00:00:00Z') };
  const sandboxes = { readTime: () => clock.time, ...options };
  const file = at('state.db');
  /** Runs one server from its start to its end. */
  const run = async <T>(act: (server: KeptMock) => Promise<T>, more: SandboxesOptions = {}) => {
    using server = startKept(file, { ...sandboxes, ...more });
    return await act(server);
  };
  return { file, clock, run, sandboxes };
}

const namesOf = ({ mock }: KeptMock) => mock.sandboxes.list().map(({ name }) => name);

describe('a restart', () => {
  test('keeps rows in their order, and ids go on where they stopped', async () => {
    const { run } = await makeFile();
    using constant = startKept(undefined, { readTime: () => 0 });
    const expected = [await share(constant), await share(constant), await share(constant)];
    const list = await constant.ask(`GET ${SHARES}`);
    const first = await run(async (server) => [await share(server), await share(server)]);
    const last = await run(async (server) => [
      await share(server),
      await server.ask(`GET ${SHARES}`),
    ]);
    expect([...first, ...last]).toEqual([...expected, list]);
  });

  test('finds a file that its owner alone may read', async () => {
    const { file, run } = await makeFile();
    await run(async () => {});
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('keeps what was changed and deleted, world by world', async () => {
    const { run } = await makeFile();
    const [gone, changed] = await run(async (server) => {
      await server.ask('PUT /_mock/sandboxes/a/scenario', { name: 'many' });
      const { body } = await server.ask(`GET /~a${SHARES}`);
      const [one, other] = body.results;
      await server.ask(`DELETE /~a${SHARES}${one.id}/`);
      const put = { expires_at: '2031-01-01T00:00:00Z' };
      return [one, (await server.ask(`PATCH /~a${SHARES}${other.id}/`, put)).body];
    });
    await run(async ({ ask }) => {
      expect((await ask(`GET /~a${SHARES}${gone.id}/`)).status).toBe(404);
      expect((await ask(`GET /~a${SHARES}${changed.id}/`)).body).toEqual(changed);
      expect((await ask(`GET /~a${SHARES}`)).body.count).toBe(249);
      expect((await ask(`GET ${SHARES}`)).body.count).toBe(2);
    });
  });

  test('keeps scenario, faults, their luck, and the receiver of webhooks', async () => {
    const { run } = await makeFile();
    const faults = [{ operation: 'listShares', rate: 0.5, outcome: 'error' }];
    const strikes = async ({ ask }: KeptMock) =>
      Array.fromAsync(
        Array.from({ length: 10 }, () => ask(`GET ${SHARES}`)),
        ({ status }) => status,
      );
    const setUp = async ({ ask }: KeptMock) => {
      await ask('PUT /_mock/sandboxes/default/faults', { faults });
      await ask('PUT /_mock/sandboxes/default/scenario', { name: 'many' });
      const receiver = { url: 'http://a.test/hook', secret: 's' };
      await ask('PUT /_mock/sandboxes/default/webhook', receiver);
      return receiver;
    };
    using constant = startKept(undefined);
    await setUp(constant);
    const expected = [await strikes(constant), await strikes(constant)];
    const receiver = await run(setUp);
    expect([await run(strikes), await run(strikes)]).toEqual(expected);
    await run(async ({ mock }) => {
      const { scenario, webhook } = mock.sandboxes.open('default');
      expect([scenario, webhook]).toEqual(['many', receiver]);
    });
  });

  test('keeps how often a fault is still to strike', async () => {
    const { run } = await makeFile();
    const faults = [{ operation: 'listShares', times: 2, outcome: 'error' }];
    const list = async ({ ask }: KeptMock) => (await ask(`GET ${SHARES}`)).status;
    await run(({ ask }) => ask('PUT /_mock/sandboxes/default/faults', { faults }));
    expect([await run(list), await run(list), await run(list)]).toEqual([500, 500, 200]);
  });

  test.each([
    ['as it began', []],
    ['that was set', [['PUT ', { now: '2025-03-30T00:00:00Z' }]]],
    ['that was moved', [['POST /advance', { by: 'P1D' }]]],
    [
      'that was set and moved',
      [
        ['PUT ', { now: '2025-03-30T00:00:00Z' }],
        ['POST /advance', { by: 'PT1H' }],
      ],
    ],
  ] as const)('lets a clock %s go on from where it stood', async (_fact, steps) => {
    const { run, clock } = await makeFile();
    const read = async ({ ask }: KeptMock) =>
      Date.parse((await ask(`GET ${CLOCK}`)).body.apis.crego);
    const before = await run(async (server) => {
      for (const [request, body] of steps) {
        await server.ask(request.replace(' ', ` ${CLOCK}`), body);
        clock.time += 5000;
      }
      clock.time += 5000;
      return read(server);
    });
    clock.time += 3_600_000;
    const after = await run((server) => {
      clock.time += 1000;
      return read(server);
    });
    clock.time -= 86_400_000;
    expect([after - before, (await run(read)) - after]).toEqual([1000, 0]);
  });

  test('expires no link while no server runs', async () => {
    const { run, clock } = await makeFile();
    const { body } = await run(share);
    clock.time += 30 * 86_400_000;
    const preview = async ({ ask }: KeptMock) =>
      (await ask(`GET /crego/shares/${body.token}/preview/`)).status;
    expect(await run(preview)).toBe(200);
    clock.time += 30 * 86_400_000;
    await run(async (server) => {
      clock.time += 30 * 86_400_000;
      expect(await preview(server)).toBe(404);
    });
  });

  test('lets a clock that began with the real time follow it', async () => {
    const { run, clock } = await makeFile({ clock: 'now' });
    const read = async ({ ask }: KeptMock) =>
      Date.parse((await ask(`GET ${CLOCK}`)).body.apis.crego);
    expect(await run(read)).toBe(clock.time);
    clock.time += 3_600_000;
    expect(await run(read)).toBe(clock.time);
    // A sandbox keeps the clock that its rows were dated by.
    expect(await run(read, { clock: 'examples' })).toBe(clock.time);
    await run(({ ask }) => ask(`PUT ${CLOCK}`, { now: '2040-01-01T00:00:00Z' }));
    clock.time += 3_600_000;
    expect(await run(read)).toBe(Date.parse('2040-01-01T01:00:00Z'));
  });

  test('keeps the sandboxes and the order of their use', async () => {
    const { run } = await makeFile({ limit: 3 });
    await run(async ({ mock: { sandboxes } }) => {
      for (const name of ['a', 'b', 'c', 'a']) sandboxes.open(name);
    });
    const dropped: string[] = [];
    await run(
      async (server) => {
        expect(namesOf(server)).toEqual(['default', 'b', 'c', 'a']);
        server.mock.sandboxes.open('b');
        server.mock.sandboxes.open('d');
      },
      { onDrop: (name) => dropped.push(name) },
    );
    await run(async (server) => expect(namesOf(server)).toEqual(['default', 'a', 'b', 'd']));
    await run(async (server) => expect(namesOf(server)).toEqual(['default', 'd']), {
      limit: 1,
      onDrop: (name) => dropped.push(name),
    });
    expect(dropped).toEqual(['c', 'a', 'b']);
  });

  test.each([
    ['deleted', 'DELETE /_mock/sandboxes/a', {}],
    ['reset', 'POST /_mock/sandboxes/a/reset', {}],
    ['dropped', `GET /~b${SHARES}`, { limit: 1 }],
  ])('brings nothing back of a sandbox that was %s', async (_fact, request, options) => {
    const { run } = await makeFile(options);
    const fresh = await run(async (server) => {
      const body = await server.ask(`GET /~a${SHARES}`);
      await server.ask('DELETE /_mock/sandboxes/a');
      return body;
    });
    await run(async (server) => {
      await share(server, '/~a');
      await server.ask('PUT /_mock/sandboxes/a/faults', { faults: [{ outcome: 'error' }] });
      await server.ask(request);
    });
    await run(async ({ ask }) => expect(await ask(`GET /~a${SHARES}`)).toEqual(fresh));
  });

  test('keeps nothing of a sandbox for those who still hold it', async () => {
    const { run } = await makeFile();
    await run(async ({ mock: { sandboxes } }) => {
      const [removed, reset] = [sandboxes.open('a'), sandboxes.open('default')];
      const api = toStatefulApi(CREGO) ?? fail();
      const world = reset.open(api, 'default');
      sandboxes.remove('a');
      sandboxes.open('a');
      reset.reset();
      removed.scenario = 'many';
      for (const held of [removed.open(api, 'default'), world]) {
        held.transact(
          () => held.tables.documents?.put({ id: 'late' }),
          () => true,
        );
      }
    });
    await run(async ({ ask, mock: { sandboxes } }) => {
      expect(sandboxes.open('a').scenario).toBe('default');
      for (const name of ['a', 'default']) {
        const { tables } = (await ask(`GET /_mock/sandboxes/${name}/state/crego`)).body;
        expect(tables.documents.length).toBe(2);
      }
    });
  });

  test('leaves worlds and tables alone that this start does not know', async () => {
    const { run, file } = await makeFile();
    await run(share);
    const { behaviour = fail() } = CREGO;
    const { shares = fail() } = behaviour.tables;
    const others = [
      { ...CREGO, name: 'other' },
      { ...CREGO, behaviour: { ...behaviour, handlers: {}, tables: { shares } } },
    ];
    for (const api of others) {
      using server = startKept(file, {}, api);
      expect((await server.ask(`GET /_mock/sandboxes/default/state/${api.name}`)).status).toBe(200);
      expect((await server.ask(`GET ${SHARES}`)).status).toBe(200);
    }
    await run(async ({ ask }) => {
      const { tables } = (await ask('GET /_mock/sandboxes/default/state/crego')).body;
      expect([tables.documents.length, tables.shares.length]).toEqual([2, 3]);
    });
  });

  test('keeps keys of any text apart', async () => {
    const { file } = await makeFile();
    const { behaviour = fail() } = CREGO;
    // The schema of the own table would refuse them.
    const tables = { documents: { key: (row: object) => ('id' in row ? `${row.id}` : fail()) } };
    const loose = { ...CREGO, behaviour: { ...behaviour, tables } };
    const run = async (act: (server: KeptMock) => Promise<unknown>) => {
      using server = startKept(file, {}, loose);
      await act(server);
    };
    const ids = ['', '\u0000', '\u0000a', '\ud800', '\ud801', '"', '😀'];
    const api = toStatefulApi(loose) ?? fail();
    const open = ({ mock: { sandboxes } }: KeptMock) =>
      sandboxes.open('default').open(api, 'empty');
    await run(async (server) => {
      const { transact, tables } = open(server);
      transact(
        () => {
          for (const id of ids) tables.documents?.put({ id });
        },
        () => true,
      );
    });
    await run(async (server) => {
      const rows = open(server).tables.documents?.rows();
      expect(rows).toEqual(expect.arrayContaining(ids.map((id) => ({ id }))));
    });
  });

  test('is no concern of a mock that is closed, whose file the next one takes', async () => {
    const { file } = await makeFile();
    const server = startKept(file);
    await server.mock.close();
    expect((await share(server, '/~a')).status).toBe(201);
    await server.mock.close();
    using next = startKept(file);
    expect(namesOf(next)).toEqual(['default']);
  });
});

function fail(): never {
  throw new Error('The API has no such part.');
}

import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StateUnavailableError } from '../../../src/mock/state/state-unavailable-error.ts';
import { createLocalLog } from '../../../src/mock/state-log/local-log.ts';
import { ADMIN, bearer } from '../../mocks/cloudreve/cloudreve-mock.ts';
import { askReplica, replicaOver } from '../../support/replicas.ts';

const SHARES = '/crego/documents/01ARZ3NDEKTSV4RRFFQ69G5FAV/shares/';
const RENDER = '0193c2c3-1111-7aaa-8bbb-000000000001';
const SHARE = { expires_at: '2031-08-01T05:38:35+00:00' };

describe('servers that share sandboxes', () => {
  test('see what the others did', async () => {
    const log = createLocalLog();
    const [one, other] = [replicaOver(log), replicaOver(log)];
    const created = await askReplica(one, `POST ${SHARES}`, SHARE);
    expect(created.status).toBe(201);
    const listed = await askReplica(other, `GET ${SHARES}`);
    expect(listed.body).toMatchObject({ results: [{ id: created.body.id }] });
  });

  test('steer each other', async () => {
    const log = createLocalLog();
    const [one, other] = [replicaOver(log), replicaOver(log)];
    const set = await askReplica(one, 'PUT /_mock/sandboxes/default/scenario', { name: 'empty' });
    expect(set.status).toBe(200);
    expect((await askReplica(other, 'GET /_mock/sandboxes/default')).body).toMatchObject({
      scenario: 'empty',
    });
    expect((await askReplica(other, 'GET /_mock/sandboxes')).body).toMatchObject({
      sandboxes: [{ name: 'default', scenario: 'empty', requests: 0 }],
    });
    expect((await askReplica(other, 'GET /_mock/health')).body).toMatchObject({ status: 'ok' });
  });

  test('show the journal of all', async () => {
    const log = createLocalLog();
    const [one, other] = [replicaOver(log), replicaOver(log)];
    await askReplica(one, `GET ${SHARES}`);
    await askReplica(other, `POST ${SHARES}`, SHARE);
    // Each writes behind its answers.
    await expect
      .poll(async () => (await askReplica(one, 'GET /_mock/sandboxes/default/journal')).body.total)
      .toBe(2);
    const { body } = await askReplica(other, 'GET /_mock/sandboxes/default/journal');
    expect(body.entries).toHaveLength(2);
    expect((await askReplica(one, 'DELETE /_mock/sandboxes/default/journal')).status).toBe(204);
    expect((await askReplica(other, 'GET /_mock/sandboxes/default/journal')).body.total).toBe(0);
  });

  test('let a journal be followed, whoever writes it', async () => {
    const log = createLocalLog();
    const [one, other] = [replicaOver(log), replicaOver(log)];
    await askReplica(one, `GET ${SHARES}`);
    const url = 'http://mock.test/_mock/sandboxes/default/journal/events';
    const { body } = await one.fetch(new Request(url));
    if (body === null) throw new Error('Expected events.');
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    await askReplica(other, `POST ${SHARES}`, SHARE);
    let text = '';
    while (!text.includes('createShare')) text += (await reader.read()).value ?? '';
    expect(text).toContain('listShares');
    await reader.cancel();
  });

  test('send webhooks, by one of them', async () => {
    const received: string[] = [];
    const receiver = createServer((request, response) => {
      received.push(JSON.stringify(request.headers));
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void receiver.close());
    const address = receiver.address();
    if (address === null || typeof address === 'string') throw new Error('Expected a port.');
    const log = createLocalLog();
    const [one, other] = [replicaOver(log), replicaOver(log)];
    const hook = { url: `http://127.0.0.1:${address.port}/`, secret: 's' };
    await askReplica(one, 'PUT /_mock/sandboxes/default/webhook', hook);
    await askReplica(other, `POST /craftkit/v1/renders/${RENDER}/shares`, {});
    await expect.poll(() => received.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await expect
      .poll(async () =>
        JSON.stringify((await askReplica(one, 'GET /_mock/sandboxes/default/journal')).body),
      )
      .toContain('"kind":"webhook"');
  });

  test('remove and reset sandboxes for all', async () => {
    const log = createLocalLog();
    const [one, other] = [replicaOver(log), replicaOver(log)];
    await askReplica(one, `POST /~a${SHARES}`, SHARE);
    expect((await askReplica(other, 'DELETE /_mock/sandboxes/b')).status).toBe(404);
    expect((await askReplica(other, 'DELETE /_mock/sandboxes/a')).status).toBe(204);
    expect((await askReplica(one, 'GET /_mock/sandboxes/a')).status).toBe(404);
    expect((await askReplica(one, `GET /~a${SHARES}`)).body.results).toEqual([]);
    await askReplica(one, `POST ${SHARES}`, SHARE);
    expect((await askReplica(other, 'POST /_mock/sandboxes/default/reset')).status).toBe(200);
    expect((await askReplica(one, `GET ${SHARES}`)).body.results).toEqual([]);
  });

  test('act as one on a sandbox that all change at the same time', async () => {
    const log = createLocalLog();
    const servers = [replicaOver(log), replicaOver(log), replicaOver(log)];
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) => {
        const server = servers[at % 3];
        if (server === undefined) throw new Error('There are three.');
        return askReplica(server, `POST ${SHARES}`, SHARE);
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const ids = answers.map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(60);
    for (const server of servers) {
      const listed = await askReplica(server, `GET ${SHARES}?page_size=100`);
      expect(listed.body.count).toBe(60);
    }
  });

  test('draw one after the other where they refuse a caller', async () => {
    const log = createLocalLog();
    const [one, other] = [replicaOver(log), replicaOver(log)];
    const { headers } = bearer({ sub: ADMIN }, 'other key');
    const answers = [
      await askReplica(one, 'GET /cloudreve/api/v4/share?page_size=10', undefined, headers),
      await askReplica(other, 'GET /cloudreve/api/v4/share?page_size=10', undefined, headers),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual([401, 401]);
    expect(new Set(answers.map(({ body }) => body.correlation_id)).size).toBe(2);
  });

  describe('whose store is away', () => {
    const away = new StateUnavailableError('The store does not answer.', { retryAfter: 1 });

    /** Log whose exchanges fail as long as it is away. */
    function breakable() {
      const log = createLocalLog();
      const state = { isAway: false };
      const guard = <Arguments extends unknown[], Result>(
        act: (...given: Arguments) => Promise<Result>,
      ) => {
        return async (...given: Arguments) => {
          if (state.isAway) throw away;
          return act(...given);
        };
      };
      const journals = {
        append: guard(log.journals.append),
        read: guard(log.journals.read),
        clear: guard(log.journals.clear),
      };
      const guarded = { ...log, exchange: guard(log.exchange), list: guard(log.list), journals };
      return { log: { ...guarded, count: guard(log.count) }, state };
    }

    test.each([
      [503, `/crego/documents/01ARZ3NDEKTSV4RRFFQ69G5FAV/shares/`, { detail: expect.any(String) }],
      [503, '/cloudreve/api/v4/share', ''],
      [503, '/_mock/sandboxes/default/clock', { title: 'Service unavailable' }],
      [503, '/_mock/sandboxes', { title: 'Service unavailable' }],
    ])('refuse with %i what needs state: %s', async (status, target, body) => {
      const { log, state } = breakable();
      const server = replicaOver(log);
      state.isAway = true;
      const refused = await askReplica(server, `GET ${target}`);
      expect(refused).toMatchObject({ status, body });
      expect(refused.headers.get('retry-after')).toBe('1');
      expect(refused.headers.get('x-mock-violations')).toContain('state');
    });

    test('go on with examples, docs and health, and with all else once it is back', async () => {
      const { log, state } = breakable();
      const server = replicaOver(log);
      const created = await askReplica(server, `POST ${SHARES}`, SHARE);
      state.isAway = true;
      const example = { prefer: 'example=documented' };
      expect((await askReplica(server, `GET ${SHARES}`, undefined, example)).status).toBe(200);
      expect((await askReplica(server, `POST ${SHARES}`, SHARE)).status).toBe(503);
      expect((await askReplica(server, 'GET /nowhere')).status).toBe(404);
      const health = await askReplica(server, 'GET /_mock/health');
      expect(health).toMatchObject({ status: 200, body: { status: 'failing' } });
      state.isAway = false;
      const { body } = await askReplica(server, `GET ${SHARES}`);
      expect(body).toMatchObject({ count: 1, results: [{ id: created.body.id }] });
      expect((await askReplica(server, 'GET /_mock/health')).body.status).toBe('ok');
    });
  });
});

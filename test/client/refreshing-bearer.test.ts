import { describe, expect, test } from 'vitest';
import {
  createConnection,
  operation,
  refreshingBearer,
  type TokenSource,
  withEvents,
} from '../../src/client/index.ts';
import type { LooseOperation } from './loose-operation.ts';
import { INPUT, serve, show } from './serve.ts';

/** A server that accepts one token, and a client whose tokens come from a source. */
function open(source: TokenSource, accepted = 'new') {
  const seen: (string | null)[] = [];
  const { client } = serve(
    (request) => {
      const header = request.headers.get('authorization');
      seen.push(header);
      return header === `Bearer ${accepted}`
        ? Response.json({ name: 'A' })
        : Response.json({ detail: 'Expired.' }, { status: 404 });
    },
    { middleware: [refreshingBearer({ isExpired: ({ status }) => status === 404, ...source })] },
  );
  return { call: () => client.send(show().route, INPUT), seen };
}

describe('refreshingBearer', () => {
  test('sends a request that was under way again with a token that another call got', async () => {
    let token = 'old';
    const refreshed: unknown[] = [];
    const { call, seen } = open({
      token: () => token,
      refresh: (stale) => {
        refreshed.push(stale);
        return 'own';
      },
      isExpired: ({ status }) => {
        // As if another call had renewed it while this one was at the server.
        token = 'new';
        return status === 404;
      },
    });
    expect(await call()).toMatchObject({ ok: true });
    expect([seen, refreshed]).toEqual([['Bearer old', 'Bearer new'], []]);
  });

  test('asks once only, and gives the answer to that', async () => {
    const { call, seen } = open({ token: () => 'old', refresh: () => 'other' });
    expect(await call()).toMatchObject({ ok: false, status: 404 });
    expect(seen).toEqual(['Bearer old', 'Bearer other']);
  });

  test('gets a first token where there is none', async () => {
    const stale: unknown[] = [];
    const { call, seen } = open({
      token: () => undefined,
      refresh: (old) => {
        stale.push(old);
        return 'new';
      },
    });
    expect(await call()).toMatchObject({ ok: true });
    expect([seen, stale]).toEqual([[null, 'Bearer new'], [undefined]]);
  });

  test('fails all calls that wait for a token, and tries anew after them', async () => {
    let count = 0;
    const { call } = open({
      token: () => 'old',
      refresh: async () => {
        count += 1;
        if (count === 1) throw new Error('no session');
        return 'new';
      },
    });
    const failed = { ok: false, error: { name: 'RequestError', cause: { message: 'no session' } } };
    expect(await Promise.all([call(), call()])).toMatchObject([failed, failed]);
    expect(await call()).toMatchObject({ ok: true });
    expect(count).toBe(2);
  });

  test('may tell by the body that a token has expired, which stays to be read', async () => {
    const { call, seen } = open({
      token: () => 'old',
      refresh: () => 'new',
      isExpired: async (response) => (await response.json()).detail === 'Expired.',
    });
    expect(await call()).toMatchObject({ ok: true, data: { name: 'A' } });
    expect(seen).toEqual(['Bearer old', 'Bearer new']);
  });

  /** An answer that says when it is cancelled. */
  function answerUntilCancelled(status: number, cancelled: number[]) {
    const event = new TextEncoder().encode('data: 1\n\n');
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(event),
      cancel: () => void cancelled.push(status),
    });
    return new Response(body, { status, headers: { 'content-type': 'text/event-stream' } });
  }

  test('keeps no connection open when a consumer leaves, or a token has expired', async () => {
    const cancelled: number[] = [];
    const statuses = [401, 200];
    const client = createConnection({
      baseUrl: 'http://a.test',
      fetch: async () => answerUntilCancelled(statuses.shift() ?? 500, cancelled),
      middleware: [refreshingBearer({ token: () => 'old', refresh: () => 'new' })],
    });
    const { events } = withEvents(
      operation<LooseOperation>({
        name: 'watch',
        method: 'get',
        path: '/events',
        answers: { 200: 'text' },
      }),
    );
    for await (const { data } of events(client)) {
      expect(data).toBe('1');
      break;
    }
    expect(cancelled).toEqual([401, 200]);
  });
});

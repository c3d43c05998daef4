import { describe, expect, test } from 'vitest';
import { createMock, defineBehaviour, type MockApi } from '../../../src/mock/create-mock.ts';
import { contractOf } from '../../support/test-contract.ts';

const EPOCH = '2026-01-31T12:00:00Z';
const BEGUN = Date.UTC(2027, 5, 1);
const done = (operationId: string) => ({ operationId, responses: { 204: { description: 'D.' } } });
const contract = contractOf({ paths: { '/a': { get: done('a'), put: done('b') } } });
const behaviour = defineBehaviour()({
  epoch: EPOCH,
  tables: {},
  seeds: { default: () => {} },
  handlers: {
    a: () => ({ status: 204 }),
    b: () => {
      throw new Error('A defect.');
    },
  },
});

function start(api: Partial<MockApi> = { behaviour }, clock?: 'now') {
  let time = BEGUN;
  const mock = createMock({
    apis: [{ name: 'a', mount: '/v1', contract, ...api }],
    sandboxes: { readTime: () => time, clock },
    logError: () => {},
  });
  const ask = (path: string, init?: RequestInit) =>
    mock.fetch(new Request(`http://mock.test${path}`, init));
  const readTime = async (path: string, init?: RequestInit) =>
    (await ask(path, init)).headers.get('x-mock-time');
  return { mock, ask, readTime, wait: (milliseconds: number) => (time += milliseconds) };
}

describe('X-Mock-Time', () => {
  test('is the time of the API in the sandbox, which runs', async () => {
    const { readTime, wait, mock } = start();
    expect(await readTime('/v1/a')).toBe('2026-01-31T12:00:00.000Z');
    wait(1500);
    expect(await readTime('/v1/a')).toBe('2026-01-31T12:00:01.500Z');
    mock.sandboxes.open('b').clock.advance(86_400_000);
    expect(await readTime('/~b/v1/a')).toBe('2026-02-01T12:00:00.000Z');
    expect(await readTime('/v1/a')).toBe('2026-01-31T12:00:01.500Z');
    expect(await readTime('/v1/a', { headers: { 'x-mock-sandbox': 'b' } })).toBe(
      '2026-02-01T12:00:00.000Z',
    );
  });

  test('is that of the reader where the world is moved to today', async () => {
    expect(await start(undefined, 'now').readTime('/v1/a')).toBe('2027-06-01T00:00:00.000Z');
  });

  test.each<[what: string, path: string, init: RequestInit, status: number]>([
    ['a documented example', '/v1/a', { headers: { prefer: 'code=204' } }, 204],
    ['an unknown path', '/v1/b', {}, 404],
    ['an unknown method', '/v1/a', { method: 'POST' }, 405],
    ['an unknown scenario', '/v1/a', { headers: { 'x-mock-scenario': 'b' } }, 422],
    ['an internal error', '/v1/a', { method: 'PUT' }, 500],
    ['HEAD', '/v1/a', { method: 'HEAD' }, 204],
  ])('is on the answer to %s', async (_what, path, init, status) => {
    const { headers, status: found } = await start().ask(path, init);
    expect([found, headers.get('x-mock-time')]).toEqual([status, '2026-01-31T12:00:00.000Z']);
  });

  test('can be read by pages of other origins', async () => {
    const { headers } = await start().ask('/v1/a', { headers: { origin: 'http://a.test' } });
    expect(headers.get('access-control-expose-headers')).toContain('x-mock-time');
  });

  test.each(['/v1/a', '/', '/docs/'])(
    'is on no answer where nothing has a clock: %s',
    async (path) => {
      const { readTime } = start(path === '/v1/a' ? {} : undefined);
      expect(await readTime(path)).toBeNull();
    },
  );

  test('never stays on an answer that is remembered', async () => {
    const { readTime, wait } = start();
    const preferring = { headers: { prefer: 'code=204' } };
    const first = await readTime('/v1/a', preferring);
    wait(1000);
    expect(await readTime('/v1/a', preferring)).not.toBe(first);
  });
});

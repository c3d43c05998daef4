import { describe, expect, test } from 'vitest';
import { loadProject } from '../../../src/apis/load-project.ts';
import { CONTROL_CONTRACT } from '../../../src/apis/root.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { zCoverage, zItemList } from '../../../src/generated/mock-control/zod.ts';
import { withCollections } from '../../../src/mock/collections/with-collections.ts';
import { createMock, type MockApi } from '../../../src/mock/create-mock.ts';
import { askOf } from '../../support/ask-mock.ts';
import { contractOf } from '../../support/test-contract.ts';

const apis = await loadProject();
const control = await loadContract(CONTROL_CONTRACT);

function start(served: readonly MockApi[] = apis) {
  const mock = createMock({
    apis: served,
    control: { loadContract: async () => control },
    sandboxes: { readTime: () => 0 },
  });
  return askOf(mock);
}

async function listItems(ask: ReturnType<typeof start>, api: string, query = '') {
  const { status, body } = await ask(`GET /_mock/sandboxes/a/items/${api}${query}`);
  expect(status).toBe(200);
  return zItemList.parse(body);
}

const NAMES = ['crego', 'cloudreve', 'craftkit', 'zoho-writer'];

describe('listItems', () => {
  test.each(NAMES)('knows the documented shares of %s', async (api) => {
    const { items, total } = await listItems(start(), api);
    expect(items.length).toBeGreaterThan(0);
    expect(total).toBe(items.length);
    expect(new Set(items.map(({ id, kind }) => `${kind} ${id}`)).size).toBe(items.length);
  });

  test.each(NAMES)(
    'gives links of %s that lead to its sandbox, where it gives any',
    async (api) => {
      const ask = start();
      const { items } = await listItems(ask, api);
      const links = items.flatMap(({ link }) => link ?? []);
      expect(links.length > 0).toBe(api !== 'zoho-writer');
      for (const link of links) expect(link).toMatch(/^http:\/\/mock\.test\/~a\//);
    },
  );

  test.each<[api: string, state: string, act: (ask: ReturnType<typeof start>) => Promise<unknown>]>(
    [
      ['crego', 'expired', (ask) => ask('POST /_mock/sandboxes/a/clock/advance', { by: 'P3650D' })],
      [
        'craftkit',
        'revoked',
        async (ask) => {
          const path = '/~a/craftkit/v1/renders/0193c2c3-1111-7aaa-8bbb-000000000001/shares';
          const { body } = await ask(`POST ${path}`, {});
          return ask(`DELETE ${path}/${body.id}`);
        },
      ],
    ],
  )('tells of %s what is %s', async (api, state, act) => {
    const ask = start();
    const states = async () => (await listItems(ask, api)).items.map((item) => item.state);
    expect(await states()).not.toContain(state);
    await act(ask);
    expect(await states()).toContain(state);
  });

  test('gives the newest first, and no more than it is asked for', async () => {
    const { items, total } = await listItems(start(), 'crego', '?limit=5&scenario=many');
    expect([items.length, total]).toEqual([5, 250]);
    const times = items.map(({ createdAt }) => createdAt ?? '');
    expect(times).toEqual(times.toSorted().reverse());
  });

  test('tells what is plain of recognised collections', async () => {
    const example = [
      { id: 1, name: 'Rex', createdAt: '2025-01-02T00:00:00Z', expires_at: '2025-01-03T00:00:00Z' },
      {
        id: 2,
        title: 'Ada',
        createdAt: '2025-01-01T00:00:00Z',
        expires_at: '2031-01-03T00:00:00Z',
      },
      { id: 3, revoked: true },
    ];
    const schema = {
      type: 'array',
      items: { type: 'object', properties: { id: { type: 'integer' } } },
    };
    const list = { 200: { content: { 'application/json': { schema, example } } } };
    const contract = contractOf({
      paths: {
        '/pets': { get: { operationId: 'listPets', responses: list } },
        '/pets/{id}': {
          get: {
            operationId: 'showPet',
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
            responses: { 200: { content: { 'application/json': { schema: schema.items } } } },
          },
        },
      },
    });
    const ask = start([withCollections({ name: 'shop', mount: '/shop', contract })]);
    await ask('PUT /_mock/sandboxes/a/clock', { now: '2026-01-01T00:00:00Z' });
    const { items } = await listItems(ask, 'shop');
    const [rex, ada, third] = items;
    expect(rex).toEqual({
      id: '1',
      kind: 'pets',
      label: 'Rex',
      link: null,
      state: 'expired',
      createdAt: '2025-01-02T00:00:00.000Z',
      expiresAt: '2025-01-03T00:00:00.000Z',
    });
    expect(ada).toMatchObject({ label: 'Ada', state: 'active' });
    expect(third).toMatchObject({ label: '3', state: 'revoked', createdAt: null });
  });

  test.each([
    ['nothing', 404],
    ['crego?scenario=nothing', 422],
  ])('refuses %s', async (target, status) => {
    expect((await start()(`GET /_mock/sandboxes/a/items/${target}`)).status).toBe(status);
  });
});

describe('getCoverage', () => {
  test('counts answers by operation and status, those that are not declared as well', async () => {
    const responses = { 200: { description: '' }, '4XX': { description: '' } };
    const contract = contractOf({
      paths: { '/pets': { get: { operationId: 'listPets', summary: 'List pets', responses } } },
    });
    const ask = start([{ name: 'shop', mount: '/shop', contract }]);
    const read = async () =>
      zCoverage.parse((await ask('GET /_mock/sandboxes/a/coverage/shop')).body);
    const [before] = (await read()).operations;
    expect(before).toEqual({
      id: 'listPets',
      method: 'GET',
      path: '/pets',
      summary: 'List pets',
      statuses: [
        { status: '200', count: 0, isDeclared: true },
        { status: '4XX', count: 0, isDeclared: true },
      ],
    });
    for (const code of [200, 200, 404])
      await ask('GET /~a/shop/pets', undefined, { prefer: `code=${code}` });
    await ask('PUT /_mock/sandboxes/a/faults', { faults: [{ outcome: 'error' }] });
    await ask('GET /~a/shop/pets');
    await ask('GET /shop/pets');
    const [after] = (await read()).operations;
    expect(after?.statuses).toEqual([
      { status: '200', count: 2, isDeclared: true },
      { status: '4XX', count: 1, isDeclared: true },
      { status: '500', count: 1, isDeclared: false },
    ]);
    await ask('POST /_mock/sandboxes/a/reset');
    expect((await read()).operations[0]).toEqual(before);
  });

  test('refuses an API that there is not', async () => {
    const { status, body } = await start()('GET /_mock/sandboxes/a/coverage/creg');
    expect(status).toBe(404);
    expect(body.detail).toContain('Did you mean "crego"?');
  });
});

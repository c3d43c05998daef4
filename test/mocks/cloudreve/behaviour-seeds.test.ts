import { describe, expect, test } from 'vitest';
import { behaviour } from '../../../mocks/cloudreve/behaviour.ts';
import { seeds } from '../../../mocks/cloudreve/seeds.ts';
import { loadProject } from '../../../src/apis/load-project.ts';
import { createSchemaOracle } from '../../../src/cases/schema-oracle.ts';
import { readExample } from '../../../src/contract/example/read-example.ts';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import type { MockApi } from '../../../src/mock/create-mock.ts';
import { createWorld, type World } from '../../../src/mock/state/world.ts';
import { anonymous, asAdmin, cloudreveMock, EPOCH_MS } from './cloudreve-mock.ts';

const MINE = 'GET /share?page_size=100';
const api = await findApi();

async function findApi(): Promise<MockApi> {
  const found = (await loadProject()).find(({ name }) => name === 'cloudreve');
  if (found === undefined) throw new Error('No own API is called "cloudreve".');
  return found;
}

/** World that a seed has filled, so many milliseconds after the documented examples. */
function fill(seed: string, later = 0): World {
  const world = createWorld({ tables: behaviour.tables, seed: '', rowLimit: 1000 });
  behaviour.seeds[seed]?.({
    ...world,
    at: (instant) => Date.parse(instant) + later,
    example: (operation, key) => readExample(api.contract, operation, key),
  });
  return world;
}

describe('seeds of cloudreve', () => {
  test.each([
    ['default', 2, 2],
    ['empty', 0, 0],
    ['one', 1, 0],
    ['expired', 2, 2],
    ['locked', 0, 1],
    ['two-factor', 2, 2],
  ] as const)('"%s" gives Luke %i and the administrator %i shares', async (name, luke, admin) => {
    const { call } = cloudreveMock(seeds[name]);
    expect((await call(MINE)).data.shares ?? []).toHaveLength(luke);
    expect((await call(MINE, asAdmin)).data.shares ?? []).toHaveLength(admin);
  });

  test('"many" gives 250 shares of one folder over three pages, the newest one last', async () => {
    const { call } = cloudreveMock(seeds.many);
    const first = (await call(MINE)).data;
    const second = (await call(`${MINE}&next_page_token=${first.pagination.next_token}`)).data;
    const third = (await call(`${MINE}&next_page_token=${second.pagination.next_token}`)).data;
    const all = [...first.shares, ...second.shares, ...third.shares];
    expect([all.length, third.pagination.next_token]).toEqual([250, undefined]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(250);
    expect(new Set(all.map(({ name }) => name))).toEqual(new Set(['Inspirations']));
    expect(all.at(-1).created_at).toBe('2025-06-10T16:16:39+08:00');
    expect(all.at(0).created_at).toBe('2025-06-10T12:07:39+08:00');
  });

  test('"locked" shows a share that the usual caller cannot unlock without its password', async () => {
    const { call } = cloudreveMock(seeds.locked);
    expect((await call('GET /share/info/VoMFL')).data.unlocked).toBe(false);
    expect((await call('GET /share/info/VoMFL', anonymous)).data.unlocked).toBe(false);
    expect((await call('GET /share/info/VoMFL?password=2rje2bdj')).data.unlocked).toBe(true);
  });

  test('"expired" has shares that are over', async () => {
    const { call } = cloudreveMock(seeds.expired);
    for (const id of ['g2guA', '8X9FD', 'VoMFL', 'KDVIn']) {
      expect((await call(`GET /share/info/${id}`)).msg).toBe('Share link expired');
    }
  });

  test('move with the time of the documented examples', () => {
    const world = fill('one', Date.parse('2030-01-01T00:00:00+08:00') - EPOCH_MS);
    expect(world.tables.shares?.rows()).toMatchObject([
      { created_at: '2030-01-01T00:00:00+08:00', expires: '2030-01-08T00:00:00+08:00' },
    ]);
  });

  test.each(Object.keys(seeds))('"%s" has rows as the tables describe them', (name) => {
    const { tables } = fill(name);
    for (const [table, { schema }] of Object.entries(behaviour.tables)) {
      if (schema === undefined) continue;
      const oracle = createSchemaOracle({ document: withSchema(table, schema) });
      const place = { schema, pointer: `/components/schemas/${table}` };
      expect(oracle(place, 'no row', 'response')).not.toEqual([]);
      for (const row of tables[table]?.rows() ?? []) {
        expect(oracle(place, row, 'response')).toEqual([]);
      }
    }
  });
});

/** Document of the contract with one more schema. */
function withSchema(name: string, schema: JsonSchema) {
  const { document } = api.contract;
  const components = Object(document.components);
  return {
    ...document,
    components: { ...components, schemas: { ...components.schemas, [name]: schema } },
  };
}

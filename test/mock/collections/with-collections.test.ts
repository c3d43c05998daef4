import { describe, expect, test } from 'vitest';
import type { Behaviour } from '../../../src/mock/authoring/behaviour.ts';
import { withCollections } from '../../../src/mock/collections/with-collections.ts';
import { createMock } from '../../../src/mock/create-mock.ts';
import { askOf } from '../../support/ask-mock.ts';
import { contractFromYaml } from '../../support/contract-from-yaml.ts';
import { TODOS } from './documents.ts';
import { askStateful } from './stateful-mock.ts';

const OWN: Behaviour = {
  epoch: '2030-01-01T00:00:00Z',
  tables: { todos: { key: () => 'own' } },
  seeds: { default: ({ tables }) => tables.todos?.put({ id: 1 }) },
  handlers: { getTodo: () => ({ status: 200, body: { id: 1, title: 'own' } }) },
};

describe('withCollections', () => {
  test('lets a handler of its own win, beside recognised ones', async () => {
    const ask = await askStateful(TODOS, { behaviour: OWN });
    expect((await ask('GET /todos/4')).body).toEqual({ id: 1, title: 'own' });
    const { body } = await ask('POST /todos', { title: 'new' });
    expect((await ask('GET /todos')).body).toContainEqual(body);
    expect(body.createdAt).toMatch(/^2030-/);
  });

  test('keeps the tables of both, and gives way with a name', async () => {
    const contract = await contractFromYaml(TODOS);
    const { behaviour, collections } = withCollections({ contract, behaviour: OWN });
    expect(Object.keys(behaviour?.tables ?? {})).toEqual(['todos-2', '_sequences', 'todos']);
    expect(behaviour?.tables.todos).toBe(OWN.tables.todos);
    expect(collections[0]).toMatchObject({
      name: 'todos-2',
      roles: ['list', 'create', 'replace', 'change', 'remove'],
    });
  });

  test('leaves an API alone that has a handler for every operation', async () => {
    const contract = await contractFromYaml(TODOS);
    const handlers = Object.fromEntries(
      contract.operations.map(({ id }) => [id, () => ({ status: 200 })]),
    );
    const behaviour = { ...OWN, handlers };
    const api = withCollections({ contract, behaviour });
    expect(api.behaviour).toBe(behaviour);
    expect(api.collections).toEqual([]);
  });

  test('says by which names its seeds are asked for', async () => {
    const ask = await askStateful(TODOS);
    const count = async (scenario: string) =>
      (await ask('GET /todos?per_page=1000', undefined, { 'x-mock-scenario': scenario })).body
        .length;
    expect(await Promise.all(['default', 'empty', 'one', 'many'].map(count))).toEqual([
      2, 0, 1, 100,
    ]);
  });

  test('keeps rows of tables that are still there when the contract is another one', async () => {
    const api = async (yaml: string) =>
      withCollections({ name: 'test', mount: '', contract: await contractFromYaml(yaml) });
    const mock = createMock({ apis: [await api(TODOS)], cors: false });
    const ask = askOf(mock);
    const { body } = await ask('POST /todos', { title: 'kept' });
    mock.replace(await api(`${TODOS}\n`.replaceAll('/todos', '/todos').replace('Todos.', 'All.')));
    expect((await ask('GET /todos')).body).toContainEqual(body);
    mock.replace(await api(TODOS.replaceAll('/todos', '/tasks')));
    expect((await ask('GET /tasks')).body).toHaveLength(2);
  });

  test('refuses what the store has no room for, and keeps what is there', async () => {
    const ask = await askStateful(TODOS, {}, { sandboxes: { rowLimit: 4 }, logError: () => {} });
    await ask('POST /todos', { title: 'a' });
    await expect(ask('POST /todos', { title: 'b' })).rejects.toThrow(
      'A sandbox holds at most 4 rows.',
    );
    expect((await ask('GET /todos')).body).toHaveLength(3);
  });
});

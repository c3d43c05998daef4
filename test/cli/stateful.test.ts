import { rename, writeFile } from 'node:fs/promises';
import { describe, test } from 'vitest';
import type { Project } from '../../src/project/project.ts';
import { TODOS } from '../mock/collections/documents.ts';
import { AT_ONCE, callMock } from './call-program.ts';
import { apiIn, projectIn } from './project-in.ts';
import { useFolder } from './use-folder.ts';

const HEAD = 'openapi: 3.1.0\ninfo: { title: Todos, version: "1" }\n';
const BEHAVIOUR = `export const behaviour = {
  epoch: '2026-01-01T00:00:00Z',
  tables: {},
  seeds: { default: () => {} },
  handlers: { listTodos: () => ({ status: 200, body: [{ id: 7, title: 'own' }] }) },
};
`;

async function ask(url: string, body?: object) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return (await fetch(url, body === undefined ? {} : init)).json();
}

/** Project in the working directory, with an API for which the setting is given. */
function findProject(isStateful: boolean): () => Promise<Project> {
  const root = process.cwd();
  const settings = { mount: '/todos', isStrict: false, isStateful };
  return async () =>
    projectIn(root, [
      apiIn(root, 'todos', settings),
      apiIn(root, 'plain', { mount: '/plain', isStrict: false }),
    ]);
}

describe.concurrent('share-contracts mock --stateful', () => {
  useFolder({
    'todos.yaml': HEAD + TODOS,
    'moving.yaml': HEAD + TODOS,
    'words.yaml': `${HEAD}paths: {}\n`,
    'behaviour.ts': BEHAVIOUR,
    'openapi/todos.yaml': HEAD + TODOS,
    'openapi/plain.yaml': HEAD + TODOS,
  });

  test('says what it recognises, and acts on it', async ({ expect }) => {
    await using mock = await callMock(['todos.yaml', '--stateful', '--quiet']);
    await ask(`${mock.url}/todos`, { title: 'new' });
    expect(await ask(`${mock.url}/todos`)).toHaveLength(3);
    const { apis } = await ask(`${mock.url}/_mock/health`);
    const todos = { name: 'todos', path: '/todos', key: 'id' };
    const roles = ['list', 'create', 'show', 'replace', 'change', 'remove'];
    expect(apis[0].collections).toEqual([{ ...todos, roles }]);
    expect(apis[0].tables).toContainEqual({ name: 'todos', isWritable: true });
    const { stderr } = await mock.end('SIGINT');
    expect(stderr.replace(/:\d{4,}/g, ':4010')).toMatchInlineSnapshot(`
      "Mock server listens on http://127.0.0.1:4010
        todos.yaml  http://127.0.0.1:4010/
          todos: list, create, show, replace, change, remove at /todos, key id
        console     http://127.0.0.1:4010/_mock/console/
        agents      http://127.0.0.1:4010/_mock/mcp
      Stop it with Ctrl+C.
      "
    `);
  });

  test('says so where it recognises nothing', async ({ expect }) => {
    await using mock = await callMock(['words.yaml', '--stateful', '--quiet']);
    const { stderr } = await mock.end('SIGINT');
    expect(stderr).toContain('No collection without a behaviour of its own is recognised');
  });

  test('says it in the event of the start as well', async ({ expect }) => {
    await using mock = await callMock(['todos.yaml', '--stateful', '--json']);
    const { stderr } = await mock.end('SIGINT');
    const { served } = JSON.parse(stderr.split('\n')[0] ?? '');
    expect(served[0].collections).toMatchObject([{ name: 'todos', key: 'id' }]);
  });

  test('answers examples without it', async ({ expect }) => {
    await using mock = await callMock(['todos.yaml', '--quiet']);
    await ask(`${mock.url}/todos`, { title: 'new' });
    expect(await ask(`${mock.url}/todos`)).toHaveLength(2);
    expect((await ask(`${mock.url}/_mock/health`)).apis[0]).not.toHaveProperty('collections');
  });

  test('lets a behaviour win', async ({ expect }) => {
    const args = ['todos.yaml', '--stateful', '--behaviour', 'behaviour.ts'];
    await using mock = await callMock([...args, '--quiet']);
    expect(await ask(`${mock.url}/todos`)).toEqual([{ id: 7, title: 'own' }]);
    const { id } = await ask(`${mock.url}/todos`, { title: 'new' });
    expect((await ask(`${mock.url}/todos/${id}`)).title).toBe('new');
  });

  test.each([
    ['is for all APIs but those whose setting is false', ['--stateful'], false, [2, 3]],
    ['is for the APIs whose setting is true', [], true, [3, 2]],
  ])('%s', async (_, options, isStateful, lengths) => {
    await using mock = await callMock([...options, '--quiet'], {
      findProject: findProject(isStateful),
    });
    const paths = ['/todos/todos', '/plain/todos'];
    const { expect } = await import('vitest');
    for (const path of paths) await ask(mock.url + path, { title: 'new' });
    const listed = await Promise.all(paths.map((path) => ask(mock.url + path)));
    expect(listed.map((all) => all.length)).toEqual(lengths);
  });

  test('shows and writes the rows by the control API', async ({ expect }) => {
    await using mock = await callMock(['todos.yaml', '--stateful', '--quiet']);
    const state = `${mock.url}/_mock/sandboxes/default/state/todos.yaml`;
    const put = async (body: object) => {
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'PUT', headers, body: JSON.stringify(body) };
      return (await fetch(`${state}/todos/50`, init)).status;
    };
    expect(await put({ id: 50, title: 5 })).toBe(422);
    expect(await put({ id: 50, title: 'put' })).toBe(200);
    expect((await ask(state)).tables.todos).toContainEqual({ id: 50, title: 'put' });
    expect((await ask(`${mock.url}/todos/50`)).title).toBe('put');
    expect((await ask(`${mock.url}/todos`, { title: 'next' })).id).toBe(51);
  });

  test('recognises a changed contract anew, says what is new, and keeps the rows', async ({
    expect,
  }) => {
    await using mock = await callMock(['moving.yaml', '--stateful', '--quiet'], AT_ONCE);
    await ask(`${mock.url}/todos`, { title: 'kept' });
    const more = TODOS.slice(TODOS.indexOf('  /todos:'), TODOS.indexOf('components:'))
      .replaceAll('/todos', '/tasks')
      .replaceAll(/operationId: (\w+)/g, 'operationId: $1Task')
      .replaceAll(/&(one|none) /g, '&$1Task ')
      .replaceAll(/\*(one|none)/g, '*$1Task');
    const changed = (HEAD + TODOS).replace('components:', `${more}components:`);
    await writeFile('moving.yaml.new', changed);
    await rename('moving.yaml.new', 'moving.yaml');
    const line = await mock.waitFor(/Reloaded moving.yaml.*\n(.*)\n/);
    expect(line).toBe('  tasks: list, create, show, replace, change, remove at /tasks, key id');
    expect(await ask(`${mock.url}/todos`)).toHaveLength(3);
    expect(await ask(`${mock.url}/tasks`)).toHaveLength(2);
  });
});

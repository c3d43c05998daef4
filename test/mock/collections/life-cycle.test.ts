import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/apis/root.ts';
import { ARTICLES, CUSTOMERS, ISSUES, PETS, SECRETS, TODOS } from './documents.ts';
import { askStateful } from './stateful-mock.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const API = { 'content-type': 'application/vnd.api+json' };
const EMPTY = { 'x-mock-scenario': 'empty' };

describe('a collection in a plain array', () => {
  test('begins with the documented items, which are shown as they are listed', async () => {
    const ask = await askStateful(TODOS);
    const { body, headers } = await ask('GET /todos');
    expect(body).toEqual([
      { id: 4, title: 'buy milk', createdAt: '2026-03-01T10:00:00Z' },
      { id: 9, title: 'call' },
    ]);
    expect(headers.get('x-total-count')).toBe('2');
    expect((await ask('GET /todos/9')).body).toEqual({ id: 9, title: 'call' });
  });

  test('goes through the whole life of an item', async () => {
    const ask = await askStateful(TODOS);
    const { status, body, headers } = await ask('POST /todos', { title: 'walk', secret: 'x' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: 10,
      title: 'walk',
      done: false,
      createdAt: expect.stringMatching(/^2026-03-01T10:00:/),
      updatedAt: body.createdAt,
    });
    expect(headers.get('location')).toBe('http://mock.test/todos/10');
    expect((await ask('GET /todos')).body).toContainEqual(body);
    const changed = await ask('PATCH /todos/10', { done: true });
    expect(changed.body).toMatchObject({ id: 10, title: 'walk', done: true });
    const replaced = await ask('PUT /todos/10', { title: 'run' });
    expect(replaced.body).toMatchObject({
      id: 10,
      title: 'run',
      createdAt: body.createdAt,
      done: false,
    });
    expect((await ask('GET /todos/10')).body).toEqual(replaced.body);
    expect((await ask('DELETE /todos/10')).status).toBe(204);
    expect(await ask('GET /todos/10')).toMatchObject({
      status: 404,
      body: { code: 404, message: expect.stringContaining('/todos/10') },
    });
    expect((await ask('GET /todos')).body).toHaveLength(2);
    // A number is not given twice.
    expect((await ask('POST /todos', { title: 'again' })).body.id).toBe(11);
  });

  test.each([
    ['application/merge-patch+json', { done: null, title: 'b' }, { title: 'b' }],
    ['application/json', { title: 'c' }, { title: 'c', done: true }],
    [
      'application/json-patch+json',
      [
        { op: 'test', path: '/title', value: 'a' },
        { op: 'replace', path: '/title', value: 'd' },
        { op: 'remove', path: '/done' },
      ],
      { title: 'd' },
    ],
  ])('changes an item by %s', async (type, patch, expected) => {
    const ask = await askStateful(TODOS);
    const { body } = await ask('POST /todos', { title: 'a', done: true });
    const changed = await ask(`PATCH /todos/${body.id}`, patch, { 'content-type': type });
    const { id, createdAt, updatedAt, ...rest } = changed.body;
    expect({ id, createdAt, rest }).toEqual({
      id: body.id,
      createdAt: body.createdAt,
      rest: expected,
    });
  });

  test('refuses a patch that cannot be applied, and keeps the item', async () => {
    const ask = await askStateful(TODOS);
    const patch = [{ op: 'remove', path: '/nothing' }];
    const type = { 'content-type': 'application/json-patch+json' };
    expect((await ask('PATCH /todos/4', patch, type)).status).toBe(422);
    expect((await ask('GET /todos/4')).body.title).toBe('buy milk');
  });

  test('answers what the contract says nothing of as the mock does', async () => {
    const ask = await askStateful(TODOS);
    expect(await ask('PATCH /todos/77', {})).toMatchObject({
      status: 404,
      body: { title: 'The requested resource does not exist' },
    });
  });

  test('makes the same ids from the same requests', async () => {
    const [one, other] = [await askStateful(CUSTOMERS), await askStateful(CUSTOMERS)];
    const ids = await Promise.all(
      [one, other].map(async (ask) => (await ask('POST /v1/customers', 'name=x', FORM)).body.id),
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toMatch(/^cus_\w{14}$/);
  });
});

describe('a collection in envelopes', () => {
  test('is created, listed, changed and deleted in them', async () => {
    const ask = await askStateful(ARTICLES);
    const data = { type: 'articles', attributes: { title: 'One', body: 'Text' } };
    const { status, body } = await ask('POST /articles', { data }, { ...API, ...EMPTY });
    expect(status).toBe(201);
    expect(body.data).toMatchObject(data);
    const { id } = body.data;
    const listed = await ask('GET /articles', undefined, EMPTY);
    expect(listed.body).toMatchObject({ data: [body.data], meta: { total: 1 } });
    const patch = { data: { type: 'articles', attributes: { title: 'Two' } } };
    const changed = await ask(`PATCH /articles/${id}`, patch, { ...API, ...EMPTY });
    expect(changed.body.data.attributes).toEqual({ title: 'Two', body: 'Text' });
    expect(await ask(`DELETE /articles/${id}`, undefined, EMPTY)).toMatchObject({
      status: 200,
      body: { deleted: true },
    });
    const gone = await ask(`GET /articles/${id}`, undefined, EMPTY);
    expect(gone).toMatchObject({ status: 404, body: { errors: [{ status: '404' }] } });
  });

  test('links its pages', async () => {
    const ask = await askStateful(ARTICLES);
    const many = { 'x-mock-scenario': 'many' };
    const { body } = await ask('GET /articles?page[number]=2&page[size]=10', undefined, many);
    expect(body.data).toHaveLength(10);
    expect(body.meta.total).toBe(100);
    expect(new URL(body.links.next).searchParams.get('page[number]')).toBe('3');
    expect(new URL(body.links.prev).searchParams.get('page[number]')).toBe('1');
    const last = await ask('GET /articles?page[number]=10&page[size]=10', undefined, many);
    expect(last.body.links.next).toBeNull();
  });
});

describe('a collection of forms', () => {
  test('takes fields, changes by POST, and answers what was deleted', async () => {
    const ask = await askStateful(CUSTOMERS);
    const { body } = await ask('POST /v1/customers', 'email=a@b.test&other=1', FORM);
    expect(body).toMatchObject({ object: 'customer', email: 'a@b.test' });
    expect(Object.keys(body)).not.toContain('other');
    const changed = await ask(`POST /v1/customers/${body.id}`, 'name=Ann', FORM);
    expect(changed.body).toEqual({ ...body, name: 'Ann' });
    const found = await ask('GET /v1/customers?email=a@b.test');
    expect(found.body).toMatchObject({ object: 'list', data: [changed.body], has_more: false });
    const removed = await ask(`DELETE /v1/customers/${body.id}`);
    expect(removed.body).toEqual({ id: body.id, object: 'customer', deleted: true });
    expect((await ask(`GET /v1/customers/${body.id}`)).body.error.message).toContain(body.id);
  });

  test('goes on behind the last key', async () => {
    const ask = await askStateful(CUSTOMERS);
    const many = { 'x-mock-scenario': 'many' };
    const first = await ask('GET /v1/customers?limit=2', undefined, many);
    const after = first.body.data[1].id;
    const next = await ask(`GET /v1/customers?limit=2&starting_after=${after}`, undefined, many);
    expect(first.body.has_more).toBe(true);
    const ids = [...first.body.data, ...next.body.data].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('a collection whose client chooses the key', () => {
  test('keeps it, and replaces and changes by it', async () => {
    const ask = await askStateful(PETS);
    const pet = { id: 77, name: 'Rex', photoUrls: ['a'], status: 'sold' };
    expect((await ask('POST /pet', pet)).body).toEqual(pet);
    const put = await ask('PUT /pet', { id: 77, name: 'Max', photoUrls: [] });
    expect(put.body).toEqual({ id: 77, name: 'Max', photoUrls: [] });
    const posted = await ask('POST /pet/77?status=available');
    expect(posted.body).toMatchObject({ name: 'Max', status: 'available' });
    const found = await ask('GET /pet/findByStatus?status=available');
    expect(found.body).toContainEqual(posted.body);
    expect((await ask('GET /pet/findByStatus?status=sold')).body).not.toContainEqual(posted.body);
    expect((await ask('DELETE /pet/77')).status).toBe(200);
    expect((await ask('PUT /pet', { ...pet, id: 77 })).status).toBe(404);
  });

  test('takes 0 for a key that the server is to choose', async () => {
    const ask = await askStateful(PETS);
    const { body } = await ask('POST /pet', { id: 0, name: 'Rex', photoUrls: [] });
    expect(body.id).toBeGreaterThan(0);
  });
});

describe('a collection below other items', () => {
  test('shows what was created below one of them there alone', async () => {
    const ask = await askStateful(ISSUES);
    const seeded = await ask('GET /repos/octocat/hello/issues');
    expect(seeded.body).toHaveLength(1);
    const { body } = await ask('POST /repos/ann/one/issues', { title: 'a', labels: ['bug'] });
    expect(body).toMatchObject({ number: 1, title: 'a', labels: [{ name: 'bug' }] });
    expect(body.url).toBe('https://api.test/repos/octocat/hello/issues/1');
    expect((await ask('GET /repos/ann/one/issues')).body).toEqual([body]);
    expect((await ask('GET /repos/ann/two/issues')).body).toEqual([]);
    expect((await ask('GET /repos/ann/two/issues/1')).body).toEqual({ message: 'Not Found' });
    await ask('PATCH /repos/ann/one/issues/1', { state: 'closed' });
    expect((await ask('GET /repos/ann/one/issues?state=open')).body).toEqual([]);
    expect((await ask('GET /repos/ann/one/issues?state=all')).body).toHaveLength(1);
  });

  test('goes with the item that it belongs to', async () => {
    const ask = await askStateful(ISSUES);
    const path = '/repos/octocat/hello/issues/1347';
    await ask(`POST ${path}/comments`, { body: 'Me too' });
    expect((await ask(`GET ${path}/comments`)).body).toContainEqual({
      id: expect.any(Number),
      body: 'Me too',
    });
    await ask(`DELETE ${path}`);
    expect((await ask(`GET ${path}/comments`)).body).toEqual([]);
  });

  test('is there below any item, or in a closed world below those that are there', async () => {
    const path = 'GET /repos/octocat/hello/issues/5/comments';
    expect((await (await askStateful(ISSUES))(path)).status).toBe(200);
    const settings = { closedWorld: true, strictAuth: false, credentials: new Set<string>() };
    const ask = await askStateful(ISSUES, {}, { settings });
    expect((await ask(path)).status).toBe(404);
    expect((await ask(path.replace('5', '1347'))).status).toBe(200);
  });
});

describe('a collection that is put', () => {
  test('is created and changed by the same operation', async () => {
    const ask = await askStateful(SECRETS);
    expect((await ask('PUT /secrets/TOKEN', { value: 'x' }, EMPTY)).status).toBe(201);
    expect((await ask('PUT /secrets/TOKEN', { value: 'y' }, EMPTY)).status).toBe(204);
    const { body } = await ask('GET /secrets', undefined, EMPTY);
    expect(body).toMatchObject({ secrets: [{ name: 'TOKEN' }], total_count: 1 });
    expect((await ask('GET /secrets/TOKEN', undefined, EMPTY)).body.name).toBe('TOKEN');
    expect((await ask('DELETE /secrets/TOKEN', undefined, EMPTY)).status).toBe(204);
    expect((await ask('GET /secrets/TOKEN', undefined, EMPTY)).status).toBe(404);
  });
});

describe('a contract of which an answer', () => {
  const item = (kind: string) =>
    `{ type: object, required: [id, name], properties: { id: { type: integer, ${kind} }, name: { type: string, ${kind} } } }`;
  const contract = `
paths:
  /things:
    post: { operationId: addThing, requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }, responses: { "201": { description: x., content: { application/json: { schema: ${item('readOnly: true')} } } } } }
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getThing, responses: { "200": { description: x., content: { application/json: { schema: ${item('readOnly: true')} } } } } }
    put: { operationId: putThing, requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }, responses: { "204": { description: x., content: { application/json: { schema: ${item('readOnly: true')} } } } } }
`;

  test('calls all members readOnly keeps those that a request has', async () => {
    const ask = await askStateful(contract);
    const { body } = await ask('POST /things', { name: 'a' });
    expect(body.name).toBe('a');
  });

  test('has content but a status without one is sent without it', async () => {
    const ask = await askStateful(contract);
    const { body } = await ask('POST /things', { name: 'a' });
    expect(await ask(`PUT /things/${body.id}`, { name: 'b' })).toMatchObject({ status: 204 });
    expect((await ask(`GET /things/${body.id}`)).body.name).toBe('b');
  });
});

describe('a list', () => {
  test.each([
    ['done=true', ['b']],
    ['title=a&title=c', ['a', 'c']],
    ['sort=-title&per_page=2', ['d', 'c']],
    ['sort=title:desc&per_page=1', ['d']],
    ['page=2', ['d']],
    ['page=9', []],
    ['per_page=1&page=2', ['b']],
  ])('is chosen, sorted and cut by ?%s', async (query, titles) => {
    const ask = await askStateful(TODOS);
    for (const title of ['a', 'b', 'c', 'd'])
      await ask('POST /todos', { title, done: title === 'b' }, EMPTY);
    const { body } = await ask(`GET /todos?${query}`, undefined, EMPTY);
    expect(body.map((todo: { title: string }) => todo.title)).toEqual(titles);
  });

  test('names its next page in the header that is declared', async () => {
    const ask = await askStateful(TODOS);
    const { headers } = await ask('GET /todos?page=2&per_page=10', undefined, {
      'x-mock-scenario': 'many',
    });
    expect(headers.get('link')).toContain(
      '<http://mock.test/todos?page=3&per_page=10>; rel="next"',
    );
    expect(headers.get('x-total-count')).toBe('100');
  });
});

describe('the contract that a new project begins with', async () => {
  const file = await readFile(join(ROOT, 'src/init/notes.yaml'), 'utf8');
  const notes = file.slice(file.indexOf('paths:'));

  test('lists what it documents, and nothing that is yet to be created', async () => {
    const ask = await askStateful(notes);
    const { body } = await ask('GET /notes');
    expect(body.map(({ id }: { id: number }) => id)).toEqual([1, 2]);
  });

  test('has the default that the request alone names', async () => {
    const ask = await askStateful(notes);
    const { body } = await ask('POST /notes', { text: 'New.' });
    expect(body).toEqual({ id: 3, text: 'New.', done: false });
    const replaced = await ask('PUT /notes/1', { text: 'Other.' });
    expect(replaced.body).toEqual({ id: 1, text: 'Other.', done: false });
  });
});

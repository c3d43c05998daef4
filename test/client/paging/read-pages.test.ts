import { describe, expect, test } from 'vitest';
import { byCursor, byPage, type Paging } from '../../../src/client/index.ts';
import { json, lose } from '../answer-in-turn.ts';
import { thrownBy } from '../serve.ts';
import { listInPages, readAll } from './list-in-pages.ts';

const PAGING: Paging = { by: byCursor, items: ['things'], parameter: 'after', next: ['next'] };
const THREE = [
  { things: ['a', 'b'], next: 'x' },
  { things: ['c', 'd'], next: 'y' },
  { things: ['e'] },
];

describe('pages', () => {
  test('have items, the whole data, and where the next one begins', async () => {
    const { pages } = listInPages(PAGING, THREE);
    expect(await readAll(pages())).toEqual([
      { items: ['a', 'b'], data: THREE[0], next: 'x' },
      { items: ['c', 'd'], data: THREE[1], next: 'y' },
      { items: ['e'], data: THREE[2], next: undefined },
    ]);
  });

  test('are asked for when they are wanted', async () => {
    const { pages, sent } = listInPages(PAGING, THREE);
    const iterator = pages();
    expect(sent.length).toBe(0);
    await iterator.next();
    expect(sent.length).toBe(1);
    await iterator.next();
    expect(sent.length).toBe(2);
    await iterator.return();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(sent.length).toBe(2);
  });

  test.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [9, 3],
    [-1, 0],
  ])('are %d at most, which makes %d requests', async (limit, count) => {
    const { pages, sent } = listInPages(PAGING, THREE);
    expect((await readAll(pages({}, { limit }))).length).toBe(count);
    expect(sent.length).toBe(count);
  });

  test('go on from where others ended', async () => {
    const before = listInPages(PAGING, THREE);
    const [first] = await readAll(before.pages({}, { limit: 1 }));
    const after = listInPages(PAGING, THREE.slice(1));
    const rest = await readAll(after.pages({}, { from: first?.next }));
    expect(rest.flatMap(({ items }) => items)).toEqual(['c', 'd', 'e']);
    expect(after.urls()).toEqual(['/things?after=x', '/things?after=y']);
  });

  test('throw what a call throws, and can be read on from the page before', async () => {
    const { pages, urls } = listInPages(PAGING, [THREE[0], lose, ...THREE.slice(1)]);
    const iterator = pages();
    const { value } = await iterator.next();
    expect(await thrownBy(iterator.next())).toMatchObject({ name: 'NetworkError' });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    await readAll(pages({}, { from: value?.next }));
    expect(urls()).toEqual(['/things', '/things?after=x', '/things?after=x', '/things?after=y']);
  });

  test('end by an abort between two of them, with its reason', async () => {
    const { pages, sent } = listInPages(PAGING, THREE);
    const controller = new AbortController();
    const iterator = pages({ signal: controller.signal });
    await iterator.next();
    const cause = new Error('left');
    controller.abort(cause);
    expect(await thrownBy(iterator.next())).toMatchObject({ name: 'AbortError', cause });
    expect(sent.filter(({ signal }) => !signal.aborted).length).toBe(0);
  });

  test('throw a documented failure of the first page', async () => {
    const { pages } = listInPages(PAGING, [json({}, { status: 404 })]);
    expect(await thrownBy(readAll(pages()))).toMatchObject({ name: 'FailureError', status: 404 });
  });
});

describe('items', () => {
  test.each([
    [0, [], 0],
    [-1, [], 0],
    [1, ['a'], 1],
    [2, ['a', 'b'], 1],
    [3, ['a', 'b', 'c'], 2],
    [5, ['a', 'b', 'c', 'd', 'e'], 3],
    [99, ['a', 'b', 'c', 'd', 'e'], 3],
  ])('are %d at most', async (limit, expected, count) => {
    const { items, sent } = listInPages(PAGING, THREE);
    expect(await readAll(items({}, { limit }))).toEqual(expected);
    expect(sent.length).toBe(count);
  });

  test('are read no further than the consumer wants', async () => {
    const { items, sent } = listInPages(PAGING, THREE);
    for await (const item of items()) if (item === 'b') break;
    expect(sent.length).toBe(1);
  });

  test('go on from a page', async () => {
    const { items, urls } = listInPages({ by: byPage, items: [], parameter: 'page' }, [['c'], []]);
    expect(await readAll(items({ query: { page: 1 } }, { from: 3 }))).toEqual(['c']);
    expect(urls()).toEqual(['/things?page=3', '/things?page=4']);
  });

  test('are none where no own member has them', async () => {
    for (const items of [['things'], ['values'], ['constructor', 'name'], ['__proto__']]) {
      const list = listInPages({ ...PAGING, items }, [[]]);
      expect(await readAll(list.items())).toEqual([]);
    }
  });
});

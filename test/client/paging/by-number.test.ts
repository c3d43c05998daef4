import { describe, expect, test } from 'vitest';
import { byOffset, byPage, type Paging } from '../../../src/client/index.ts';
import { json } from '../answer-in-turn.ts';
import { thrownBy } from '../serve.ts';
import { listInPages, readAll } from './list-in-pages.ts';

const PAGES: Paging = { by: byPage, items: [], parameter: 'page' };
const OFFSETS: Paging = { by: byOffset, items: [], parameter: 'offset' };

describe.each([
  ['byPage', PAGES, ['', '?page=2', '?page=3']],
  ['byOffset', OFFSETS, ['', '?offset=2', '?offset=3']],
])('%s', (_, paging, queries) => {
  test('asks until a page is empty', async () => {
    const { items, urls } = listInPages(paging, [['a', 'b'], ['c'], []]);
    expect(await readAll(items())).toEqual(['a', 'b', 'c']);
    expect(urls()).toEqual(queries.map((query) => `/things${query}`));
  });

  test('ends with a page that is shorter than was asked for', async () => {
    const { items, sent } = listInPages({ ...paging, size: 'size' }, [['a', 'b'], ['c'], ['d']]);
    expect(await readAll(items({ query: { size: 2 } }))).toEqual(['a', 'b', 'c']);
    expect(sent.length).toBe(2);
  });

  test('ends by the member that says so', async () => {
    const { items, sent } = listInPages({ ...paging, items: ['things'], more: ['more'] }, [
      { things: ['a'], more: true },
      { things: ['b'], more: false },
    ]);
    expect(await readAll(items())).toEqual(['a', 'b']);
    expect(sent.length).toBe(2);
  });

  test('does not fail for an item that vanishes between two pages', async () => {
    const { items } = listInPages({ ...paging, size: 'size' }, [['a', 'b'], ['d']]);
    expect(await readAll(items({ query: { size: 2 } }))).toEqual(['a', 'b', 'd']);
  });

  test('ends with the failure that says that a page is past the end', async () => {
    const past = { status: 404, member: ['code'], value: 'past' };
    const failing = (code: string) =>
      listInPages({ ...paging, past }, [['a'], json({ code }, { status: 404 })]);
    expect(await readAll(failing('past').items())).toEqual(['a']);
    expect(await thrownBy(readAll(failing('gone').items()))).toMatchObject({ status: 404 });
    const bare = listInPages({ ...paging, past: { status: 404 } }, [
      ['a'],
      json({}, { status: 404 }),
    ]);
    expect(await readAll(bare.items())).toEqual(['a']);
  });

  test('throws that failure if it is of the first page', async () => {
    const { items } = listInPages({ ...paging, past: { status: 404 } }, [
      json({}, { status: 404 }),
    ]);
    expect(await thrownBy(readAll(items()))).toMatchObject({ name: 'FailureError', status: 404 });
    expect(await thrownBy(readAll(items({}, { from: 9 })))).toMatchObject({ status: 404 });
  });

  test.each([
    ['no list', { a: 1 }, [{ a: 1 }]],
    ['null', null, []],
    ['lists', [['a'], ['b']], [['a'], ['b']]],
  ])('reads a body that is %s', async (name, body, items) => {
    const [first] = await readAll(listInPages(paging, [body, []]).pages({}, { limit: 1 }));
    expect(first?.items, name).toEqual(items);
  });
});

test.each([
  ['byPage from 0', { ...PAGES, first: 0 }, {}, '?page=1'],
  ['byPage from the page of the caller', PAGES, { page: 3 }, '?page=4'],
  ['byPage from one that is text', PAGES, { page: '3' }, '?page=4'],
  ['byOffset from 1', { ...OFFSETS, first: 1 }, {}, '?offset=3'],
  ['byOffset from the offset of the caller', OFFSETS, { offset: 10 }, '?offset=12'],
  ['byOffset from 0', OFFSETS, { offset: 0 }, '?offset=2'],
])('%s counts on', async (_, paging, query, next) => {
  const { items, urls } = listInPages(paging, [['a', 'b'], []]);
  await readAll(items({ query }));
  expect(urls()[1]).toBe(`/things${next}`);
});

test('byOffset ends where pages are empty and yet more follows', async () => {
  const { items } = listInPages({ ...OFFSETS, items: ['things'], more: ['more'] }, [
    { things: [], more: true },
  ]);
  expect(await thrownBy(readAll(items()))).toMatchObject({ name: 'PagingError' });
});

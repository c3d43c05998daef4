import { describe, expect, test } from 'vitest';
import { byCursor, type Paging } from '../../../src/client/index.ts';
import { thrownBy } from '../serve.ts';
import { listInPages, readAll } from './list-in-pages.ts';

const PAGING: Paging = {
  by: byCursor,
  items: ['things'],
  parameter: 'after',
  next: ['meta', 'cursor'],
};

function page(things: unknown, cursor?: unknown) {
  return { things, meta: { cursor } };
}

describe('byCursor', () => {
  test('asks for the next page by what the one before gives', async () => {
    const { items, urls } = listInPages(PAGING, [
      page(['a', 'b'], 'x&/y'),
      page([], 7),
      page(['c'], null),
    ]);
    expect(await readAll(items({ query: { size: 2 } }))).toEqual(['a', 'b', 'c']);
    expect(urls()).toEqual([
      '/things?size=2',
      '/things?size=2&after=x%26%2Fy',
      '/things?size=2&after=7',
    ]);
  });

  test.each([
    ['absent', { things: ['a'] }],
    ['null', page(['a'], null)],
    ['empty', page(['a'], '')],
    ['false', page(['a'], false)],
    ['in a member that is null', { things: ['a'], meta: null }],
  ])('ends where the cursor is %s', async (_, body) => {
    const { items, sent } = listInPages(PAGING, [body]);
    expect(await readAll(items())).toEqual(['a']);
    expect(sent.length).toBe(1);
  });

  test.each([
    [true, 2],
    [false, 1],
    [undefined, 1],
  ])('goes on by the member that says so: %s', async (hasMore, count) => {
    const { items, sent } = listInPages({ ...PAGING, more: ['hasMore'] }, [
      { ...page(['a'], 'x'), hasMore },
      { ...page(['b'], 'y'), hasMore: false },
    ]);
    await readAll(items());
    expect(sent.length).toBe(count);
  });

  test.each([
    ['that leads back to itself', [page([], 'x')], 2],
    ['that leads back to one before', [page([], 'x'), page([], 'y'), page([], 'x')], 3],
    ['that is an object', [page([], { after: 1 })], 2],
  ])('throws for a cursor %s', async (_, answers, count) => {
    const { pages, sent } = listInPages(PAGING, answers);
    const error = await thrownBy(readAll(pages()));
    expect(error).toMatchObject({
      name: 'PagingError',
      operation: 'listThings',
      message: expect.stringMatching(/^listThings \(GET \/things\): page comes again$/),
    });
    expect(sent.length).toBe(count);
  });

  test('begins at the cursor of the caller', async () => {
    const { items, urls } = listInPages(PAGING, [page(['a'], 'y'), page(['b'])]);
    expect(await readAll(items({ query: { after: 'x' } }))).toEqual(['a', 'b']);
    expect(urls()).toEqual(['/things?after=x', '/things?after=y']);
  });
});

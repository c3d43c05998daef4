import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  byCursor,
  byLink,
  byOffset,
  byPage,
  type Paging,
  PagingError,
  withPages,
} from '../../src/client/index.ts';
import { INPUT, serve, show, thrownBy } from './serve.ts';

const ALL = [1, 2, 3, 4, 5];

/** Serves five numbers, two on a page, in every order of pages. */
function servePages(more: (page: number) => object = () => ({})) {
  return serve((request) => {
    const { searchParams, origin, pathname } = new URL(request.url);
    const offset = Number(searchParams.get('offset') ?? searchParams.get('cursor') ?? 0);
    const page = Number(searchParams.get('page') ?? offset / 2 + 1);
    const start = (page - 1) * 2;
    const isLast = start + 2 >= ALL.length;
    const next = isLast ? undefined : start + 2;
    const link = isLast
      ? ''
      : `<${origin}${pathname}?cursor=${start + 2}>; title="a, b"; rel="last next"`;
    return Response.json(
      {
        items: ALL.slice(start, start + 2),
        next,
        more: !isLast,
        url: next && `?cursor=${next}`,
        ...more(page),
      },
      { headers: { link } },
    );
  });
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const ORDERS: [name: string, paging: Paging, requests: number][] = [
  ['a cursor', { by: byCursor, items: ['items'], parameter: 'cursor', next: ['next'] }, 3],
  ['a page', { by: byPage, items: ['items'], parameter: 'page' }, 4],
  [
    'a page, until it says that no more follow',
    { by: byPage, items: ['items'], parameter: 'page', more: ['more'] },
    3,
  ],
  ['an offset', { by: byOffset, items: ['items'], parameter: 'offset' }, 4],
  ['a Link header', { by: byLink, items: ['items'] }, 3],
  ['a URL in the body', { by: byLink, items: ['items'], next: ['url'] }, 3],
];

describe('pages', () => {
  test.each(ORDERS)('follow each other by %s', async (_, paging, count) => {
    const { client, requests } = servePages();
    const list = withPages(show(), paging);
    expect(await collect(list.items(client, INPUT))).toEqual(ALL);
    expect(requests).toHaveLength(count);
  });

  test('end after one that is shorter than was asked for', async () => {
    const { client, requests } = servePages();
    const list = withPages(show({}), {
      by: byOffset,
      items: ['items'],
      parameter: 'offset',
      size: 'q',
    });
    expect(await collect(list.items(client, { ...INPUT, query: { q: '2' } }))).toEqual(ALL);
    expect(requests).toHaveLength(3);
  });

  test.each(ORDERS)('are asked for when they are wanted, up to a limit: %s', async (_, paging) => {
    const { client, requests } = servePages();
    const list = withPages(show(), paging);
    const items = list.items(client, INPUT);
    expect(requests).toEqual([]);
    await items.next();
    await items.next();
    expect(requests).toHaveLength(1);
    await items.return();
    expect(await collect(list.items(client, INPUT, { limit: 3 }))).toEqual([1, 2, 3]);
    expect(requests).toHaveLength(3);
    expect(await collect(list.pages(client, INPUT, { limit: 1 }))).toHaveLength(1);
  });

  test.each(ORDERS)('go on another time where one ended: %s', async (_, paging) => {
    const { client } = servePages();
    const list = withPages(show(), paging);
    const [first] = await collect(list.pages(client, INPUT, { limit: 1 }));
    expect(await collect(list.items(client, INPUT, { from: first?.next }))).toEqual([3, 4, 5]);
  });

  test('are an error where a cursor comes back', async () => {
    const { client, requests } = servePages(() => ({ next: 2 }));
    const [, paging] = ORDERS[0] ?? [];
    if (paging === undefined) throw new Error('expected a paging');
    const error = await thrownBy(collect(withPages(show(), paging).items(client, INPUT)));
    expect(error).toBeInstanceOf(PagingError);
    expect(error).toMatchObject({ message: 'show (GET /things/{id}): page "2" was there before' });
    expect(requests).toHaveLength(2);
  });

  test('go on where an item has gone in the meantime', async () => {
    const { client } = servePages((page) => (page === 2 ? { items: [4] } : {}));
    const list = withPages(show(), {
      by: byPage,
      items: ['items'],
      parameter: 'page',
      more: ['more'],
    });
    expect(await collect(list.items(client, INPUT))).toEqual([1, 2, 4, 5]);
  });

  test('do not lead to another origin, to which credentials would go', async () => {
    const { client, requests } = servePages(() => ({ url: 'http://b.test/steal' }));
    const list = withPages(show(), { by: byLink, items: ['items'], next: ['url'] });
    const error = await thrownBy(collect(list.items(client, INPUT)));
    expect(error).toBeInstanceOf(PagingError);
    expect(requests).toHaveLength(1);
  });

  test('end where a failure says that there are no more, but not at the first', async () => {
    const past = { status: 404, member: ['detail'], value: 'Invalid page.' };
    const paging = { by: byPage, items: ['items'], parameter: 'page', past } as const;
    const answer = (request: Request) =>
      request.url.includes('page=2')
        ? Response.json({ detail: 'Invalid page.' }, { status: 404 })
        : Response.json({ items: [1] });
    expect(await collect(withPages(show(), paging).items(serve(answer).client, INPUT))).toEqual([
      1,
    ]);
    const none = serve(() => Response.json({ detail: 'Invalid page.' }, { status: 404 }));
    expect(
      await thrownBy(collect(withPages(show(), paging).items(none.client, INPUT))),
    ).toMatchObject({ status: 404 });
  });

  test('throw what a call throws, and end when they are aborted between two of them', async () => {
    const controller = new AbortController();
    const { client } = servePages();
    const list = withPages(show(), {
      by: byCursor,
      items: ['items'],
      parameter: 'cursor',
      next: ['next'],
    });
    const seen: unknown[] = [];
    const reading = async () => {
      for await (const item of list.items(client, { ...INPUT, signal: controller.signal })) {
        seen.push(item);
        controller.abort();
      }
    };
    expect(await thrownBy(reading())).toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([1, 2]);
  });

  test('have the type of the items, through members that may be absent', () => {
    const named = withPages(show(), { by: byCursor, items: [], parameter: 'c', next: ['n'] });
    expectTypeOf(named.items).returns.toEqualTypeOf<AsyncGenerator<never, void, undefined>>();
  });
});

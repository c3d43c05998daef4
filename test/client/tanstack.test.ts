import {
  InfiniteQueryObserver,
  MutationObserver,
  QueryClient,
  QueryObserver,
} from '@tanstack/query-core';
import { afterEach, describe, expect, expectTypeOf, test } from 'vitest';
import { byCursor, byPage, createClient, operation, withPages } from '../../src/client/index.ts';
import {
  infiniteQueryOptions,
  mutationOptions,
  queryKey,
  queryOptions,
} from '../../src/client/tanstack/index.ts';
import { type AnswerOne, answerInTurn, never } from './answer-in-turn.ts';

type List = {
  parameters: { query?: { after?: string; size?: number }; header?: never; path?: never };
  requestBody?: never;
  responses: { 200: { content: { 'application/json': Things } } };
};

interface Things {
  readonly things: readonly { readonly name: string }[];
  readonly next: string | null;
}

type Create = {
  parameters: { query?: never; header?: never; path: { id: string } };
  requestBody: { content: { 'application/json': { name: string } } };
  responses: { 201: { content: { 'application/json': { made: string } } } };
};

const operations = {
  list: withPages(
    operation<List>({ name: 'list', method: 'get', path: '/things', answers: { 200: 'json' } }),
    { by: byCursor, items: ['things'], parameter: 'after', next: ['next'] },
  ),
  create: operation<Create>({
    name: 'create',
    method: 'post',
    path: '/things/{id}',
    answers: { 201: 'json' },
  }),
};

/** Three things on pages of one. */
const PAGES: AnswerOne = (request) => {
  const after = Number(new URL(request.url).searchParams.get('after'));
  return Response.json({
    things: [{ name: `t${after}` }],
    next: after < 2 ? `${after + 1}` : null,
  });
};

const clients: QueryClient[] = [];

function open(answer: AnswerOne = PAGES, baseUrl = 'http://mock.test') {
  const { sent, fetch } = answerInTurn(answer);
  const options = { baseUrl, fetch };
  const api = createClient<Record<never, never>, typeof operations>(operations, options);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  clients.push(queries);
  return { api, queries, sent, urls: () => sent.map(({ url }) => url) };
}

// Timers of a cache keep a process alive.
afterEach(() => {
  for (const client of clients.splice(0)) client.clear();
});

describe('queryKey', () => {
  test('has what was asked for, and no headers', () => {
    const { api } = open();
    const headers = { authorization: 'Bearer secret' };
    expect(queryKey(api.list)).toEqual(['http://mock.test', 'list']);
    expect(queryKey(api.create, { path: { id: 'a' }, body: { name: 'b' }, headers })).toEqual([
      'http://mock.test',
      'create',
      { path: { id: 'a' }, query: undefined, body: { name: 'b' } },
    ]);
    const keys = [
      queryOptions(api.list, { headers }).queryKey,
      infiniteQueryOptions(api.list, { headers }).queryKey,
      mutationOptions(api.create).mutationKey,
    ];
    expect(JSON.stringify(keys)).not.toContain('secret');
  });

  test('differs by base URL, operation, argument and kind of query', () => {
    const { api } = open();
    const other = open(PAGES, 'http://other.test').api;
    const keys = [
      queryOptions(api.list),
      queryOptions(other.list),
      queryOptions(api.list, { query: { size: 1 } }),
      queryOptions(api.create, { path: { id: 'a' }, body: { name: 'b' } }),
      infiniteQueryOptions(api.list),
    ].map((options) => JSON.stringify(options.queryKey));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a query key of a body that is no JSON', () => {
  const form = (...fields: readonly [string, string | Blob][]) => {
    const made = new FormData();
    for (const [name, value] of fields) made.append(name, value);
    return made;
  };
  const hash = (body: unknown) => {
    const { api } = open();
    const input = JSON.parse('{"path":{"id":"a"}}');
    return JSON.stringify(queryKey(api.create, { ...input, body }));
  };
  const file = new File(['a'], 'a.txt');

  test.each<[what: string, one: unknown, other: unknown]>([
    ['forms', form(['a', '1']), form(['a', '2'])],
    ['forms with files', form(['a', file]), form(['a', new File(['b'], 'a.txt')])],
    ['parameters', new URLSearchParams('a=1'), new URLSearchParams('a=2')],
    ['files', new File(['a'], 'a.txt'), new File(['b'], 'a.txt')],
    ['blobs', new Blob(['a']), new Blob(['b'])],
    ['buffers', Uint8Array.of(1).buffer, Uint8Array.of(2).buffer],
    ['views', new DataView(new ArrayBuffer(1)), new DataView(new ArrayBuffer(1))],
    ['bytes', Uint8Array.of(1), Uint8Array.of(2)],
    ['streams', new ReadableStream(), new ReadableStream()],
    ['files in an object', { a: { file } }, { a: { file: new File(['a'], 'a.txt') } }],
    ['files in a list', { a: [file] }, { a: [new File(['a'], 'a.txt')] }],
    ['a file and nothing', file, undefined],
  ])('tells %s apart', (_, one, other) => {
    expect(hash(one)).not.toBe(hash(other));
    expect(hash(one)).toBe(hash(one));
  });

  test.each<[what: string, one: unknown, other: unknown]>([
    ['forms', form(['a', '1'], ['a', '2']), form(['a', '1'], ['a', '2'])],
    ['forms with the same file', form(['a', file]), form(['a', file])],
    ['parameters', new URLSearchParams('a=1'), new URLSearchParams('a=1')],
    ['bytes', Uint8Array.of(1), Uint8Array.of(1)],
    ['dates', new Date(5), new Date(5)],
    ['nothing in an object', {}, {}],
    ['nothing in a list', { a: [] }, { a: [] }],
    [
      'nothing in an object without a prototype',
      { a: 1, b: null },
      Object.assign(Object.create(null), { a: 1, b: null }),
    ],
  ])('is the same for the same %s', (_, one, other) => {
    expect(hash(one)).toBe(hash(other));
  });
});

describe('queryOptions', () => {
  test('give null for an answer without a body', async () => {
    type Remove = { requestBody?: never; responses: { 204: { content?: never } } };
    const operations = {
      remove: operation<Remove>({
        name: 'remove',
        method: 'get',
        path: '/',
        answers: { 204: 'none' },
      }),
    };
    const api = createClient<Record<never, never>, typeof operations>(operations, {
      baseUrl: 'http://mock.test',
      fetch: async () => new Response(null, { status: 204 }),
    });
    const { queries } = open();
    const data = await queries.fetchQuery(queryOptions(api.remove));
    expectTypeOf(data).toEqualTypeOf<null>();
    expect(data).toBeNull();
  });

  test.each(['plain', 'infinite'] as const)(
    'end by the signal of the argument: %s',
    async (kind) => {
      const controller = new AbortController();
      const { api, queries, sent } = open((request, count) => {
        queueMicrotask(() => controller.abort(new Error('left')));
        return never(request, count);
      });
      const input = { signal: controller.signal };
      const loaded =
        kind === 'plain'
          ? queries.fetchQuery(queryOptions(api.list, input))
          : queries.fetchInfiniteQuery(infiniteQueryOptions(api.list, input));
      await expect(loaded).rejects.toMatchObject({
        name: 'AbortError',
        cause: { message: 'left' },
      });
      expect(sent.length).toBe(1);
    },
  );

  test('load the data of a method', async () => {
    const { api, queries, urls } = open();
    const options = queryOptions(api.list, { query: { size: 5 } });
    const data = await queries.fetchQuery(options);
    expectTypeOf(data).toEqualTypeOf<Things>();
    expect(data.things).toEqual([{ name: 't0' }]);
    expect(queries.getQueryData(options.queryKey)).toBe(data);
    expect(urls()).toEqual(['http://mock.test/things?size=5']);
  });

  test('fail with the error of the call', async () => {
    const { api, queries } = open(() => Response.json({}, { status: 500 }));
    const options = queryOptions(api.list);
    await expect(queries.fetchQuery(options)).rejects.toThrow('list (GET /things): answered 500');
  });

  test('pass the signal on, so that a query that nobody wants is aborted', async () => {
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const { api, queries, sent } = open((request, count) => {
      asked();
      return never(request, count);
    });
    const leave = new QueryObserver(queries, queryOptions(api.list)).subscribe(() => {});
    await isAsked;
    expect(sent[0]?.signal.aborted).toBe(false);
    leave();
    expect(sent[0]?.signal.aborted).toBe(true);
  });

  test('are invalidated by the key of the method', async () => {
    const { api, queries } = open();
    const options = queryOptions(api.list, { query: { size: 5 } });
    await queries.fetchQuery(options);
    await queries.invalidateQueries({ queryKey: queryKey(api.list) });
    expect(queries.getQueryState(options.queryKey)?.isInvalidated).toBe(true);
  });

  test('want the argument that the method wants', () => {
    const { api } = open();
    // @ts-expect-error A path parameter is required.
    queryOptions(api.create);
    // @ts-expect-error It is not declared.
    queryOptions(api.list, { query: { sise: 1 } });
  });
});

describe('mutationOptions', () => {
  test('send what they are given', async () => {
    const { api, queries, sent } = open(() => Response.json({ made: 'b' }, { status: 201 }));
    const options = mutationOptions(api.create);
    expectTypeOf(options.mutationFn).returns.resolves.toEqualTypeOf<{ made: string }>();
    const mutation = new MutationObserver(queries, options);
    const data = await mutation.mutate({ path: { id: 'a' }, body: { name: 'b' } });
    expectTypeOf(data).toEqualTypeOf<{ made: string }>();
    expect(data).toEqual({ made: 'b' });
    expect(options.mutationKey).toEqual(['http://mock.test', 'create']);
    expect(sent.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', 'http://mock.test/things/a', '{"name":"b"}'],
    ]);
  });
});

describe('infiniteQueryOptions', () => {
  test('load page after page', async () => {
    const { api, queries, urls } = open();
    const options = infiniteQueryOptions(api.list, { query: { size: 1 } });
    const { pages, pageParams } = await queries.fetchInfiniteQuery({ ...options, pages: 9 });
    expectTypeOf(pages[0]?.items).toEqualTypeOf<readonly { readonly name: string }[] | undefined>();
    expect(pages.flatMap(({ items }) => items.map(({ name }) => name))).toEqual(['t0', 't1', 't2']);
    expect(pageParams).toEqual([undefined, '1', '2']);
    expect(urls().map((url) => url.split('?')[1])).toEqual([
      'size=1',
      'size=1&after=1',
      'size=1&after=2',
    ]);
  });

  test('load the next page when it is wanted, as long as there is one', async () => {
    const { api, queries, sent } = open();
    const observer = new InfiniteQueryObserver(queries, infiniteQueryOptions(api.list));
    const loaded: unknown[] = [];
    for (let more = true; more; ) {
      const { data, hasNextPage } = await observer.fetchNextPage();
      loaded.push(data?.pages.length);
      more = hasNextPage;
    }
    expect(loaded).toEqual([1, 2, 3]);
    expect(sent.length).toBe(3);
    observer.destroy();
  });

  test('do not share the data of a plain query', async () => {
    const { api, queries } = open();
    const plain = await queries.fetchQuery(queryOptions(api.list));
    await queries.fetchInfiniteQuery(infiniteQueryOptions(api.list));
    expect(queries.getQueryData(queryOptions(api.list).queryKey)).toBe(plain);
  });
});

test('an infinite query ends where a failure says that there are no more pages', async () => {
  const past = { status: 404 };
  const operations = {
    list: withPages(
      operation<{
        requestBody?: never;
        responses: { 200: { content: { 'application/json': number[] } } };
      }>({ name: 'list', method: 'get', path: '/', answers: { 200: 'json', 404: 'json' } }),
      { by: byPage, items: [], parameter: 'page', past },
    ),
  };
  const client = createClient<Record<never, never>, typeof operations>(operations, {
    baseUrl: 'http://a.test',
    fetch: async ({ url }) =>
      url.includes('page=') ? Response.json({}, { status: 404 }) : Response.json([1]),
  });
  const options = infiniteQueryOptions(client.list);
  const { pages } = await new QueryClient().fetchInfiniteQuery({ ...options, pages: 2 });
  expect(pages.map(({ items }) => items)).toEqual([[1], []]);
});

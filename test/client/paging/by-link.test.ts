import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { byLink, type Paging, type Route, writeStyledPath } from '../../../src/client/index.ts';
import { json } from '../answer-in-turn.ts';
import { thrownBy } from '../serve.ts';
import { listInPages, readAll } from './list-in-pages.ts';

const IN_HEADER: Paging = { by: byLink, items: [] };
const IN_BODY: Paging = { by: byLink, items: ['things'], next: ['links', 'next'] };

function linked(link: string) {
  return json(['a'], { headers: { link } });
}

function page(things: unknown, next?: unknown) {
  return { things, links: { next } };
}

describe('byLink', () => {
  test.each([
    '</things?page=2>; rel="next"',
    '</things?page=2>; rel=next',
    '</things?page=2>;rel=NEXT',
    '</things?page=2>; title="more"; rel="last next"',
    '</things?page=1>; rel="prev", </things?page=2>; rel="next", </things?page=9>; rel="last"',
    '</a,b>; rel="prev",</things?page=2>; rel="next"',
  ])('finds the next page in the header %s', async (link) => {
    const { items, urls } = listInPages(IN_HEADER, [linked(link), ['b']]);
    expect(await readAll(items({ query: { size: 1 } }))).toEqual(['a', 'b']);
    expect(urls()).toEqual(['/things?size=1', '/things?page=2']);
  });

  test.each([
    '</things?page=2>; rel="prev"',
    '</things?page=2>; rel="nextcloud"',
    '</things?page=2>',
    'next',
    '<<<>>>; rel',
    '',
  ])('finds none in the header "%s"', async (link) => {
    const { items, sent } = listInPages(IN_HEADER, [linked(link)]);
    expect(await readAll(items())).toEqual(['a']);
    expect(sent.length).toBe(1);
  });

  test.each([
    ['http://mock.test', '?page=2', '/things?page=2'],
    ['http://mock.test/', '?page=2', '/things?page=2'],
    ['http://mock.test/v1', '?page=2', '/v1/things?page=2'],
    ['http://mock.test/v1/', '/v2/things?page=2', '/v2/things?page=2'],
    ['http://mock.test/v1', 'more?page=2', '/v1/more?page=2'],
    ['http://mock.test/v1', 'http://mock.test/x', '/x'],
    ['http://mock.test/v1', '//mock.test/x', '/x'],
  ])('at %s reads the URL %s', async (baseUrl, next, url) => {
    const { items, urls } = listInPages(IN_BODY, [page(['a'], next), page(['b'])], { baseUrl });
    expect(await readAll(items())).toEqual(['a', 'b']);
    expect(urls()[1]).toBe(url);
  });

  test.each<[what: string, route: Partial<Route>, input: object, next: string, url: string]>([
    [
      'a path with a style of its own',
      { template: { path: '/things/{;id}/parts/{.part}', write: writeStyledPath } },
      { path: { id: 1, part: 'a' } },
      'more?page=2',
      '/things/;id=1/parts/more?page=2',
    ],
    ['a query', {}, { query: { size: 1 } }, '?page=2', '/things?page=2'],
    ['a path with a slash', { path: '/things/' }, {}, 'page/2', '/things/page/2'],
    ['the fragment alone', {}, { query: { size: 1 } }, '#2', '/things?size=1#2'],
  ])('resolves a link against the URL with %s', async (_, route, input, next, url) => {
    const { items, urls } = listInPages(IN_BODY, [page(['a'], next), page(['b'])], route);
    expect(await readAll(items(input))).toEqual(['a', 'b']);
    expect(urls()[1]).toBe(url);
  });

  test('resolves each link against the page that has it, also another day', async () => {
    const answers = [
      page(['a'], 'archive/1'),
      page(['b'], '2'),
      page(['c'], '?part=2'),
      page(['d']),
    ];
    const { pages, urls } = listInPages(IN_BODY, answers);
    let from: string | number | undefined;
    for (let count = 0; count < 2; count += 1) {
      for await (const { next } of pages({}, { from, limit: 2 })) from = next;
    }
    expect(urls()).toEqual(['/things', '/archive/1', '/archive/2', '/archive/2?part=2']);
  });

  test('follows a link that reads the same on each page', async () => {
    const answers = [page(['a'], 'next/'), page(['b'], 'next/'), page(['c'])];
    const { items, urls } = listInPages(IN_BODY, answers, { path: '/things/' });
    expect(await readAll(items())).toEqual(['a', 'b', 'c']);
    expect(urls()).toEqual(['/things/', '/things/next/', '/things/next/next/']);
  });

  test.each([
    'https://mock.test/things',
    'http://evil.test/',
    '//evil.test',
    'http://mock.test:81/',
  ])('does not go to another origin: %s', async (next) => {
    const { items, sent } = listInPages(IN_BODY, [page(['a'], next)]);
    const seen: unknown[] = [];
    const read = async () => {
      for await (const item of items()) seen.push(item);
    };
    const error = await thrownBy(read());
    expect(error).toMatchObject({ name: 'PagingError', operation: 'listThings' });
    expect(String(error)).toContain('which is another origin');
    expect(seen).toEqual(['a']);
    expect(sent.length).toBe(1);
  });

  test.each(['data:text/plain,x', 'http://[', 'http://mock.test:port/', 'javascript:1'])(
    'throws for what is no URL of a server: %s',
    async (next) => {
      const { items, sent } = listInPages(IN_BODY, [page(['a'], next)]);
      expect(await thrownBy(readAll(items()))).toMatchObject({ name: 'PagingError' });
      expect(sent.length).toBe(1);
    },
  );

  test.each([[page(['a'], '/things?key=secret')], [page(['a'], 'http://[?key=secret')]])(
    'throws without the query of a link: case %#',
    async (body) => {
      const error = await thrownBy(readAll(listInPages(IN_BODY, [body]).items()));
      expect(error).toMatchObject({ name: 'PagingError' });
      expect(inspect(error, { depth: 10 })).not.toContain('secret');
    },
  );

  test('goes on from a link, with the headers of the caller', async () => {
    const { pages, sent } = listInPages(IN_BODY, [page(['b'])]);
    await readAll(pages({ headers: { 'x-a': '1' } }, { from: '/things?page=2' }));
    expect(sent.map(({ url, headers }) => [url, headers.get('x-a')])).toEqual([
      ['http://mock.test/things?page=2', '1'],
    ]);
  });
});

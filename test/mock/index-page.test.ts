import { describe, expect, test } from 'vitest';
import { renderIndex } from '../../src/mock/index-page.ts';
import { contractOf } from '../support/test-contract.ts';

const components = {
  securitySchemes: {
    bearer: { type: 'http', scheme: 'bearer' },
    key: { type: 'apiKey', in: 'query', name: 'apikey' },
  },
};
const guessed = { security: [], 'x-provenance': { level: 'assumed' } };
const documented = { security: [{ bearer: [], key: [] }], 'x-provenance': { level: 'documented' } };

function indexOf(paths: object, accept: string, docs?: object, title = 'Things') {
  const contract = { ...contractOf({ paths, components }), title };
  const apis = [{ name: 'a/b', mount: '/things', contract }];
  const request = new Request('http://127.0.0.1:4010/', { headers: { accept } });
  return renderIndex(docs === undefined ? { apis } : { apis, docs }, request);
}

describe('renderIndex', () => {
  test('answers text to everyone but browsers', async () => {
    const paths = { '/a': { get: guessed }, '/b': { post: documented, get: documented } };
    const response = indexOf(paths, '*/*');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(
      [
        'Things (3 operations)',
        '  http://127.0.0.1:4010/things',
        "  curl -H 'Authorization: Bearer x' 'http://127.0.0.1:4010/things/b?apikey=x'",
        '',
      ].join('\n'),
    );
  });

  test('names the docs where there are any', async () => {
    expect(await indexOf({}, '*/*', {}).text()).toMatch(
      /\n\nDocs\n {2}http:\/\/127\.0\.0\.1:4010\/docs\/\n$/,
    );
    expect(await indexOf({}, '*/*').text()).not.toContain('Docs');
  });

  test('answers a page to browsers', async () => {
    const response = indexOf({ '/a': { get: guessed } }, 'text/html,*/*;q=0.8', {});
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await response.text();
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain("<pre>curl 'http://127.0.0.1:4010/things/a'</pre>");
    expect(html).toContain('href="/docs/a%2Fb.html"');
  });

  test('links no docs on the page where there are none', async () => {
    expect(await indexOf({}, 'text/html').text()).not.toContain('/docs/');
  });

  test('escapes what a contract says', async () => {
    const title = '<script>"&amp;"</script>';
    const html = await indexOf({ '/<b>&': { get: guessed } }, 'text/html', undefined, title).text();
    expect(html).toContain('<h2>&lt;script&gt;&quot;&amp;amp;&quot;&lt;/script&gt;</h2>');
    expect(html).toContain('/things/&lt;b&gt;&amp;');
    expect(html).not.toMatch(/<script>|<b>/);
  });

  test.each([
    ['a documented read first', { '/a': { get: guessed }, '/b': { get: documented } }, '/b?'],
    [
      'any read before other operations',
      { '/a': { post: documented }, '/b': { get: guessed } },
      "/b'",
    ],
    ['another operation where there is no read', { '/a': { delete: guessed } }, "-X DELETE 'http"],
  ])('shows %s', async (_what, paths, expected) => {
    expect(await indexOf(paths, '*/*').text()).toContain(expected);
  });

  test('quotes for the shell', async () => {
    const parameters = [{ name: 'X-Note', in: 'header', required: true, example: "it's" }];
    const text = await indexOf({ '/a': { get: { ...guessed, parameters } } }, '*/*').text();
    expect(text).toContain("-H 'X-Note: it'\\''s' ");
  });

  test('answers for a contract without operations', async () => {
    expect(await indexOf({}, '*/*').text()).toContain('Things (0 operations)');
  });
});

import { describe, expect, test } from 'vitest';
import { renderIndex } from '../../../src/mock/console/index-page.ts';
import { httpRequest } from '../../support/http-request.ts';
import { contractOf } from '../../support/test-contract.ts';

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
  const request = { ...httpRequest('GET', { accept }), origin: 'http://127.0.0.1:4010' };
  return renderIndex(docs === undefined ? { apis } : { apis, docs }, request);
}

describe('renderIndex', () => {
  test('answers text to everyone but browsers', () => {
    const paths = { '/a': { get: guessed }, '/b': { post: documented, get: documented } };
    const response = indexOf(paths, '*/*');
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(response.body).toBe(
      [
        'Things (3 operations)',
        '  http://127.0.0.1:4010/things',
        "  curl -H 'Authorization: Bearer x' 'http://127.0.0.1:4010/things/b?apikey=x'",
        '',
      ].join('\n'),
    );
  });

  test('names the docs where there are any', () => {
    expect(indexOf({}, '*/*', {}).body).toMatch(
      /\n\nDocs\n {2}http:\/\/127\.0\.0\.1:4010\/docs\/\n$/,
    );
    expect(indexOf({}, '*/*').body).not.toContain('Docs');
  });

  test('answers a page to browsers', () => {
    const response = indexOf({ '/a': { get: guessed } }, 'text/html,*/*;q=0.8', {});
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    const html = response.body;
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain("<pre>curl 'http://127.0.0.1:4010/things/a'</pre>");
    expect(html).toContain('href="/docs/a%2Fb.html"');
  });

  test('links no docs on the page where there are none', () => {
    expect(indexOf({}, 'text/html').body).not.toContain('/docs/');
  });

  test('escapes what a contract says', () => {
    const title = '<script>"&amp;"</script>';
    const html = indexOf({ '/<b>&': { get: guessed } }, 'text/html', undefined, title).body;
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
  ])('shows %s', (_what, paths, expected) => {
    expect(indexOf(paths, '*/*').body).toContain(expected);
  });

  test('quotes for the shell', () => {
    const parameters = [{ name: 'X-Note', in: 'header', required: true, example: "it's" }];
    const text = indexOf({ '/a': { get: { ...guessed, parameters } } }, '*/*').body;
    expect(text).toContain("-H 'X-Note: it'\\''s' ");
  });

  test('answers for a contract without operations', () => {
    expect(indexOf({}, '*/*').body).toContain('Things (0 operations)');
  });
});

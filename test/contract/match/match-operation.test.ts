import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../../src/contract/match/match-operation.ts';
import { contractOf } from '../../support/test-contract.ts';

function matcherOf(paths: Record<string, readonly string[]>) {
  const items = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(methods.map((method) => [method, {}])),
  ]);
  return createMatcher(contractOf({ paths: Object.fromEntries(items) }));
}

describe('createMatcher', () => {
  const match = matcherOf({
    '/things/{id}': ['get', 'delete'],
    '/things/{id}/parts/': ['get'],
    '/things/mine': ['get', 'post'],
    '/things/{id}/parts/{part}.json': ['get'],
    '/a+b/(c)/[d]/$e/f.g/^h|i': ['get'],
    '/größe/{id}': ['get'],
    '/head': ['head', 'get'],
  });

  test.each([
    ['GET', '/things/1', 'get /things/{id}', { id: '1' }],
    ['DELETE', '/things/1', 'delete /things/{id}', { id: '1' }],
    ['get', '/things/1', 'get /things/{id}', { id: '1' }],
    ['GET', '/things/mine', 'get /things/mine', {}],
    ['HEAD', '/things/1', 'get /things/{id}', { id: '1' }],
    ['HEAD', '/head', 'head /head', {}],
    ['GET', '/things/a%2Fb', 'get /things/{id}', { id: 'a%2Fb' }],
    ['GET', '/things/1/parts/', 'get /things/{id}/parts/', { id: '1' }],
    [
      'GET',
      '/things/1/parts/x.y.json',
      'get /things/{id}/parts/{part}.json',
      { id: '1', part: 'x.y' },
    ],
    ['GET', '/a+b/(c)/[d]/$e/f.g/^h|i', 'get /a+b/(c)/[d]/$e/f.g/^h|i', {}],
    ['GET', '/gr%C3%B6%C3%9Fe/1', 'get /größe/{id}', { id: '1' }],
  ])('finds %s %s', (method, path, id, pathValues) => {
    expect(match(method, path)).toMatchObject({
      kind: 'operation',
      operation: { id },
      pathValues,
    });
  });

  test.each([
    '/',
    '/things',
    '/things/',
    '/things/1/',
    '/things/1/parts',
    '/things/1/2',
    '/prefix/things/1',
    '/THINGS/1',
    '/aab/(c)/[d]/$e/f.g/^h|i',
    '/a+b/(c)/[d]/$e/fxg/^h|i',
    '/^h',
    'i',
  ])('knows no path %s', (path) => {
    expect(match('GET', path)).toEqual({ kind: 'unknown-path' });
  });

  test.each([
    ['PATCH', '/things/1', ['GET', 'DELETE', 'HEAD']],
    ['DELETE', '/things/mine', ['GET', 'POST', 'HEAD']],
    ['POST', '/head', ['HEAD', 'GET']],
  ])('tells the methods that a path has instead of %s %s', (method, path, allowed) => {
    expect(match(method, path)).toEqual({ kind: 'unknown-method', allowed });
  });

  test('does not add HEAD where there is no GET', () => {
    const matchPost = matcherOf({ '/a': ['post'] });
    expect(matchPost('HEAD', '/a')).toEqual({ kind: 'unknown-method', allowed: ['POST'] });
  });

  test('prefers the path with fewer parameters whatever the order of the document', () => {
    const first = matcherOf({ '/{a}/{b}': ['get'], '/{a}/b': ['get'], '/a/b': ['get'] });
    const last = matcherOf({ '/a/b': ['get'], '/{a}/b': ['get'], '/{a}/{b}': ['get'] });
    for (const matcher of [first, last]) {
      expect(matcher('GET', '/a/b')).toMatchObject({ operation: { path: '/a/b' } });
      expect(matcher('GET', '/x/b')).toMatchObject({ operation: { path: '/{a}/b' } });
      expect(matcher('GET', '/x/y')).toMatchObject({ operation: { path: '/{a}/{b}' } });
    }
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPathIndex } from '../../../src/contract/match/path-index.ts';
import { propertyRuns } from '../../support/property-runs.ts';

function indexOf(...templates: string[]) {
  const find = createPathIndex(templates.map((template) => ({ template, target: template })));
  return (path: string) => {
    const { leaves, readValues } = find(path);
    return leaves[0] && [leaves[0].target, readValues(leaves[0])];
  };
}

describe('createPathIndex', () => {
  test('looks further where a literal segment leads nowhere', () => {
    const find = indexOf('/a/b/c', '/a/{x}/d', '/{y}/b/e');
    expect(find('/a/b/c')).toEqual(['/a/b/c', {}]);
    expect(find('/a/b/d')).toEqual(['/a/{x}/d', { x: 'b' }]);
    expect(find('/a/b/e')).toEqual(['/{y}/b/e', { y: 'a' }]);
    expect(find('/a/b/f')).toBeUndefined();
  });

  test('finds the first of two templates with as many parameters', () => {
    expect(indexOf('/{y}/b', '/a/{x}')('/a/b')).toEqual(['/{y}/b', { y: 'a' }]);
    expect(indexOf('/a/{x}', '/{y}/b')('/a/b')).toEqual(['/a/{x}', { x: 'b' }]);
  });

  test('finds the first of two templates that fit the same paths', () => {
    expect(indexOf('/{a}', '/{b}')('/1')).toEqual(['/{a}', { a: '1' }]);
  });

  test('finds the one with fewer parameters where as much of both is literal', () => {
    expect(indexOf('/{a}-{b}', '/x{c}')('/x1-2')).toEqual(['/x{c}', { c: '1-2' }]);
  });

  test('reads several parameters of one segment', () => {
    const find = indexOf('/compare/{base}...{head}', "/users('{id}')", '/{a}.{b}.json');
    expect(find('/compare/v1...v2')).toEqual([
      '/compare/{base}...{head}',
      { base: 'v1', head: 'v2' },
    ]);
    expect(find("/users('7')")).toEqual(["/users('{id}')", { id: '7' }]);
    expect(find('/x.y.json')).toEqual(['/{a}.{b}.json', { a: 'x', b: 'y' }]);
    expect(find('/compare/v1..v2')).toBeUndefined();
  });

  test.each(['/{__proto__}', '/{constructor}'])('keeps a parameter called as in %s', (template) => {
    const name = template.slice(2, -1);
    const [, values] = indexOf(template)('/1') ?? [];
    expect(Object.entries(values ?? {})).toEqual([[name, '1']]);
  });

  test('reads all that is left of a path for a parameter of several segments', () => {
    const find = indexOf(
      '/v1/{+name}',
      '/v1/{+parent}/operations',
      '/v1/projects/{*id}:cancel',
      '/v1/{one}',
      '/lambda/{proxy+}',
      '/files/{path*}',
    );
    expect(find('/v1/projects/a')).toEqual(['/v1/{+name}', { '+name': 'projects/a' }]);
    expect(find('/v1/a/b/operations')).toEqual(['/v1/{+parent}/operations', { '+parent': 'a/b' }]);
    expect(find('/v1/projects/a/b:cancel')).toEqual([
      '/v1/projects/{*id}:cancel',
      { '*id': 'a/b' },
    ]);
    expect(find('/v1/a')).toEqual(['/v1/{one}', { one: 'a' }]);
    expect(find('/v1/a%2Foperations')).toEqual(['/v1/{one}', { one: 'a%2Foperations' }]);
    expect(find('/v1/b/a%2Foperations')).toEqual(['/v1/{+name}', { '+name': 'b/a%2Foperations' }]);
    expect(find('/lambda/a/b/')).toEqual(['/lambda/{proxy+}', { 'proxy+': 'a/b/' }]);
    expect(find('/files/%2F')).toEqual(['/files/{path*}', { 'path*': '%2F' }]);
    expect(find('/lambda/')).toBeUndefined();
  });

  test.each(['', '/', '//', '/a', '/a/', '/a//b'])(
    'has nothing for "%s" but what is there',
    (path) => {
      expect(indexOf('/a/{x}')(path)).toBeUndefined();
      expect(indexOf(path)(path)).toEqual([path, {}]);
    },
  );
});

describe('percent-encoding', () => {
  const find = indexOf(
    '/café/{id}',
    '/users/{id}',
    '/users/@me',
    '/a b/>/100%/"q"',
    '/written%20so/%7euser',
    '/x%2Fy',
    '/x/y',
    '/{a}:{b}',
    '/{a} to {b}',
    '/50%zz/%ff',
    '/{file}.café',
  );

  test.each([
    ['/caf%c3%a9/1', '/café/{id}', { id: '1' }],
    ['/caf%C3%A9/%c3%a9', '/café/{id}', { id: '%c3%a9' }],
    ['/%63af%C3%a9/1', '/café/{id}', { id: '1' }],
    ['/café/1', '/café/{id}', { id: '1' }],
    ['/users/%40me', '/users/@me', {}],
    ['/users/@me', '/users/@me', {}],
    ['/users/%40you', '/users/{id}', { id: '%40you' }],
    ['/a%20b/%3E/100%25/%22q%22', '/a b/>/100%/"q"', {}],
    ['/a%20b/%3e/100%/%22q%22', '/a b/>/100%/"q"', {}],
    ['/written%20so/~user', '/written%20so/%7euser', {}],
    ['/written so/%7Euser', '/written%20so/%7euser', {}],
    ['/x%2fy', '/x%2Fy', {}],
    ['/x/y', '/x/y', {}],
    ['/50%zz/%ff', '/50%zz/%ff', {}],
    ['/50%25zz/%FF', '/50%zz/%ff', {}],
    ['/50%zz/%fe', undefined, undefined],
    // A separator that a client encoded is data, unless the path fits in no other way.
    ['/1:2%3A3', '/{a}:{b}', { a: '1', b: '2%3A3' }],
    ['/1%3A2:3', '/{a}:{b}', { a: '1%3A2', b: '3' }],
    ['/1%3a2', '/{a}:{b}', { a: '1', b: '2' }],
    ['/x%20to%20%C3%A9%2F', '/{a} to {b}', { a: 'x', b: '%C3%A9%2F' }],
    ['/%F0%9F%98%80.caf%c3%a9', '/{file}.café', { file: '%F0%9F%98%80' }],
    ['/%zz.caf%C3%A9', '/{file}.café', { file: '%zz' }],
  ])('%s is compared behind it', (path, template, values) => {
    expect(find(path)).toEqual(template === undefined ? undefined : [template, values]);
  });

  test('never makes a literal of part of an escape', () => {
    expect(indexOf('/{a}2F')('/x%2F')).toBeUndefined();
    expect(indexOf('/{a}2F')('/x%2F2F')).toEqual(['/{a}2F', { a: 'x%2F' }]);
    expect(indexOf('/{a}{b}')('/x%2F')).toEqual(['/{a}{b}', { a: 'x', b: '%2F' }]);
  });
});

describe('segments with several parameters', () => {
  test.each([
    ['/{a}{b}', '/xyz', { a: 'xy', b: 'z' }],
    ['/{a}{b}', '/x', undefined],
    ['/{a}.{b}.{c}', '/1.2.3.4', { a: '1.2', b: '3', c: '4' }],
    ['/{a}.{b}.{c}', '/1..3', undefined],
    ['/{a}.{b}.{c}', '/..1..', { a: '.', b: '1', c: '.' }],
    ['/x{a}x{b}x', '/xxxxx', { a: 'x', b: 'x' }],
    ['/x{a}x{b}x', '/xxxx', undefined],
    ['/aa{a}aa', '/aaa', undefined],
    ['/{a}aa{b}', '/aaaa', { a: 'a', b: 'a' }],
    ["/Users(id='{id}',at={at})", "/Users(id='1',at=2)", { id: '1', at: '2' }],
    ['/a}{id}', '/a}1', { id: '1' }],
    ['/{a', '/{a', {}],
    ['/{}', '/{}', {}],
    ['/{}', '/%7B%7D', {}],
  ])('%s reads %s with the first values as long as possible', (template, path, values) => {
    expect(indexOf(template)(path)).toEqual(values && [template, values]);
  });

  test('read what a greedy regular expression does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{p}', '{p}', 'a', 'b', 'ab'), { minLength: 1, maxLength: 5 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 }),
        (parts, text) => {
          const names = parts.filter((part) => part === '{p}').map((_, at) => `p${at}`);
          const named = [...names];
          const template = parts.map((part) => (part === '{p}' ? `{${named.shift()}}` : part));
          const pattern = parts.map((part) => (part === '{p}' ? '(.+)' : part)).join('');
          const groups = new RegExp(`^${pattern}$`).exec(text)?.slice(1);
          const values =
            groups && Object.fromEntries(groups.map((group, at) => [names[at], group]));
          const found = indexOf(`/${template.join('')}`)(`/${text}`);
          expect(found?.[1]).toEqual(values);
        },
      ),
      propertyRuns(500),
    );
  });

  test('take no longer for hostile paths', () => {
    const template = `/${Array.from({ length: 30 }, (_, at) => `{p${at}}a`).join('')}b`;
    const find = indexOf(template, '/{x}-{y}-{z}');
    // By backtracking, this would take longer than the universe has been there.
    expect(find(`/${'a'.repeat(8000)}`)).toBeUndefined();
    expect(find(`/${'-%2D'.repeat(2000)}-`)?.[0]).toBe('/{x}-{y}-{z}');
  });
});

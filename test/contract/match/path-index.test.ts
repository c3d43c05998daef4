import { describe, expect, test } from 'vitest';
import { createPathIndex } from '../../../src/contract/match/path-index.ts';

function indexOf(...templates: string[]) {
  const find = createPathIndex(templates.map((template) => ({ template, target: undefined })));
  return (path: string) => {
    const found = find(path);
    return found && [found.route.template, found.values];
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

  test.each(['', '/', '//', '/a', '/a/', '/a//b'])(
    'has nothing for "%s" but what is there',
    (path) => {
      expect(indexOf('/a/{x}')(path)).toBeUndefined();
      expect(indexOf(path)(path)).toEqual([path, {}]);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { createPageFinder } from '../../../src/mock/request/find-page.ts';

const page = (method: string, path: string) => ({ method, path, handle: () => ({ status: 200 }) });
const find = createPageFinder([
  page('GET', '/s/{id}'),
  page('POST', '/s/{id}'),
  page('GET', '/s/{id}/{password}'),
]);

describe('createPageFinder', () => {
  test.each([
    ['GET', '/s/a', 'GET /s/{id}', { id: 'a' }],
    ['HEAD', '/s/a', 'GET /s/{id}', { id: 'a' }],
    ['POST', '/s/a', 'POST /s/{id}', { id: 'a' }],
    ['GET', '/s/a/b%20c', 'GET /s/{id}/{password}', { id: 'a', password: 'b%20c' }],
  ])('finds the page of %s %s', (method, path, expected, values) => {
    const found = find(method, path);
    expect(`${found?.page.method} ${found?.page.path}`).toBe(expected);
    expect(found?.values).toEqual(values);
  });

  test('finds no page for another method or path', () => {
    expect(find('DELETE', '/s/a')).toBeUndefined();
    expect(find('POST', '/s/a/b')).toBeUndefined();
  });
});

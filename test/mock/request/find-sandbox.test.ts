import { describe, expect, test } from 'vitest';
import { findSandbox } from '../../../src/mock/request/find-sandbox.ts';

const find = (path: string, name?: string) =>
  findSandbox({
    path,
    headers: { get: (field) => (field === 'x-mock-sandbox' ? (name ?? null) : null) },
  });

describe('findSandbox', () => {
  test.each([
    ['/crego/x', undefined, { sandbox: 'default', path: '/crego/x', prefix: '' }],
    ['/crego/~x', undefined, { sandbox: 'default', path: '/crego/~x', prefix: '' }],
    ['/~a/crego/x', undefined, { sandbox: 'a', path: '/crego/x', prefix: '/~a' }],
    ['/~a', undefined, { sandbox: 'a', path: '/', prefix: '/~a' }],
    ['/~a/', undefined, { sandbox: 'a', path: '/', prefix: '/~a' }],
    ['/%7Ea/crego/%7Ex', undefined, { sandbox: 'a', path: '/crego/%7Ex', prefix: '/~a' }],
    ['/%7e%61', undefined, { sandbox: 'a', path: '/', prefix: '/~a' }],
    ['/~default/crego', undefined, { sandbox: 'default', path: '/crego', prefix: '' }],
    ['/crego', 'b.1_2-3', { sandbox: 'b.1_2-3', path: '/crego', prefix: '/~b.1_2-3' }],
    ['/~a/crego', 'b', { sandbox: 'a', path: '/crego', prefix: '/~a' }],
  ])('reads %s with X-Mock-Sandbox %s', (path, name, expected) => {
    expect(find(path, name)).toEqual(expected);
  });

  test.each([
    ['/~/crego', undefined, 'path'],
    ['/~a%2Fb/crego', undefined, 'path'],
    ['/crego', '..', 'header'],
    [`/~${'a'.repeat(65)}/crego`, undefined, 'path'],
    ['/crego', 'a/b', 'header'],
    ['/crego', '', 'header'],
  ])('refuses %s with X-Mock-Sandbox %j', (path, name, part) => {
    expect(find(path, name)).toMatchObject({ in: part, rule: { keyword: 'sandbox' } });
  });

  const findSite = (site: string) =>
    findSandbox({ path: '/~a/crego', headers: new Headers({ 'x-mock-site': site }) });

  test.each([
    ['https://api.example.com', 'https://api.example.com'],
    ['http://localhost:5212/', 'http://localhost:5212'],
    ['https://API.example.com/base/', 'https://api.example.com/base'],
  ])('reads X-Mock-Site %s', (site, expected) => {
    expect(findSite(site)).toEqual({ sandbox: 'a', path: '/crego', prefix: '/~a', site: expected });
  });

  test.each(['', 'api.example.com', '/crego', 'javascript:alert(1)'])(
    'refuses X-Mock-Site %j',
    (site) => {
      expect(findSite(site)).toMatchObject({ in: 'header', pointer: '/x-mock-site', found: site });
    },
  );
});

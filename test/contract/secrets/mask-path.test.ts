import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../../src/contract/match/match-operation.ts';
import { maskKnownPath, maskUnknownPath } from '../../../src/contract/secrets/mask-path.ts';
import { contractOf } from '../../support/test-contract.ts';

function pathItem(...parameters: string[]) {
  return { get: { parameters: parameters.map((name) => ({ name, in: 'path', required: true })) } };
}

const contract = contractOf({
  paths: {
    '/documents/{id}/shares': pathItem('id'),
    '/shares/{token}/preview/': pathItem('token'),
    '/links/{id}.{token}': pathItem('id', 'token'),
    '/share/info/{id}': pathItem('id'),
    '/session/token/refresh': pathItem(),
  },
});
const match = createMatcher(contract);

function mask(mount: string, path: string): string {
  const matched = match('GET', path);
  if (matched.kind !== 'operation') throw new Error(`No operation is at ${path}.`);
  return maskKnownPath(mount + path, contract, matched.operation, matched.pathValues);
}

describe('maskKnownPath', () => {
  test.each([
    ['', '/shares/abc/preview/', '/shares/***/preview/'],
    ['/api/shares', '/shares/shares/preview/', '/api/shares/shares/***/preview/'],
    ['/~me/api', '/links/1.abc', '/~me/api/links/***'],
    ['/s', '/documents/abc/shares', '/s/documents/abc/shares'],
    ['', '/session/token/refresh', '/session/token/refresh'],
  ])('masks the secrets below "%s" in %s', (mount, path, masked) => {
    expect(mask(mount, path)).toBe(masked);
  });

  test('masks a path that is not laid out like its template as an unknown one', () => {
    const matched = match('GET', '/shares/abc/preview/');
    if (matched.kind !== 'operation') throw new Error('Expected an operation.');
    const { operation, pathValues } = matched;
    const masked = maskKnownPath('/api/shares/abc/preview', contract, operation, pathValues);
    expect(masked).toBe('/api/shares/***/preview');
  });
});

describe('maskUnknownPath', () => {
  test.each([
    ['/api/shares/abc/preview', '/api/shares/***/preview'],
    ['/api/SHARES/abc/Preview', '/api/SHARES/***/Preview'],
    ['/api/%73hares/abc', '/api/%73hares/***'],
    ['/api/shares/abc/prevew/', '/api/shares/***/***/'],
    ['/api/s/g2guA/gcqzfaze', '/api/s/***/***'],
    ['/api/shares;v=1/abc/;def/preview;ghi', '/api/shares;v=1/***/***/***'],
    ['/api/password/abc', '/api/password/***'],
  ])('masks what comes behind a word that beforeSecret to secrets: %s', (path, masked) => {
    expect(maskUnknownPath(path, contract)).toBe(masked);
  });

  test.each(['/api/documents/1/share', '/api/share/inf/1', '/api/session/token/refrsh', '/', '*'])(
    'leaves %s, of which the contract has no secret',
    (path) => {
      expect(maskUnknownPath(path, contract)).toBe(path);
    },
  );

  test.each([
    ['/share/abc', '/share/***'],
    ['/s/g2guA/gcqzfaze', '/s/***/***'],
    ['/shares/abc', '/shares/abc'],
    ['/token/abc', '/token/***'],
  ])('goes by common words where no contract is known: %s', (path, masked) => {
    expect(maskUnknownPath(path, undefined)).toBe(masked);
  });
});

import { describe, expect, test } from 'vitest';
import { adviseOnListening, adviseOnSystem } from '../../src/cli/system-error.ts';

const failure = (code: string, more = {}) =>
  Object.assign(new Error(`${code}: no`), { code, ...more });

describe('adviseOnListening', () => {
  test.each([
    ['EADDRINUSE', 'Port 80 is in use. Choose another with --port <number>.'],
    ['EACCES', 'Port 80 needs more rights. Choose another with --port <number>.'],
    ['EPERM', 'Port 80 needs more rights. Choose another with --port <number>.'],
    [
      'EADDRNOTAVAIL',
      'Address "a" is not one of this machine. Choose another with --host <address>.',
    ],
    ['ENOTFOUND', 'Address "a" is not one of this machine. Choose another with --host <address>.'],
    ['EAI_AGAIN', 'Address "a" is not one of this machine. Choose another with --host <address>.'],
    ['EAI_NODATA', 'Address "a" is not one of this machine. Choose another with --host <address>.'],
    ['EOTHER', undefined],
  ])('knows a remedy for %s: %s', (code, advice) => {
    expect(adviseOnListening(failure(code), 80, 'a')).toBe(advice);
  });
});

describe('adviseOnSystem', () => {
  test.each([
    ['EMFILE', {}, 'ulimit -n 4096'],
    ['ENFILE', {}, 'ulimit -n 4096'],
    ['ENOSPC', { syscall: 'write' }, 'ENOSPC: no. Make room on the disk.'],
    ['EACCES', { path: '/a' }, 'EACCES: no. Change what is there, or choose another place.'],
    ['EISDIR', { path: '/a' }, 'EISDIR: no. Change what is there, or choose another place.'],
    ['ENOTDIR', { path: '/a' }, 'ENOTDIR: no. Change what is there, or choose another place.'],
    ['EROFS', { path: '/a' }, 'EROFS: no. Change what is there, or choose another place.'],
  ])('knows a remedy for %s', (code, more, advice) => {
    expect(adviseOnSystem(failure(code, more))).toContain(advice);
    expect(adviseOnSystem(new Error('Around.', { cause: failure(code, more) }))).toContain(advice);
  });

  test.each([
    failure('ENOSPC', { syscall: 'watch' }),
    failure('EACCES'),
    new Error('Defect.'),
    'text',
    undefined,
  ])('leaves alone what only we can mend: %s', (error) => {
    expect(adviseOnSystem(error)).toBeUndefined();
  });
});

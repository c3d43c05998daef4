import { describe, expect, test } from 'vitest';
import {
  explainValkeyError,
  passesByItself,
} from '../../../src/mock/state-valkey/explain-valkey-error.ts';

describe('explainValkeyError', () => {
  test.each([
    [
      "OOM command not allowed when used memory > 'maxmemory'. script: 1f, on @user_script:50.",
      'has no memory left, as its "maxmemory" is reached',
    ],
    [
      'ERR Error running script (call to f_1f): @user_script:5: -OOM command not allowed',
      'has no memory left, as its "maxmemory" is reached',
    ],
    [
      "READONLY You can't write against a read only replica.",
      'is a replica, which takes no changes',
    ],
    ['LOADING Valkey is loading the dataset in memory', 'is still loading its data'],
    [
      'MISCONF Errors writing to the AOF file: No space left on device',
      'cannot save to its disk, and takes no changes until it can',
    ],
    ['NOAUTH Authentication required.', 'asks for a password'],
    [
      'WRONGPASS invalid username-password pair or user is disabled.',
      'refuses this user or password',
    ],
    [
      "NOPERM User me has no permissions to run the 'evalsha' command",
      'does not let this user run all commands, or use all keys of the prefix',
    ],
    ['MOVED 1234 10.0.0.1:6379', 'is part of a cluster, and has these keys elsewhere'],
    ['BUSY Valkey is busy running a script.', 'is busy with a script of someone else'],
    ['Command timed out', 'does not answer in time'],
    ['Connection is closed.', 'closed the connection'],
    ["Stream isn't writeable and enableOfflineQueue options is false", 'closed the connection'],
    [
      "ERR unknown command 'XAUTOCLAIM', with args beginning with: 'secret'",
      'lacks a command that is needed',
    ],
  ])('tells %s', (message, reason) => {
    expect(explainValkeyError(new Error(message))).toBe(reason);
  });

  test('reads the code of an error, and the errors of several addresses', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const both = new AggregateError([refused, refused]);
    expect(explainValkeyError(both)).toBe('refuses connections: nothing listens there');
  });

  test('shows the start of what it does not know', () => {
    const error = new Error(`ODD first line ${'x'.repeat(100)}\nsecond`);
    expect(explainValkeyError(error)).toBe(`fails: ODD first line ${'x'.repeat(65)}`);
    expect(explainValkeyError('text')).toBe('fails: text');
  });
});

describe('passesByItself', () => {
  test.each([
    [true, 'connect ECONNREFUSED 127.0.0.1:6379'],
    [true, 'Connection is closed.'],
    [true, "Stream isn't writeable and enableOfflineQueue options is false"],
    [true, 'Command timed out'],
    [true, 'LOADING Valkey is loading the dataset in memory'],
    [true, "READONLY You can't write against a read only replica."],
    [true, 'ERR max number of clients reached'],
    [false, "OOM command not allowed when used memory > 'maxmemory'."],
    [false, 'MISCONF Errors writing to the AOF file: No space left on device'],
    [false, 'NOAUTH Authentication required.'],
    [false, 'ERR Error running script'],
  ])('is %s of %s', (isPassing, message) => {
    expect(passesByItself(new Error(message))).toBe(isPassing);
  });
});

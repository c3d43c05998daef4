import { describe, expect, test } from 'vitest';
import { parseValkeyUrl } from '../../../src/mock/state-valkey/parse-valkey-url.ts';

describe('parseValkeyUrl', () => {
  test.each([
    [
      'valkey://example.com',
      { host: 'example.com', port: 6379, database: 0, isEncrypted: false, username: undefined },
      '{share-contracts}:',
      'valkey://example.com:6379/0',
    ],
    [
      'rediss://me:p%40ss%2Fw@[::1]:7000/3?prefix=team-a',
      {
        host: '::1',
        port: 7000,
        database: 3,
        isEncrypted: true,
        username: 'me',
        password: 'p@ss/w',
      },
      '{team-a}:',
      'rediss://[::1]:7000/3?prefix=team-a',
    ],
    [
      'redis://:secret@localhost/',
      { host: 'localhost', isEncrypted: false, username: undefined, password: 'secret' },
      '{share-contracts}:',
      'redis://localhost:6379/0',
    ],
    [
      'valkeys://h:1/15',
      { isEncrypted: true, database: 15, port: 1 },
      '{share-contracts}:',
      'valkeys://h:1/15',
    ],
  ])('reads %s', (url, parts, prefix, name) => {
    expect(parseValkeyUrl(url)).toMatchObject({ ...parts, prefix, name });
  });

  test.each([
    ['not a url', 'no URL'],
    ['http://me:secret@host', 'one that begins with http:'],
    ['valkey:///0', 'one without a host'],
    ['valkey://me:secret@host/main', 'a database that is no number'],
    ['valkey://me:secret@host/0?family=6', 'the parameter "family"'],
    ['valkey://host/?prefix={a}', 'a prefix that is not made of'],
    ['valkey://host/?prefix=', 'a prefix that is not made of'],
    ['valkey://me:secret%@host', 'a user or password with "%" that escapes nothing'],
  ])('refuses %s, and shows no password', (url, found) => {
    const parse = () => parseValkeyUrl(url);
    expect(parse).toThrow(`State: expected a URL such as valkey://`);
    expect(parse).toThrow(`found ${found}`);
    expect(parse).not.toThrow('secret');
  });
});

import { describe, expect, test } from 'vitest';
import { isLocal } from '../../../src/mock/control/is-local.ts';
import { httpRequest } from '../../support/http-request.ts';

const LOCAL = 'http://127.0.0.1:4010';

const check = (address: string | undefined, origin: string, headers = {}) =>
  isLocal({ ...httpRequest('GET', headers), origin, readRemoteAddress: () => address });

describe('isLocal', () => {
  test.each<[address: string | undefined, isLocal: boolean]>([
    [undefined, true],
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['::1', true],
    ['0:0:0:0:0:0:0:1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:7f00:1', true],
    ['128.0.0.1', false],
    ['192.168.0.7', false],
    ['0.0.0.0', false],
    ['::', false],
    ['::2', false],
    ['::ffff:10.0.0.1', false],
    ['fe80::1', false],
    ['127.evil.test', false],
    ['', false],
  ])('has the caller %s for one of this machine: %j', (address, expected) => {
    expect(check(address, LOCAL)).toBe(expected);
  });

  test.each([
    ['localhost', true],
    ['localhost:4010', true],
    ['LOCALHOST:4010', true],
    ['localhost.:4010', true],
    ['app.localhost', true],
    ['a.b.localhost.:80', true],
    ['%6cocalhost', true],
    ['127.0.0.1:4010', true],
    ['127.1:4010', true],
    ['0x7f000001', true],
    ['[::1]:4010', true],
    ['[::ffff:127.0.0.1]', true],
    // Nobody can give an address to a page of theirs.
    ['0.0.0.0:4010', true],
    ['192.168.0.7', true],
    ['evil.test', false],
    ['localhost.evil.test', false],
    ['evillocalhost', false],
    ['localhost..', false],
    ['127.0.0.1.evil.test', false],
    ['.', false],
    // No URLs.
    ['localhost:99999', false],
    ['1.2.3.999', false],
    ['a%00b', false],
    ['[::1%25lo]', false],
  ])('has the name %s for one of this machine: %j', (host, expected) => {
    expect(check('127.0.0.1', `http://${host}`)).toBe(expected);
  });

  test.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::1, 127.0.0.1', true],
    ['203.0.113.7', false],
    ['203.0.113.7, 127.0.0.1', false],
    ['unknown', false],
    ['', false],
  ])('has a request that a proxy forwards for %j for one of this machine: %j', (list, expected) => {
    expect(check('127.0.0.1', LOCAL, { 'x-forwarded-for': list })).toBe(expected);
  });
});

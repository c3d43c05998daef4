import { describe, expect, test } from 'vitest';
import { refuseCaller } from '../../../src/mock/control/refuse-caller.ts';
import { httpRequest } from '../../support/http-request.ts';

const refuse = (address: string | undefined, origin = 'http://127.0.0.1:4010', token?: string) =>
  refuseCaller({ ...httpRequest('GET'), origin, readRemoteAddress: () => address }, token)?.status;

describe('refuseCaller', () => {
  test.each([
    ['127.0.0.1', 'http://127.0.0.1:4010'],
    ['127.8.9.1', 'http://localhost:4010'],
    ['::1', 'http://[::1]:4010'],
    ['::ffff:127.0.0.1', 'http://app.localhost:4010'],
    [undefined, 'http://mock.test'],
  ])('lets %s call %s', (address, origin) => {
    expect(refuse(address, origin)).toBeUndefined();
  });

  test.each([
    ['192.168.0.7', 'http://127.0.0.1:4010'],
    ['::ffff:10.0.0.1', 'http://localhost:4010'],
    ['fe80::1', 'http://localhost:4010'],
    ['127.0.0.1', 'http://evil.test:4010'],
    ['127.0.0.1', 'http://localhost.evil.test'],
  ])('refuses %s that calls %s', (address, origin) => {
    expect(refuse(address, origin)).toBe(403);
  });

  test('wants the token of everybody where there is one', () => {
    expect(refuse('192.168.0.7', 'http://mock.test', 'secret')).toBe(401);
    expect(refuse('127.0.0.1', 'http://127.0.0.1', 'secret')).toBe(401);
  });
});

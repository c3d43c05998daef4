import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readJwt, signJwt } from '../../../src/mock/authoring/jwt.ts';

/** Example of RFC 7515, appendix A.1. */
const RFC_KEY = Buffer.from(
  'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
  'base64url',
);
const RFC_TOKEN =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

describe('readJwt', () => {
  test('reads the example of RFC 7515 and its signature', () => {
    const token = readJwt(RFC_TOKEN);
    expect(token?.claims).toEqual({
      iss: 'joe',
      exp: 1300819380,
      'http://example.com/is_root': true,
    });
    expect(token?.isSignedWith(RFC_KEY)).toBe(true);
    expect(token?.isSignedWith('other')).toBe(false);
  });

  test.each(['', 'x', 'a.b', 'a.b.c', 'e30.e30.', 'e30.e30.x.y', 'bnVsbA.e30.x', `${RFC_TOKEN}.x`])(
    'takes %j for no token',
    (text) => {
      expect(readJwt(text)).toBeUndefined();
    },
  );

  test('trusts no token that says it needs no signature', () => {
    const [, claims] = RFC_TOKEN.split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(readJwt(`${header}.${claims}.x`)?.isSignedWith(RFC_KEY)).toBe(false);
  });
});

describe('isSignedWith', () => {
  const signedBy = (algorithm: string, hash: string) => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const content = `${encode({ alg: algorithm })}.${encode({ sub: 'a' })}`;
    return readJwt(`${content}.${createHmac(hash, 'key').update(content).digest('base64url')}`);
  };

  test('accepts the algorithms that it is given, HS256 alone otherwise', () => {
    for (const [algorithm, hash] of [
      ['HS384', 'sha384'],
      ['HS512', 'sha512'],
    ] as const) {
      const token = signedBy(algorithm, hash);
      expect(token?.isSignedWith('key')).toBe(false);
      expect(token?.isSignedWith('key', ['HS256', algorithm])).toBe(true);
      expect(token?.isSignedWith('other', [algorithm])).toBe(false);
    }
    expect(signedBy('HS384', 'sha256')?.isSignedWith('key', ['HS256', 'HS384'])).toBe(false);
  });
});

describe('signJwt', () => {
  test('writes what is read again, and signed', () => {
    const token = readJwt(signJwt({ sub: 'ä', exp: 1 }, 'key'));
    expect(token?.claims).toEqual({ sub: 'ä', exp: 1 });
    expect(token?.isSignedWith('key')).toBe(true);
    expect(token?.isSignedWith('Key')).toBe(false);
  });
});

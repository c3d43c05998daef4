import { describe, expect, test } from 'vitest';
import { maskFields } from '../../../src/contract/secrets/mask-fields.ts';
import { secretContextOf } from '../../../src/contract/secrets/secret-context.ts';

const CONTEXT = secretContextOf(undefined);
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln';

describe('maskFields', () => {
  test.each([
    ['Authorization', 'Bearer abc', 'Bearer ***'],
    ['authorization', 'bearer  abc', 'bearer ***'],
    ['Authorization', 'Basic YW5uYTpzZWNyZXQ=', 'Basic ***'],
    ['Authorization', 'Digest username="anna", realm="a", response="d"', 'Digest ***'],
    ['Authorization', 'AWS4-HMAC-SHA256 Credential=a/b, Signature=c', 'AWS4-HMAC-SHA256 ***'],
    ['Authorization', 'Zoho-oauthtoken 1000.abc', 'Zoho-oauthtoken ***'],
    ['Proxy-Authorization', 'Basic YTpi', 'Basic ***'],
    ['Cookie', 'session=a; theme=dark', 'session=***; theme=***'],
    ['Cookie', 'a=b=c;d', 'a=***; ***'],
    ['Set-Cookie', 'session=a; Path=/v1; HttpOnly', 'session=***; Path=/v1; HttpOnly'],
    [
      'set-cookie',
      'a=b; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Max-Age=-1; Domain=a.test; Secure; SameSite=Lax',
      'a=***; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Max-Age=-1; Domain=a.test; Secure; SameSite=Lax',
    ],
  ])('keeps the form of %s: %s as %s', (name, value, expected) => {
    expect(maskFields([[name, value]], CONTEXT)).toEqual([{ name, value: expected }]);
  });

  test.each([
    ['Authorization', 'abc', '***'],
    ['Authorization', 'Bearer', '***'],
    ['Authorization', `${JWT} x`, '***'],
    ['Authorization', `${'k'.repeat(40)} x`, '***'],
    ['Set-Cookie', 'a=b; Path=/, c=d; Path=/', 'a=***; ***; Path=/'],
    ['Set-Cookie', 'a=b; Expires=Wed, 21 Oct 2026 07:28:00 GMT, c=d', 'a=***; ***'],
    ['x-api-key', 'k', '***'],
    ['referer', 'http://user:pw@host/', 'http://***@host/'],
  ])('leaves nothing secret of %s: %s', (name, value, expected) => {
    expect(maskFields([[name, value]], CONTEXT)).toEqual([{ name, value: expected }]);
  });

  test.each([
    ['access-control-allow-credentials', 'true'],
    ['content-type', 'text/plain'],
    ['constructor', 'a'],
  ])('shows %s: %s', (name, value) => {
    expect(maskFields([[name, value]], CONTEXT)).toEqual([{ name, value }]);
  });
});

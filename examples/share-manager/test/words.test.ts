import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config/read-config.ts';
import { createServerClock } from '../src/crego/server-clock.ts';
import { describeExpiry } from '../src/expiry/describe-expiry.ts';
import { expiryAfter } from '../src/expiry/expiry-choices.ts';
import { readReasons } from '../src/failures/read-reasons.ts';
import { linkOf, tokenOf } from '../src/shares/share-link.ts';

const NOW = Date.parse('2025-03-26T12:00:00Z');

describe('describeExpiry', () => {
  test.for([
    ['2025-04-01T12:00:00Z', 'active', 'Expires in 6 days'],
    ['2025-03-27T12:00:00Z', 'soon', 'Expires in 1 day'],
    ['2025-03-26T13:58:59Z', 'soon', 'Expires in 1 hour'],
    ['2025-03-26T13:59:01Z', 'soon', 'Expires in 2 hours'],
    ['2025-03-26T12:00:01Z', 'soon', 'Expires in 1 minute'],
    ['2025-03-26T12:00:00Z', 'expired', 'Expired just now'],
    ['2025-03-26T11:59:30Z', 'expired', 'Expired just now'],
    ['2025-03-24T12:00:00Z', 'expired', 'Expired 2 days ago'],
    ['2025-06-04T12:00:00Z', 'active', 'Expires in 70 days'],
    ['2027-03-26T12:00:00Z', 'active', 'Expires in 2 years'],
  ] as const)('says of %s: %s, %s', ([expiresAt, state, text]) => {
    expect(describeExpiry(expiresAt, NOW)).toEqual({ state, text });
  });

  test('says in how many days what was made for so many expires', () => {
    expect(describeExpiry(expiryAfter(7, NOW), NOW).text).toBe('Expires in 7 days');
  });
});

describe('readReasons', () => {
  test.for([
    [{ detail: 'Not valid.' }, 'Not valid.'],
    [{ expires_at: ['Wrong format.', 'Too late.'] }, 'Expiry: Wrong format. Too late.'],
    [
      { non_field_errors: ['Too many links.'], page: ['Unknown.'] },
      'Too many links. page: Unknown.',
    ],
    [null, ''],
  ] as const)('reads %o', ([body, text]) => {
    expect(readReasons(body)).toBe(text);
  });
});

describe('links', () => {
  test.for(['1743485915:1txL3G:uN58_f-x', 'a/b?c#d%e'])('give the token %s back', (token) => {
    expect(tokenOf(new URL(linkOf(token, 'https://app.example/links/#old')).hash)).toBe(token);
  });

  test.for(['', '#', '#links', '#/s/'])('have none in %o', (fragment) => {
    expect(tokenOf(fragment)).toBeUndefined();
  });
});

describe('createServerClock', () => {
  const answer = (headers: HeadersInit) => () => Promise.resolve(new Response('', { headers }));
  const call = { operation: 'x', method: 'get', path: '/', attempt: 1, requestId: 'x' } as const;

  test.for([
    [{ 'x-mock-time': '2025-03-26T12:00:00Z', date: 'Sun, 01 Jan 2023 00:00:00 GMT' }, NOW],
    [{ date: 'Wed, 26 Mar 2025 12:00:00 GMT' }, NOW],
    [{ date: 'today' }, 0],
    [{}, 0],
  ] as const)('reads %o', async ([headers, now]) => {
    const clock = createServerClock(() => 0);
    await clock.middleware(new Request('http://x'), answer(headers), call);
    expect(clock.now()).toBe(now);
  });
});

describe('readConfig', () => {
  const config = { crego: 'http://x', token: 't', document: 'd', timeout: 1 };

  test('reads what is complete', () => {
    expect(readConfig(config)).toEqual(config);
  });

  test.for([
    [null, 'config.json, crego: expected a text, found undefined.'],
    [{ ...config, token: '' }, 'config.json, token: expected a text, found "".'],
    [{ ...config, timeout: '1' }, 'config.json, timeout: expected milliseconds, found "1".'],
  ] as const)('refuses %o', ([value, message]) => {
    expect(() => readConfig(value)).toThrow(message);
  });
});

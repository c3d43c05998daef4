import { describe, expect, test } from 'vitest';
import { describeBadOrigin, isPageOrigin } from '../../../src/mock/control/control-origin.ts';

describe('isPageOrigin', () => {
  test.each(['http://localhost:5173', 'https://a.test', 'http://[::1]:8080', 'http://127.0.0.1'])(
    'takes %s',
    (origin) => {
      expect(isPageOrigin(origin)).toBe(true);
    },
  );

  test.each<[text: string, advice: string]>([
    ['http://localhost:5173/', 'Its origin is "http://localhost:5173".'],
    ['http://localhost:5173/app', 'Its origin is "http://localhost:5173".'],
    ['http://LOCALHOST:80', 'Its origin is "http://localhost".'],
    ['http://me@a.test', 'Its origin is "http://a.test".'],
    ['*', 'found "*".'],
    ['null', 'found "null".'],
    ['', 'found "".'],
    ['localhost:5173', 'found "localhost:5173".'],
    ['file:///index.html', 'found "file:///index.html".'],
    ['http://*.a.test/', 'found "http://*.a.test/".'],
  ])('refuses %j', (text, advice) => {
    expect(isPageOrigin(text)).toBe(false);
    const message = describeBadOrigin(text);
    expect(message).toMatch(/^expected an origin such as "http:\/\/localhost:5173"/);
    expect(message).toContain(advice);
  });
});

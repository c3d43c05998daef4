import { describe, expect, test } from 'vitest';
import type { DescribedViolation } from '../../../src/contract/model/describe-violation.ts';
import { formatExchange } from '../../../src/mock/log/format-exchange.ts';
import { exchangeOf, VIOLATION } from './exchange-of.ts';

const plain = (_: string, text: string) => text;
const UNKNOWN = { contract: undefined, operation: undefined, pathValues: undefined };

describe('formatExchange', () => {
  test('writes a line for an exchange and one for each violation, in columns', () => {
    const exchanges = [
      exchangeOf({ target: '/api/things/1?ticket=hunter2' }),
      exchangeOf({ method: 'DELETE', target: '/nowhere', status: 404, ...UNKNOWN }),
      exchangeOf({ status: 422, milliseconds: 12.34, violations: [VIOLATION, VIOLATION] }),
    ];
    const lines = exchanges.map((exchange) => formatExchange(exchange, plain));
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "GET      /api/things/1?ticket=***                                  getThing              200    0.4 ms
      DELETE   /nowhere                                                  -                     404    0.4 ms
      GET      /api/things/1                                             getThing              422     12 ms
        body at /visited: expected integer, got string
        body at /visited: expected integer, got string"
    `);
  });

  test.each([
    [0.04, '0 ms'],
    [0.05, '0.1 ms'],
    [9.94, '9.9 ms'],
    [10.4, '10 ms'],
    [12345.6, '12346 ms'],
  ])('writes %d milliseconds as %s', (milliseconds, time) => {
    expect(formatExchange(exchangeOf({ milliseconds }), plain)).toMatch(new RegExp(`  ${time}$`));
  });

  test('writes ten violations and the number of the rest', () => {
    const violations = Array.from({ length: 12 }, () => VIOLATION);
    const lines = formatExchange(exchangeOf({ violations }), plain).split('\n');
    expect(lines.length).toBe(12);
    expect(lines.at(-1)).toBe('  and 2 more');
    expect(formatExchange(exchangeOf({ violations: violations.slice(2) }), plain)).not.toMatch(
      'more',
    );
  });

  test.each([
    [200, 'green'],
    [304, 'cyan'],
    [422, 'yellow'],
    [503, 'red'],
    [101, 'dim'],
  ])('paints %i in %s', (status, style) => {
    const line = formatExchange(exchangeOf({ status }), (name, text) => `<${name} ${text}>`);
    expect(line).toContain(`  <${style} ${status}>  <dim   0.4 ms>`);
  });

  test.each([
    ['method', exchangeOf({ method: 'GET\n' })],
    ['target', exchangeOf({ target: '/a\r\nGET /b\u001b[2J' })],
    ['violation', exchangeOf({ violations: [{ ...VIOLATION, pointer: '/a\nb\u001b[2J' }] })],
  ])('has no line or colour of a %s', (_, exchange) => {
    const text = formatExchange(exchange, plain);
    expect(text.split('\n').length).toBe(exchange.violations.length + 1);
    expect(text).toMatch(/^[\x20-\x7e\n]+$/);
  });

  test('leaves out the middle of a long target, after its secrets', () => {
    const target = `/api/things/1?a=${'x'.repeat(41)}&ticket=${'hunter2'.repeat(99)}&b=${'y'.repeat(99)}&z`;
    const line = formatExchange(exchangeOf({ target }), plain);
    expect(line).toMatch(/^GET {6}\/api\/things\/1\?a=x+&ti…y+&z {2}getThing /);
    expect(line).not.toContain('hunter');
  });

  test('masks what looks like a secret in a violation', () => {
    const expected = 'no member "ck_live_hunter2"';
    const text = formatExchange(exchangeOf({ violations: [{ ...VIOLATION, expected }] }), plain);
    expect(text).toMatch(/\n {2}body at \/visited: expected no member "\*\*\*", got string$/);
  });

  test('says which credentials are missing', () => {
    const expected = 'bearer credentials';
    const violation: DescribedViolation = {
      in: 'header',
      pointer: '/authorization',
      keyword: 'security',
      expected,
    };
    const text = formatExchange(exchangeOf({ violations: [violation] }), plain);
    expect(text).toMatch(
      /\n {2}header at \/authorization: expected bearer credentials, got nothing$/,
    );
  });
});

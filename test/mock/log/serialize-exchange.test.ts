import { describe, expect, test } from 'vitest';
import { serializeExchange } from '../../../src/mock/log/serialize-exchange.ts';
import { exchangeOf, VIOLATION } from './exchange-of.ts';

const TIME = new Date(0);

describe('serializeExchange', () => {
  test('writes an exchange as one line of JSON', () => {
    const target = '/api/things/1?ticket=hunter2';
    const line = serializeExchange(exchangeOf({ target, violations: [VIOLATION] }), TIME);
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      event: 'exchange',
      api: 'api',
      method: 'GET',
      target: '/api/things/1?ticket=***',
      operation: 'getThing',
      status: 200,
      milliseconds: 0.437,
      violations: [
        {
          in: 'body',
          pointer: '/visited',
          keyword: 'type',
          expected: 'integer',
          foundType: 'string',
        },
      ],
    });
  });

  test('has null for an API and an operation that are unknown', () => {
    const unknown = { contract: undefined, operation: undefined, pathValues: undefined };
    const line = serializeExchange(exchangeOf({ api: undefined, ...unknown }), TIME);
    expect(JSON.parse(line)).toMatchObject({ api: null, operation: null });
  });

  test('keeps what is unprintable, escaped', () => {
    const target = '/a\r\n\u001b[2J\u009b\u2028\u202e';
    const line = serializeExchange(exchangeOf({ target }), TIME);
    expect(line).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(line)).toMatchObject({ target });
  });

  test('keeps a target of 8000 characters whole, and both ends of a longer one', () => {
    const whole = `/${'x'.repeat(7998)}/`;
    expect(JSON.parse(serializeExchange(exchangeOf({ target: whole }), TIME)).target).toBe(whole);
    const long = `/${'x'.repeat(7999)}/`;
    const { target } = JSON.parse(serializeExchange(exchangeOf({ target: long }), TIME));
    expect(target).toMatch(/^\/x+…x+\/$/);
    expect(target.length).toBe(8000);
  });

  test('has a hundred violations at most, and the number of the rest', () => {
    const violations = Array.from({ length: 101 }, () => VIOLATION);
    const entry = JSON.parse(serializeExchange(exchangeOf({ violations }), TIME));
    expect([entry.violations.length, entry.moreViolations]).toEqual([100, 1]);
  });

  test('masks what looks like a secret in a violation, and bounds it', () => {
    const expected = `no member "ck_live_hunter2" ${'x'.repeat(5000)}`;
    const violations = [{ ...VIOLATION, pointer: '/ck_live_hunter2', expected }];
    const [violation] = JSON.parse(serializeExchange(exchangeOf({ violations }), TIME)).violations;
    expect(violation).toMatchObject({ pointer: '/***' });
    expect(violation.expected).toMatch(/^no member "\*\*\*" x+…x+$/);
    expect(violation.expected.length).toBe(1000);
  });
});

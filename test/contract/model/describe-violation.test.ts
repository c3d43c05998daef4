import { describe, expect, test } from 'vitest';
import {
  describeRule,
  describeViolation,
  formatDiscreetly,
  formatViolation,
} from '../../../src/contract/model/describe-violation.ts';
import type { Violation } from '../../../src/contract/model/violation.ts';

const rule = { keyword: 'type', params: { type: 'integer' } };
const broken: Violation = { in: 'body', pointer: '/visited', rule };

describe('describeRule', () => {
  test.each<[keyword: string, params: Violation['rule']['params'], words: string]>([
    ['type', { type: ['integer', 'null'] }, 'integer or null'],
    ['required', { missingProperty: 'a' }, 'a value'],
    ['enum', { allowedValues: ['a', 1] }, 'one of ["a",1]'],
    ['const', { allowedValue: { a: 1 } }, '{"a":1}'],
    ['format', { format: 'date' }, 'format date'],
    ['pattern', { pattern: '^a$' }, 'text that matches ^a$'],
    ['additionalProperties', { additionalProperty: 'b' }, 'no member "b"'],
    ['unevaluatedProperties', { unevaluatedProperty: 'b' }, 'no member "b"'],
    ['readOnly', { property: 'id' }, 'no member "id" in a request'],
    ['discriminator', { known: ['a', 'b'] }, 'one of ["a","b"]'],
    ['mediaType', { types: ['text/csv', 'text/plain'] }, 'text/csv or text/plain'],
    ['security', { scheme: 'apiKey' }, 'an API key'],
    ['security', { scheme: 'bearer' }, 'bearer credentials'],
  ])('words %s with %j', (keyword, params, words) => {
    expect(describeRule({ keyword, params })).toBe(words);
  });

  test.each([
    ['must be >= 1', '>= 1'],
    ['must NOT have fewer than 1 items', 'no fewer than 1 items'],
    ['must match exactly one schema in oneOf', 'match exactly one schema in oneOf'],
  ])('leaves the verb out of "%s"', (message, words) => {
    expect(describeRule({ keyword: 'other', params: {}, message })).toBe(words);
  });

  test('falls back to the keyword', () => {
    expect(describeRule({ keyword: 'other', params: {} })).toBe('other');
  });
});

describe('describeViolation', () => {
  test('leaves out what was not found', () => {
    expect(Object.keys(describeViolation(broken))).toEqual([
      'in',
      'pointer',
      'keyword',
      'expected',
    ]);
  });
});

describe('formatViolation', () => {
  test.each<[violation: Violation, line: string]>([
    [{ ...broken, found: '17' }, 'body at /visited: expected integer, got string "17"'],
    [{ ...broken, found: 1.5 }, 'body at /visited: expected integer, got number 1.5'],
    [{ ...broken, found: true }, 'body at /visited: expected integer, got boolean true'],
    [{ ...broken, found: [1] }, 'body at /visited: expected integer, got array [1]'],
    [{ ...broken, found: { a: 1 } }, 'body at /visited: expected integer, got object {"a":1}'],
    [{ ...broken, found: null }, 'body at /visited: expected integer, got null'],
    [broken, 'body at /visited: expected integer, got nothing'],
    [{ ...broken, pointer: '', found: 1 }, 'body: expected integer, got number 1'],
    [
      {
        in: 'status',
        pointer: '',
        rule: { keyword: 'status', params: { declared: ['200', '4XX'] } },
        found: 500,
      },
      'status: expected one of 200, 4XX, got number 500',
    ],
  ])('writes %j', (violation, line) => {
    expect(formatViolation(violation)).toBe(line);
  });

  test.each([
    ['x'.repeat(78), `"${'x'.repeat(78)}"`],
    ['x'.repeat(79), `"${'x'.repeat(78)}…`],
  ])('shows at most 80 characters of what was found', (found, shown) => {
    expect(formatViolation({ ...broken, found })).toMatch(new RegExp(`got string ${shown}$`));
  });
});

describe('formatDiscreetly', () => {
  test.each<[found: unknown, type: string]>([
    ['hunter2', 'string'],
    [1.5, 'number'],
    [true, 'boolean'],
    [['a'], 'array'],
    [{ a: 1 }, 'object'],
    [null, 'null'],
    [undefined, 'nothing'],
  ])('tells of %j only the type', (found, type) => {
    const line = formatDiscreetly(describeViolation({ ...broken, found }));
    expect(line).toBe(`body at /visited: expected integer, got ${type}`);
  });
});

import { describe, expect, test } from 'vitest';
import { formatDiscreetly, formatViolation, type Violation } from '../../src/contract/violation.ts';

const broken = { in: 'body', pointer: '/visited', keyword: 'type', expected: 'integer' } as const;

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
      { in: 'status', pointer: '', keyword: 'status', expected: 'one of 200, 4XX', found: 500 },
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
    const line = formatDiscreetly({ ...broken, found });
    expect(line).toBe(`body at /visited: expected integer, got ${type}`);
  });
});

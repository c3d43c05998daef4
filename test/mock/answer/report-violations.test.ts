import { describe, expect, test } from 'vitest';
import type { DescribedViolation } from '../../../src/contract/model/describe-violation.ts';
import { reportViolations } from '../../../src/mock/answer/report-violations.ts';

const broken: DescribedViolation = {
  in: 'body',
  pointer: '/a',
  keyword: 'type',
  expected: 'integer',
  found: 'x',
};

function headerOf(violations: readonly DescribedViolation[]): string {
  const { headers = {} } = reportViolations({ status: 400, headers: { allow: 'GET' } }, violations);
  expect(headers.allow).toBe('GET');
  return String(headers['x-mock-violations'] ?? '');
}

describe('reportViolations', () => {
  test('adds the violations as JSON', () => {
    expect(JSON.parse(headerOf([broken, broken]))).toEqual([broken, broken]);
  });

  test('adds nothing where there is no violation', () => {
    const reply = { status: 400 };
    expect(reportViolations(reply, [])).toBe(reply);
  });

  test('writes ASCII only and loses no character', () => {
    const found = 'é 🔗 \u007f \n  ';
    const header = headerOf([{ ...broken, found }]);
    expect(header).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(header)).toEqual([{ ...broken, found }]);
  });

  test('drops violations from the end until the rest fits', () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ ...broken, pointer: `/${index}` }));
    const header = headerOf(many);
    const kept: DescribedViolation[] = JSON.parse(header);
    expect(header.length).toBeLessThanOrEqual(8000);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).toEqual(many.slice(0, kept.length));
  });

  test.each(['pointer', 'expected', 'found'])(
    'leaves out a single %s that is too long',
    (member) => {
      const header = headerOf([{ ...broken, [member]: 'é'.repeat(8000) }]);
      const found = 'too long to show';
      expect(JSON.parse(header)).toEqual([{ ...broken, found, [member]: found }]);
    },
  );
});

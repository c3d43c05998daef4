import { describe, expect, test } from 'vitest';
import { describeFault } from '../../../src/console/controls/describe-fault.ts';
import { describeViolation } from '../../../src/console/model/log-entry.ts';
import { visibleRows } from '../../../src/console/parts/virtual-rows.ts';
import { formatDistance, formatMilliseconds } from '../../../src/console/text/format-time.ts';
import { prettyBody, splitJson } from '../../../src/console/text/pretty-body.ts';

describe('formatDistance', () => {
  test.each([
    [0, 'in 0 s'],
    [-1500, '1 s ago'],
    [3_600_000, 'in 1 h'],
    [-90_061_000, '1 d 1 h ago'],
    [31_536_000_000 * 2, 'in 2 y'],
  ])('writes %d', (distance, text) => expect(formatDistance(1e12 + distance, 1e12)).toBe(text));
});

describe('formatMilliseconds', () => {
  test.each([
    [0.42, '0.4 ms'],
    [12.4, '12 ms'],
    [3120, '3.1 s'],
  ])('writes %d', (value, text) => expect(formatMilliseconds(value)).toBe(text));
});

describe('describeViolation', () => {
  test.each([
    [
      { in: 'query', pointer: '/page', expected: 'integer', found: 'string' },
      'Query page: expected integer, found string',
    ],
    [{ in: 'body', pointer: '', expected: 'a body' }, 'Body: expected a body'],
    [{ in: 'header', pointer: '/a/b', expected: 'must be text' }, 'Header a/b: must be text'],
  ] as const)('says %j', (violation, text) => {
    expect(describeViolation({ keyword: 'type', ...violation })).toBe(text);
  });
});

describe('describeFault', () => {
  test.each([
    [{}, 'All: nothing'],
    [{ api: 'shop', operation: 'listPets', outcome: 'reset' }, 'shop listPets: no answer'],
    [{ delay: { min: 1, max: 2 }, rate: 0.125 }, 'All: 1 to 2 ms later for 12.5 % of requests'],
    [
      { delay: { mean: 5, deviation: 1 }, outcome: 'truncate', times: 2 },
      'All: about 5 ms later, then half an answer, 2 more',
    ],
  ] as const)('says %j', (fault, text) => expect(describeFault(fault)).toBe(text));
});

describe('bodies', () => {
  test.each([
    ['{"a":1}', '{\n  "a": 1\n}', true],
    ['{"a":', '{"a":', false],
    ['plain', 'plain', false],
  ])('%s is shown as text', (body, text, isJson) =>
    expect(prettyBody(body)).toEqual({ text, isJson }),
  );

  test('keep every character when their parts are told apart', () => {
    const { text } = prettyBody('{"a\\"b":[1,-2.5e3,true,null,"x: \\"y\\""],"c":{}}');
    const parts = splitJson(text);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter(({ kind }) => kind === 'key').map((part) => part.text)).toEqual([
      '"a\\"b"',
      '"c"',
    ]);
    expect(parts.filter(({ kind }) => kind === 'literal').length).toBe(4);
  });
});

describe('visibleRows', () => {
  test.each([
    [0, 0, 0, 0],
    [100, 0, 0, 18],
    [100, 500, 42, 68],
    [10, 10_000, 10, 10],
  ])('of %d rows, %d pixels down, begin at %d', (count, top, first, end) => {
    expect(visibleRows(count, 10, { top, height: 100 })).toEqual({ first, end });
  });
});

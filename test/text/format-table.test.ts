import { describe, expect, test } from 'vitest';
import { formatTable } from '../../src/text/format-table.ts';

const HEADER = ['name', 'count', 'why'];
const ROWS = [
  ['a', '1', 'so'],
  ['longer', '1000', ''],
  ['b', '22'],
];

describe('formatTable', () => {
  test('aligns figures between a first and a last column of text', () => {
    expect(formatTable(HEADER, ROWS).split('\n')).toEqual([
      'name    count  why',
      'a           1  so',
      'longer   1000',
      'b          22',
    ]);
  });

  test('aligns as text what it is told to', () => {
    expect(formatTable(HEADER, ROWS, () => true).split('\n')[1]).toBe('a       1      so');
  });
});

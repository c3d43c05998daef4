import { describe, expect, test } from 'vitest';
import {
  type Branch,
  findBranch,
  readBranches,
  splitName,
} from '../../../src/contract/decode/bracket-names.ts';

function tree({ texts, members, items }: Branch): unknown {
  if (members.size === 0 && items.length === 0) return texts;
  return [
    Object.fromEntries([...members].map(([name, one]) => [name, tree(one)])),
    ...items.map(tree),
  ];
}

const read = (sent: string) => tree(readBranches(new URLSearchParams(sent)));

describe('splitName', () => {
  test.each<[name: string, steps: string[] | undefined]>([
    ['a', ['a']],
    ['a[b]', ['a', 'b']],
    ['a[b][c]', ['a', 'b', 'c']],
    ['a[]', ['a', '']],
    ['a[0][b]', ['a', '0', 'b']],
    ['a[b.c]', ['a', 'b.c']],
    ['[a]', undefined],
    ['a[b', undefined],
    ['a[b]c', undefined],
    ['a[b[c]]', undefined],
    ['a[b]]', undefined],
    [`a${'[b]'.repeat(30)}`, ['a', ...Array(30).fill('b')]],
    [`a${'[b]'.repeat(40)}`, undefined],
  ])('of %s is %j', (name, steps) => {
    expect(splitName(name)).toEqual(steps);
  });
});

describe('readBranches', () => {
  test.each<[fact: string, sent: string, read: unknown]>([
    ['leaves plain names out', 'a=1&b=2', []],
    ['reads members', 'a[b]=1&a[c]=2&a[b]=3', [{ a: [{ b: ['1', '3'], c: ['2'] }] }]],
    ['reads items without a number', 'a[]=1&a[]=2', [{ a: [{}, ['1'], ['2']] }]],
    ['joins the members of an item', 'a[][b]=1&a[][c]=2', [{ a: [{}, [{ b: ['1'], c: ['2'] }]] }]],
    [
      'begins an item with a known member',
      'a[][b]=1&a[][b]=2',
      [{ a: [{}, [{ b: ['1'] }], [{ b: ['2'] }]] }],
    ],
    [
      'joins what is deeper in an item',
      'a[][b][c]=1&a[][b][d]=2&a[][e][]=3&a[][e][]=4',
      [{ a: [{}, [{ b: [{ c: ['1'], d: ['2'] }], e: [{}, ['3'], ['4']] }]] }],
    ],
    ['ignores broken names', 'a[b=1&[c]=2&a]d[=3', []],
  ])('%s', (_fact, sent, expected) => {
    expect(read(sent)).toEqual(expected);
  });

  test('finds what stands below a name with brackets of its own', () => {
    const root = readBranches(new URLSearchParams('a[b][c]=1'));
    expect(findBranch(root, ['a', 'b'])?.members.get('c')?.texts).toEqual(['1']);
    expect(findBranch(root, ['a', 'x', 'c'])).toBeUndefined();
    expect(findBranch(root, ['constructor'])).toBeUndefined();
  });
});

import { rename, utimes } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { haveEqualStamps, stampFiles } from '../../../../src/contract/load/watch/stamp-files.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

describe('stampFiles', () => {
  test('gives a file that rests the same stamp', async () => {
    const { write } = await makeFolder();
    const file = await write('a', 'one');
    expect(haveEqualStamps(stampFiles([file]), stampFiles([file]))).toBe(true);
  });

  test('tells a file from an older one of its size that is moved into its place', async () => {
    const { write } = await makeFolder();
    const [file, older] = [await write('a', 'one'), await write('b', 'two')];
    await utimes(older, 0, 0);
    const before = stampFiles([file]);
    await rename(older, file);
    expect(haveEqualStamps(before, stampFiles([file]))).toBe(false);
  });

  test('has nothing for a file that is missing', async () => {
    const { at } = await makeFolder();
    expect([...stampFiles([at('no')])]).toEqual([[at('no'), undefined]]);
    expect(haveEqualStamps(stampFiles([at('no')]), stampFiles([at('no')]))).toBe(true);
  });

  test('has nothing for a file that is empty, as at the start of a save', async () => {
    const { write } = await makeFolder();
    const file = await write('a', '');
    expect([...stampFiles([file])]).toEqual([[file, undefined]]);
  });

  test('counts a change after a time as one that is still to be seen', async () => {
    const { write } = await makeFolder();
    const file = await write('a', 'one');
    expect(haveEqualStamps(stampFiles([file], 0), stampFiles([file]))).toBe(false);
    expect(haveEqualStamps(stampFiles([file], Date.now()), stampFiles([file]))).toBe(true);
  });
});

describe('haveEqualStamps', () => {
  test.each([
    ['none', [], [], true],
    ['another file', [['a', '1']], [['b', '1']], false],
    [
      'one file more',
      [['a', '1']],
      [
        ['a', '1'],
        ['b', '1'],
      ],
      false,
    ],
    [
      'one file less',
      [
        ['a', '1'],
        ['b', '1'],
      ],
      [['a', '1']],
      false,
    ],
    ['a file that is gone', [['a', '1']], [['a', undefined]], false],
  ] as const)('compares %s', (_, one, other, isEqual) => {
    expect(haveEqualStamps(new Map(one), new Map(other))).toBe(isEqual);
  });
});

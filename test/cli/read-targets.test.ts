import { describe, expect, test } from 'vitest';
import { readTargets } from '../../src/cli/read-targets.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { apiIn, projectIn } from './project-in.ts';

const NOTES = apiIn('/p', 'notes');
const MEMOS = apiIn('/p', 'memos@v2');
const PROJECT = projectIn('/p', [NOTES, MEMOS]);

const read = (args: readonly string[]) => readTargets(args, async () => PROJECT);

describe('readTargets', () => {
  test.each([
    [['a.yaml'], [{ name: 'a.yaml', mount: '', file: 'a.yaml' }]],
    [['./a=b.yaml'], [{ name: './a=b.yaml', mount: '', file: './a=b.yaml' }]],
    [['a=b=c.yaml'], [{ name: 'a', mount: '/a', file: 'b=c.yaml' }]],
    [['https://a.test/b'], [{ name: 'https://a.test/b', mount: '', file: 'https://a.test/b' }]],
    // A file of the working directory, which is this repository.
    [['LICENSE'], [{ name: 'LICENSE', mount: '', file: 'LICENSE' }]],
    [
      ['a=./a.yaml', 'b.v2=/b.json'],
      [
        { name: 'a', mount: '/a', file: './a.yaml' },
        { name: 'b.v2', mount: '/b.v2', file: '/b.json' },
      ],
    ],
  ])('reads the files %j, and opens no project', async (args, specs) => {
    const open = () => Promise.reject(new Error('opened'));
    expect(await readTargets(args, open)).toEqual({ specs, apis: [], project: undefined });
  });

  test.each([
    [[], [NOTES, MEMOS]],
    [['notes'], [NOTES]],
    [
      ['memos@v2', 'notes'],
      [MEMOS, NOTES],
    ],
  ])('reads the names %j of APIs', async (args, apis) => {
    expect(await read(args)).toEqual({ specs: [], apis, project: PROJECT });
  });

  test('reads names beside files', async () => {
    const { specs, apis } = await read(['notes', 'a=a.yaml']);
    expect([specs, apis]).toEqual([[{ name: 'a', mount: '/a', file: 'a.yaml' }], [NOTES]]);
  });

  test.each([
    [['a=a.yaml', 'b.yaml'], '"b.yaml" has no name. Give each of several files one'],
    [['a.yaml', 'b.yaml'], '"a.yaml" has no name. Give each of several files one'],
    [['notes', 'b.yaml'], '"b.yaml" has no name. Give each of several files one'],
    [
      ['a=a.yaml', 'b=b.yaml', 'a=c.yaml'],
      'Two of them are named "a". Give each a name of its own.',
    ],
    [['notes', 'notes=c.yaml'], 'Two of them are named "notes". Give each a name of its own.'],
    [
      ['note'],
      'Unknown API "note". Known: notes, memos@v2. Did you mean "notes"? There is no such file either.',
    ],
    [[' '], 'Expected the name of an API or the path of a file, found an empty text'],
  ])('refuses %j', async (args, message) => {
    await expect(read(args)).rejects.toThrow(UsageError);
    await expect(read(args)).rejects.toThrow(message);
  });
});

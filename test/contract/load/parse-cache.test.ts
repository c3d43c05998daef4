import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openParseCache } from '../../../src/contract/load/parse-cache.ts';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parse-cache-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Keeps one file of a contract. */
function keep(folder: string, name: string, text: string, value: unknown): void {
  const cache = openParseCache('/a/openapi.yaml', folder);
  cache.note(name, text, value);
  cache.save();
}

const recall = (folder: string, name: string, text: string) =>
  openParseCache('/a/openapi.yaml', folder).recall(name, text);

/** The only file in which a folder keeps contracts. */
async function findFile(folder: string): Promise<string> {
  const [name = '', ...others] = await readdir(join(folder, 'contracts'));
  expect(others).toEqual([]);
  return join(folder, 'contracts', name);
}

describe('openParseCache', () => {
  test('gives the value of the same text in the same file', async () => {
    const folder = await makeFolder();
    keep(folder, '/a/b.yaml', 'b: 1', { b: 1 });
    expect(recall(folder, '/a/b.yaml', 'b: 1')).toEqual({ b: 1 });
    expect(recall(folder, '/a/b.yaml', 'b: 2')).toBeUndefined();
    expect(recall(folder, '/a/c.yaml', 'b: 1')).toBeUndefined();
    expect(openParseCache('/c.yaml', folder).recall('/a/b.yaml', 'b: 1')).toBeUndefined();
  });

  test('gives each caller a value of its own', async () => {
    const folder = await makeFolder();
    keep(folder, '/a/b.yaml', 'b: 1', { b: 1 });
    expect(recall(folder, '/a/b.yaml', 'b: 1')).not.toBe(recall(folder, '/a/b.yaml', 'b: 1'));
  });

  test('keeps what is still in use, and drops the rest', async () => {
    const folder = await makeFolder();
    keep(folder, '/a/b.yaml', 'b: 1', { b: 1 });
    const cache = openParseCache('/a/openapi.yaml', folder);
    cache.recall('/a/b.yaml', 'b: 1');
    cache.note('/a/c.yaml', 'c: 1', { c: 1 });
    cache.save();
    expect(recall(folder, '/a/b.yaml', 'b: 1')).toEqual({ b: 1 });
    keep(folder, '/a/d.yaml', 'd: 1', { d: 1 });
    expect(recall(folder, '/a/b.yaml', 'b: 1')).toBeUndefined();
  });

  test.each<[what: string, value: unknown]>([
    ['no number of JSON', { a: Number.NaN }],
    ['bytes', { a: Buffer.from('a') }],
    ['nothing', undefined],
    ['a negative zero', [-0]],
  ])('does not keep %s', async (_what, value) => {
    const folder = await makeFolder();
    keep(folder, '/a/b.yaml', 'b', value);
    expect(await readdir(join(folder, 'contracts'))).toEqual([]);
  });

  test.each([
    ['is cut off', (text: string) => text.slice(0, -1)],
    ['is of another parser', (text: string) => text.replace('"parser":"', '"parser":"0')],
    ['is another one', () => '[]'],
  ])('parses anew where the file %s', async (_what, change) => {
    const folder = await makeFolder();
    keep(folder, '/a/b.yaml', 'b: 1', { b: 1 });
    const file = await findFile(folder);
    await writeFile(file, change(await readFile(file, 'utf8')));
    expect(recall(folder, '/a/b.yaml', 'b: 1')).toBeUndefined();
  });

  test('is for its owner alone', async () => {
    const folder = await makeFolder();
    keep(folder, '/a/b.yaml', 'b: 1', { b: 1 });
    expect((await stat(await findFile(folder))).mode & 0o077).toBe(0);
    expect((await stat(join(folder, 'contracts'))).mode & 0o077).toBe(0);
  });

  test('believes nothing in a folder that others may write to', async () => {
    const folder = await makeFolder();
    keep(folder, '/a/b.yaml', 'b: 1', { b: 1 });
    await chmod(join(folder, 'contracts'), 0o777);
    expect(recall(folder, '/a/b.yaml', 'b: 1')).toBeUndefined();
  });

  test('follows no link, when it reads or when it writes', async () => {
    const folder = await makeFolder();
    keep(folder, '/a/b.yaml', 'b: 1', { b: 1 });
    const file = await findFile(folder);
    const target = join(folder, 'target');
    await rename(file, target);
    await symlink(target, file);
    const linked = await readFile(target, 'utf8');
    expect(recall(folder, '/a/b.yaml', 'b: 1')).toBeUndefined();
    keep(folder, '/a/b.yaml', 'b: 2', { b: 2 });
    expect(await readFile(target, 'utf8')).toBe(linked);
    expect(recall(folder, '/a/b.yaml', 'b: 2')).toEqual({ b: 2 });
  });

  test('replaces a file that is cut off', async () => {
    const folder = await makeFolder();
    keep(folder, '/a/b.yaml', 'b: 1', { b: 1 });
    const file = await findFile(folder);
    await truncate(file, 9);
    keep(folder, '/a/b.yaml', 'b: 1', { b: 1 });
    expect(recall(folder, '/a/b.yaml', 'b: 1')).toEqual({ b: 1 });
  });

  test('leaves nothing beside a file that it cannot write', async () => {
    const folder = await makeFolder();
    const name = `${encodeURIComponent('/a/openapi.yaml')}.json`;
    await mkdir(join(folder, 'contracts', name, 'in-the-way'), { recursive: true, mode: 0o700 });
    keep(folder, '/a/b.yaml', 'b: 1', { b: 1 });
    expect(await readdir(join(folder, 'contracts'))).toEqual([name]);
  });

  test('keeps nothing where it cannot, or where there is no folder', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'contracts'), '');
    keep(folder, '/a/b.yaml', 'b: 1', { b: 1 });
    expect(recall(folder, '/a/b.yaml', 'b: 1')).toBeUndefined();
    const none = openParseCache('/a/openapi.yaml', undefined);
    none.note('/a/b.yaml', 'b: 1', { b: 1 });
    none.save();
    expect(none.recall('/a/b.yaml', 'b: 1')).toBeUndefined();
  });
});

import { appendFile, mkdtempDisposable, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { OWN_CONTRACTS } from '../../src/apis.ts';
import { ROOT } from '../../src/cli/root.ts';
import {
  findStaleFiles,
  renderGeneratedFiles,
  writeGeneratedFiles,
} from '../../src/generate/generated-files.ts';

const FILES = OWN_CONTRACTS.flatMap(({ name }) => [
  `src/generated/${name}/types.ts`,
  `src/generated/${name}/zod.ts`,
]);

describe('generated files', () => {
  const said: string[] = [];
  let rendered: ReadonlyMap<string, string>;
  beforeAll(async () => {
    rendered = await renderGeneratedFiles(ROOT, OWN_CONTRACTS, (message) => said.push(message));
  });

  test('are types and zod schemas of each own API', () => {
    expect([...rendered.keys()].sort()).toEqual([...FILES].sort());
  });

  test('leave nothing of an own API without types', () => {
    expect(said).toEqual([]);
  });

  test('are up to date in this repository', async () => {
    expect(await findStaleFiles(ROOT, rendered)).toEqual([]);
  });

  test.each(OWN_CONTRACTS)('name their source: $name', ({ name, contract }) => {
    const header = `// Generated from ${contract} by \`npm run generate\`. Do not edit.\n\n`;
    for (const kind of ['types', 'zod']) {
      const content = rendered.get(`src/generated/${name}/${kind}.ts`);
      expect(content?.slice(0, header.length)).toBe(header);
    }
  });

  describe.each(FILES)('%s', (file) => {
    test('is found and mended when it is stale', async () => {
      await using root = await writtenRoot();
      await appendFile(join(root.path, file), '// Edited by hand.\n');
      await expectOneDifference(root.path, rendered, { file, state: 'stale' });
      expect(await readFile(join(root.path, file), 'utf8')).toBe(rendered.get(file));
    });

    test('is found and mended when it is missing', async () => {
      await using root = await writtenRoot();
      await rm(join(root.path, file));
      await expectOneDifference(root.path, rendered, { file, state: 'missing' });
      expect(await readFile(join(root.path, file), 'utf8')).toBe(rendered.get(file));
    });

    test('is found and removed when it is left over', async () => {
      await using root = await writtenRoot();
      const others = new Map([...rendered].filter(([name]) => name !== file));
      await expectOneDifference(root.path, others, { file, state: 'left over' });
      await expect(readFile(join(root.path, file))).rejects.toThrow('ENOENT');
    });
  });

  test('are all missing from an empty repository', async () => {
    await using root = await emptyRoot();
    const missing = [...FILES].sort().map((file) => ({ file, state: 'missing' }));
    expect(await findStaleFiles(root.path, rendered)).toEqual(missing);
    expect(await writeGeneratedFiles(root.path, rendered)).toEqual(missing);
    expect(await writeGeneratedFiles(root.path, rendered)).toEqual([]);
  });

  async function writtenRoot() {
    const root = await emptyRoot();
    await writeGeneratedFiles(root.path, rendered);
    return root;
  }
});

/** Comparing and writing find this difference and no other; afterwards there is none. */
async function expectOneDifference(
  root: string,
  files: ReadonlyMap<string, string>,
  difference: { file: string; state: string },
): Promise<void> {
  expect(await findStaleFiles(root, files)).toEqual([difference]);
  expect(await writeGeneratedFiles(root, files)).toEqual([difference]);
  expect(await writeGeneratedFiles(root, files)).toEqual([]);
}

function emptyRoot() {
  return mkdtempDisposable(join(tmpdir(), 'share-contracts-test-'));
}

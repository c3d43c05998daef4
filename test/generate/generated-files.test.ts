import { appendFile, mkdtempDisposable, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import {
  findStaleFiles,
  type GeneratedFiles,
  renderGeneratedFiles,
  writeGeneratedFiles,
} from '../../src/generate/generated-files.ts';
import { ZOD } from '../../src/generate/libraries/zod.ts';
import { OWN_CONTRACTS } from '../support/own-project.ts';

const FILES = OWN_CONTRACTS.flatMap(({ name }) => [
  `src/generated/${name}/client.ts`,
  `src/generated/${name}/operations.ts`,
  `src/generated/${name}/types.ts`,
  `src/generated/${name}/validation.ts`,
  `src/generated/${name}/zod.ts`,
]);

const SOURCES = OWN_CONTRACTS.map((api) => ({ ...api, library: ZOD }));

describe('generated files', () => {
  const said: string[] = [];
  let rendered: GeneratedFiles;
  beforeAll(async () => {
    rendered = await renderGeneratedFiles(ROOT, SOURCES, (message) => said.push(message));
  });

  test('are a client, operations, types, zod schemas and validation of each own API', () => {
    expect([...rendered.contents.keys()].sort()).toEqual([...FILES].sort());
  });

  test('leave nothing of an own API without types', () => {
    expect(said).toEqual([]);
  });

  test('are up to date in this repository', async () => {
    expect(await findStaleFiles(rendered)).toEqual([]);
  });

  test.each(OWN_CONTRACTS)('name their source: $name', ({ name }) => {
    const header = `// Generated from openapi/${name}/openapi.yaml by \`share-contracts generate\`. Do not edit.\n\n`;
    for (const kind of ['client', 'operations', 'types', 'validation', 'zod']) {
      const content = rendered.contents.get(`src/generated/${name}/${kind}.ts`);
      expect(content?.slice(0, header.length)).toBe(header);
    }
  });

  describe.each(FILES)('%s', (file) => {
    test('is found and mended when it is stale', async () => {
      await using root = await writtenRoot();
      await appendFile(join(root.path, file), '// Edited by hand.\n');
      await expectOneDifference(root.files, { file, state: 'stale' });
      expect(await readFile(join(root.path, file), 'utf8')).toBe(rendered.contents.get(file));
    });

    test('is found and mended when it is missing', async () => {
      await using root = await writtenRoot();
      await rm(join(root.path, file));
      await expectOneDifference(root.files, { file, state: 'missing' });
      expect(await readFile(join(root.path, file), 'utf8')).toBe(rendered.contents.get(file));
    });

    test('is found and removed when it is left over', async () => {
      await using root = await writtenRoot();
      const others = [...rendered.contents].filter(([name]) => name !== file);
      const files = { ...root.files, contents: new Map(others) };
      await expectOneDifference(files, { file, state: 'left over' });
      await expect(readFile(join(root.path, file))).rejects.toThrow('ENOENT');
    });

    test('is neither overwritten nor removed where it was not generated', async () => {
      await using root = await writtenRoot();
      await writeFile(join(root.path, file), 'export const mine = 1;\n');
      await expect(writeGeneratedFiles(root.files)).rejects.toThrow(
        `found others, which are not overwritten: ${file}. Move it,`,
      );
      await writeGeneratedFiles({ ...root.files, contents: new Map() });
      expect(await readFile(join(root.path, file), 'utf8')).toBe('export const mine = 1;\n');
    });
  });

  test('are all missing from an empty repository', async () => {
    await using root = await emptyRoot();
    const missing = [...FILES].sort().map((file) => ({ file, state: 'missing' }));
    const files = filesBelow(root.path);
    expect(await findStaleFiles(files)).toEqual(missing);
    expect(await writeGeneratedFiles(files)).toEqual(missing);
    expect(await writeGeneratedFiles(files)).toEqual([]);
  });

  async function writtenRoot() {
    const root = await emptyRoot();
    const files = filesBelow(root.path);
    await writeGeneratedFiles(files);
    return { path: root.path, files, [Symbol.asyncDispose]: () => root[Symbol.asyncDispose]() };
  }

  function filesBelow(root: string): GeneratedFiles {
    const folders = rendered.folders.map((folder) => join(root, relative(ROOT, folder)));
    return { root, contents: rendered.contents, folders };
  }
});

/** Comparing and writing find this difference and no other; afterwards there is none. */
async function expectOneDifference(
  files: GeneratedFiles,
  difference: { file: string; state: string },
): Promise<void> {
  expect(await findStaleFiles(files)).toEqual([difference]);
  expect(await writeGeneratedFiles(files)).toEqual([difference]);
  expect(await writeGeneratedFiles(files)).toEqual([]);
}

function emptyRoot() {
  return mkdtempDisposable(join(tmpdir(), 'share-contracts-test-'));
}

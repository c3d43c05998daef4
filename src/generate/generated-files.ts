import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { loadContract } from '../contract/load/load-contract.ts';
import { generateTypes } from './generate-types.ts';
import { generateZod } from './generate-zod.ts';
import { listUntyped } from './list-untyped.ts';

export interface GenerationSource {
  readonly name: string;
  /** Entry file of the contract, relative to the root. */
  readonly contract: string;
}

/** Generated file, and how it differs on disk. */
export interface StaleFile {
  readonly file: string;
  readonly state: 'missing' | 'stale' | 'left over';
}

const WITHOUT_TYPES = 'openapi-typescript reads OpenAPI 3.1, so there are no types of';
const FOLDER = 'src/generated';

/**
 * Renders every generated file, by path relative to the root; says for each contract what has no types.
 */
export async function renderGeneratedFiles(
  root: string,
  sources: readonly GenerationSource[],
  say: (message: string) => void,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { name, contract: entry } of sources) {
    const contract = await loadContract(join(root, entry));
    const untyped = listUntyped(contract);
    if (untyped.length > 0) say(`${entry}: ${WITHOUT_TYPES} ${untyped.join(', ')}.`);
    const header = `// Generated from ${entry} by \`npm run generate\`. Do not edit.\n\n`;
    files.set(`${FOLDER}/${name}/types.ts`, header + (await generateTypes(contract)));
    files.set(`${FOLDER}/${name}/zod.ts`, header + (await generateZod(contract)));
  }
  return files;
}

/** Finds differences between rendered files and those on disk, sorted by path. */
export async function findStaleFiles(
  root: string,
  files: ReadonlyMap<string, string>,
): Promise<StaleFile[]> {
  const present = await listFiles(root);
  const leftOver = present
    .filter((file) => !files.has(file))
    .map((file): StaleFile => ({ file, state: 'left over' }));
  const compared = await Promise.all(
    [...files].map(async ([file, content]): Promise<StaleFile[]> => {
      if (!present.includes(file)) return [{ file, state: 'missing' }];
      const found = await readFile(join(root, file), 'utf8');
      return found === content ? [] : [{ file, state: 'stale' }];
    }),
  );
  return [...leftOver, ...compared.flat()].sort((a, b) => a.file.localeCompare(b.file));
}

/** Writes files that differ, deletes those left over, and returns both. */
export async function writeGeneratedFiles(
  root: string,
  files: ReadonlyMap<string, string>,
): Promise<StaleFile[]> {
  const stale = await findStaleFiles(root, files);
  for (const { file } of stale) {
    const content = files.get(file);
    const path = join(root, file);
    if (content === undefined) await rm(path);
    else await mkdir(dirname(path), { recursive: true }).then(() => writeFile(path, content));
  }
  return stale;
}

async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(join(root, FOLDER), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { loadContract } from '../contract/load/load-contract.ts';
import type { Contract } from '../contract/model/contract.ts';
import { ContractError } from '../contract/model/contract-error.ts';
import { formatPlace, isUrl } from '../contract/model/place.ts';
import { writeWhole } from '../files/write-whole.ts';
import { countNoun } from '../text/count-noun.ts';
import { findImportExtension } from './find-import-extension.ts';
import { ForeignFileError } from './foreign-file-error.ts';
import { generateClient } from './generate-client.ts';
import { generateOperations } from './generate-operations.ts';
import { generateSchemas } from './generate-schemas.ts';
import { generateTypes } from './generate-types.ts';
import { generateValidation } from './generate-validation.ts';
import type { ValidationLibrary } from './libraries/library.ts';
import { countUnnamed } from './list-callable.ts';
import { listUntyped } from './list-untyped.ts';

export interface GenerationSource {
  /** Entry file of the contract, an absolute path or a URL. */
  readonly contract: string;
  /** Folder of its files, an absolute path. */
  readonly output: string;
  /** Library of its schemas. */
  readonly library: ValidationLibrary;
}

/** What is to be on disk. */
export interface GeneratedFiles {
  /** Folder to which paths are relative. */
  readonly root: string;
  /** Texts by paths with slashes. */
  readonly contents: ReadonlyMap<string, string>;
  /** Absolute paths of the folders in which no other generated file is to be. */
  readonly folders: readonly string[];
}

/** Generated file, and how it differs on disk. */
export interface StaleFile {
  readonly file: string;
  readonly state: 'missing' | 'stale' | 'left over';
}

const WITHOUT_TYPES = 'openapi-typescript reads OpenAPI 3.1, so there are no types of';
const WITHOUT_METHOD =
  'without an operationId, for which the client has no method. Call them by method and path, or name them.';
/** First words of every generated file; by them it is told from others. */
const MARK = '// Generated from ';

/** Renders the files of each contract; says for each one what has no types. */
export async function renderGeneratedFiles(
  root: string,
  sources: readonly GenerationSource[],
  say: (message: string) => void,
): Promise<GeneratedFiles> {
  const contents = new Map<string, string>();
  for (const { contract: file, output, library } of sources) {
    const contract = await loadContract(file);
    const entry = isUrl(file) ? file : pathFrom(root, file);
    const untyped = listUntyped(contract);
    if (untyped.length > 0) say(`${entry}: ${WITHOUT_TYPES} ${untyped.join(', ')}.`);
    const unnamed = countUnnamed(contract);
    if (unnamed > 0) say(`${entry}: ${countNoun(unnamed, 'operation')} ${WITHOUT_METHOD}`);
    const header = `${MARK}${entry} by \`share-contracts generate\`. Do not edit.\n\n`;
    const folder = pathFrom(root, output);
    const extension = findImportExtension(output);
    contents.set(
      `${folder}/types.ts`,
      header + (await generate(entry, 'types', generateTypes(contract))),
    );
    contents.set(`${folder}/operations.ts`, header + (await writeOperations(contract)));
    contents.set(`${folder}/client.ts`, header + generateClient(contract, extension));
    const schemas = await generate(
      entry,
      `schemas of ${library.name}`,
      generateSchemas(contract, library),
    );
    contents.set(`${folder}/${library.name}.ts`, header + schemas.text);
    contents.set(
      `${folder}/validation.ts`,
      header + generateValidation(contract, schemas, extension),
    );
  }
  return { root, contents, folders: sources.map(({ output }) => output) };
}

/** Generates operations; what is wrong in an extension is told with its place. */
async function writeOperations(contract: Contract): Promise<string> {
  try {
    return generateOperations(contract);
  } catch (cause) {
    if (!(cause instanceof ContractError) || cause.pointer === undefined) throw cause;
    const place = await contract.locate(cause.pointer);
    const message = `${formatPlace(place)} at ${cause.pointer}: ${cause.message}.`;
    throw new ContractError(message, { cause });
  }
}

/** Throws ContractError where a generator fails, which is nearly always for what is in the document. */
async function generate<Made>(entry: string, what: string, making: Promise<Made>): Promise<Made> {
  try {
    return await making;
  } catch (cause) {
    if (cause instanceof ContractError) throw cause;
    const reason = readReason(cause);
    throw new ContractError(
      `${entry}: expected a document to make ${what} of, found what their generator cannot read: ${reason}. Correct it, or leave it out.`,
      { cause },
    );
  }
}

/** The generator of schemas hides its errors in another one. */
function readReason(error: unknown): string {
  const { originalError } = Object(error);
  const { error: inner = error } = Object(originalError);
  return inner instanceof Error ? inner.message : String(inner);
}

/**
 * Finds differences between rendered files and those on disk, sorted by path.
 *
 * Throws ForeignFileError where a file that was not generated has the path of one of them.
 */
export async function findStaleFiles(files: GeneratedFiles): Promise<StaleFile[]> {
  const { root, contents } = files;
  const present = new Map<string, string>();
  for (const file of [...(await listFiles(files)), ...contents.keys()]) {
    const text = await readFile(join(root, file), 'utf8').catch(() => undefined);
    if (text !== undefined) present.set(file, text);
  }
  const foreign = [...contents.keys()].filter(
    (file) => present.get(file)?.startsWith(MARK) === false,
  );
  if (foreign.length > 0) throw new ForeignFileError(foreign);
  const leftOver = [...present]
    .filter(([file, text]) => !contents.has(file) && text.startsWith(MARK))
    .map(([file]): StaleFile => ({ file, state: 'left over' }));
  const changed = [...contents].flatMap(([file, content]): StaleFile[] => {
    const text = present.get(file);
    if (text === content) return [];
    return [{ file, state: text === undefined ? 'missing' : 'stale' }];
  });
  return [...leftOver, ...changed].sort((a, b) => a.file.localeCompare(b.file));
}

/** Writes files that differ, deletes those left over, and returns both. Throws as `findStaleFiles` does, before it writes. */
export async function writeGeneratedFiles(files: GeneratedFiles): Promise<StaleFile[]> {
  const { root, contents } = files;
  const stale = await findStaleFiles(files);
  for (const { file } of stale) {
    const content = contents.get(file);
    const path = join(root, file);
    if (content === undefined) await rm(path);
    else await writeWhole(path, content);
  }
  return stale;
}

/** TypeScript below the folders; a folder may be in another one, or not there. */
async function listFiles({ root, folders }: GeneratedFiles): Promise<Set<string>> {
  const listed = folders.map((folder) =>
    readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []),
  );
  return new Set(
    (await Promise.all(listed))
      .flat()
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => pathFrom(root, join(entry.parentPath, entry.name))),
  );
}

function pathFrom(root: string, file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}

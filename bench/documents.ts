import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadProject } from '../src/apis/load-project.ts';
import { isJsonObject } from '../src/contract/model/json-cursor.ts';
import { GITHUB_PATH } from './cases.ts';

/** OpenAPI document as a single JSON file, which every server can read. */
export interface ServedDocument {
  readonly api: string;
  readonly file: string;
}

const GITHUB_FILE = '@octokit/openapi/generated/api.github.com.json';

/** Bundles the contracts into a folder. */
export async function writeOwnDocuments(folder: string): Promise<ServedDocument[]> {
  const apis = await loadProject();
  return Promise.all(
    apis.map(({ name, contract }) => writeDocument(folder, name, name, contract.document)),
  );
}

/** Finds the GitHub REST description in its package. */
export function findGithubDocument(): ServedDocument {
  return { api: 'github', file: createRequire(import.meta.url).resolve(GITHUB_FILE) };
}

/** Writes the GitHub REST description with one path and all its components. */
export async function writeOnePathDocument(folder: string): Promise<ServedDocument> {
  const document: unknown = JSON.parse(await readFile(findGithubDocument().file, 'utf8'));
  if (!isJsonObject(document) || !isJsonObject(document.paths)) {
    throw new Error(`${GITHUB_FILE} is no OpenAPI document.`);
  }
  const paths = { [GITHUB_PATH]: document.paths[GITHUB_PATH] };
  return writeDocument(folder, 'github', 'github-one-path', { ...document, paths });
}

async function writeDocument(
  folder: string,
  api: string,
  name: string,
  document: unknown,
): Promise<ServedDocument> {
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(document));
  return { api, file };
}

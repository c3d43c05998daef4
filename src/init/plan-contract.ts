import { join } from 'node:path';
import { ProjectError } from '../project/project-error.ts';
import { copyContract } from './copy-contract.ts';
import type { PlannedFile } from './plan-files.ts';
import { readText } from './read-text.ts';

/** Folder of contracts that are copied into a project. */
const FOLDER = 'openapi';

/**
 * Plans the file of a contract that comes from elsewhere, by a path or a URL. Throws ProjectError where another file has its
 * place.
 */
export async function planContract(
  source: string,
  root: string,
  name: string,
): Promise<PlannedFile> {
  const { text, extension } = await copyContract(source);
  const file = `${FOLDER}/${name}${extension}`;
  const there = await readText(join(root, file));
  if (there !== undefined && there !== text) {
    throw new ProjectError(
      `${join(root, file)}: expected no file, found another contract. Choose a name for the new one: --name <name>.`,
    );
  }
  return { file, text, outcome: there === undefined ? 'created' : 'is there already' };
}

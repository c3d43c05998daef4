import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContract } from '../contract/load/load-contract.ts';
import { buildSite } from '../docs/build-site.ts';
import type { DocsApi } from '../docs/docs-api.ts';
import { DocsError } from '../docs/docs-error.ts';
import type { Project } from '../project/project.ts';
import { countNoun } from '../text/count-noun.ts';
import { chooseApis } from './choose-apis.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { openProject } from './open-project.ts';

/** Folder in which the docs site of a project is built. */
export function docsFolderOf({ root }: Pick<Project, 'root'>): string {
  return join(root, 'dist', 'docs');
}

/** `docs`: builds the site of a project, of some of its APIs, or of files. Returns the exit code. */
export async function runDocs(
  { targets }: { targets: readonly string[] },
  environment: CliEnvironment,
): Promise<number> {
  const { say } = environment;
  const chosen = await chooseApis(targets, () => openProject(environment));
  const outputFolder = docsFolderOf(chosen);
  const apis = await loadDocsApis(chosen);
  try {
    await buildSite({ apis, outputFolder });
  } catch (error) {
    if (!(error instanceof DocsError)) throw error;
    say(error.message);
    return 1;
  }
  say(`Docs of ${countNoun(apis.length, 'API')} written. Open ${join(outputFolder, 'index.html')}`);
  return 0;
}

/**
 * All that the docs site of a project holds. Contracts that a server has loaded are taken from it.
 *
 * Throws ContractError when another one cannot be loaded.
 */
export function loadDocsApis(
  { apis }: Pick<Project, 'apis'>,
  loaded: readonly Pick<DocsApi, 'name' | 'contract'>[] = [],
): Promise<DocsApi[]> {
  return Promise.all(
    apis.map(async ({ name, contract, notes }) => ({
      name,
      contract: loaded.find((api) => api.name === name)?.contract ?? (await loadContract(contract)),
      behaviourNotes: notes && (await readFile(notes, 'utf8')),
    })),
  );
}

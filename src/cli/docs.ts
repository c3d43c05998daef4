import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContract } from '../contract/load/load-contract.ts';
import { buildSite } from '../docs/build-site.ts';
import type { DocsApi } from '../docs/docs-api.ts';
import { DocsError } from '../docs/docs-error.ts';
import { type CliEnvironment, OWN_PACKAGE, type OwnPackage } from './cli-environment.ts';

/** Folder in which the docs site of a package is built. */
export function docsFolderOf({ root }: OwnPackage): string {
  return join(root, 'dist', 'docs');
}

/** `docs`: builds the site of the own APIs. Returns the exit code. */
export async function runDocs({ own, say }: CliEnvironment): Promise<number> {
  const outputFolder = docsFolderOf(own);
  const apis = await loadDocsApis(own);
  try {
    await buildSite({ apis, outputFolder });
  } catch (error) {
    if (!(error instanceof DocsError)) throw error;
    say(error.message);
    return 1;
  }
  say(`Docs of ${apis.length} APIs written. Open ${join(outputFolder, 'index.html')}`);
  return 0;
}

/**
 * All that the docs site of a package holds. Contracts that a server has loaded are taken from it.
 *
 * Throws ContractError when another one cannot be loaded.
 */
export function loadDocsApis(
  { root, contracts } = OWN_PACKAGE,
  loaded: readonly Pick<DocsApi, 'name' | 'contract'>[] = [],
): Promise<DocsApi[]> {
  return Promise.all(
    contracts.map(async ({ name, contract: entry, behaviourNotes: notes }) => ({
      name,
      contract:
        loaded.find((api) => api.name === name)?.contract ??
        (await loadContract(join(root, entry))),
      behaviourNotes: notes && (await readFile(join(root, notes), 'utf8')),
    })),
  );
}

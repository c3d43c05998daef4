import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OWN_CONTRACTS } from '../apis.ts';
import { loadContract } from '../contract/load/load-contract.ts';
import { buildSite } from '../docs/build-site.ts';
import type { DocsApi } from '../docs/docs-api.ts';
import { DocsError } from '../docs/docs-error.ts';
import { ROOT } from './root.ts';

/** Where the docs site of the own APIs is built. */
export const DOCS_FOLDER = join(ROOT, 'dist', 'docs');

/** `docs`: builds the site of the own APIs. Returns the exit code. */
export async function runDocs(): Promise<number> {
  const apis = await loadDocsApis();
  try {
    await buildSite({ apis, outputFolder: DOCS_FOLDER });
  } catch (error) {
    if (!(error instanceof DocsError)) throw error;
    console.error(error.message);
    return 1;
  }
  console.error(`Docs of ${apis.length} APIs written. Open ${join(DOCS_FOLDER, 'index.html')}`);
  return 0;
}

/** The own APIs as the docs show them. Throws ContractError when a contract cannot be loaded. */
export function loadDocsApis(): Promise<DocsApi[]> {
  return Promise.all(
    OWN_CONTRACTS.map(async ({ name, contract: entry, behaviourNotes: notes }) => ({
      name,
      contract: await loadContract(join(ROOT, entry)),
      behaviourNotes: notes && (await readFile(join(ROOT, notes), 'utf8')),
    })),
  );
}

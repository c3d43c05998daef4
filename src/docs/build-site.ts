import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFolder } from '../files/replace-folder.ts';
import { behaviourPageOf, renderBehaviourPage } from './behaviour-page.ts';
import { buildPage } from './build-page.ts';
import type { DocsApi } from './docs-api.ts';
import { DocsError } from './docs-error.ts';
import { renderIndexPage } from './index-page.ts';
import { computeSiteDigest, DIGEST_FILE } from './site-digest.ts';

export interface SiteOptions {
  readonly apis: readonly DocsApi[];
  /** Folder of the site, which is replaced as a whole. */
  readonly outputFolder: string;
}

/**
 * Builds the docs site: `index.html`, a `<name>.html` per API, and a `<name>-behaviour.html` per
 * API with notes, each a self-contained file.
 *
 * Throws DocsError when a page cannot be built, and then keeps the old site.
 */
export async function buildSite({ apis, outputFolder }: SiteOptions): Promise<void> {
  await replaceFolder(outputFolder, async (folder) => {
    const write = (name: string, content: string) => writeFile(join(folder, name), content);
    await Promise.all([
      write('index.html', renderIndexPage(apis)),
      ...apis.map(async (api) => write(`${api.name}.html`, await buildNamedPage(api))),
      ...apis.map(async ({ name, contract, behaviourNotes: notes }) => {
        if (notes === undefined) return;
        await write(behaviourPageOf(name), renderBehaviourPage(name, contract.title, notes));
      }),
      write(DIGEST_FILE, await computeSiteDigest(apis)),
    ]);
  });
}

async function buildNamedPage({ name, contract }: DocsApi): Promise<string> {
  try {
    return await buildPage(contract);
  } catch (error) {
    if (!(error instanceof DocsError)) throw error;
    throw new DocsError(`${name}.html: ${error.message}`, { cause: error });
  }
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SitePage } from '../site-page.ts';
import { readEntries } from './read-entries.ts';

/** Makes the script that searches the site: MiniSearch, the entries, and the dialog. It is loaded when somebody searches. */
export async function createSearchScript(pages: readonly SitePage[]): Promise<string> {
  const [library, dialog] = await Promise.all([
    readFile(findLibrary(), 'utf8'),
    readFile(new URL('../browser/search.js', import.meta.url), 'utf8'),
  ]);
  const entries = JSON.stringify(readEntries(pages));
  return [
    `globalThis.shareContractsSearch = { entries: ${entries} };`,
    library.replace(/^\/\/# sourceMappingURL=.*$/m, ''),
    'globalThis.shareContractsSearch.MiniSearch = globalThis.MiniSearch;',
    dialog,
  ].join('\n');
}

/** The form of MiniSearch that a page runs as a plain script. */
function findLibrary(): string {
  const main = createRequire(import.meta.url).resolve('minisearch');
  return join(dirname(main), '..', 'umd', 'index.js');
}

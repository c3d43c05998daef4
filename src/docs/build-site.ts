import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { replaceFolder } from '../files/replace-folder.ts';
import type { Site } from './site.ts';

/**
 * Writes all files of a site into a folder, which is replaced as a whole.
 *
 * Rejects with DocsError when a page cannot be made, and then keeps the old site.
 */
export async function buildSite(site: Site, outputFolder: string): Promise<void> {
  await replaceFolder(outputFolder, async (folder) => {
    for (const path of site.paths) {
      const file = await site.render(path);
      const target = join(folder, ...path.split('/'));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, file?.body ?? '');
    }
  });
}

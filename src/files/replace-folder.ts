import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Fills a new folder and replaces the old one with it.
 *
 * `fill` writes into a temporary folder on the same disk, which is renamed only when it is
 * complete, so that an interrupted or failed run keeps the old folder.
 */
export async function replaceFolder(
  folder: string,
  fill: (temporary: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const temporary = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    const filled = join(temporary, 'new');
    await mkdir(filled);
    await fill(filled);
    await moveAside(folder, join(temporary, 'old'));
    await rename(filled, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function moveAside(folder: string, aside: string): Promise<void> {
  await rename(folder, aside).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing) throw error;
  });
}

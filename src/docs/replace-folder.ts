import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Fills a folder anew and puts it in the place of the old one.
 *
 * `fill` writes into a temporary folder on the same disk. Only when it is done does that folder get the
 * name, so an interrupted or failed run leaves the old one as it was.
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

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DocsApi } from './docs-api.ts';

/** File with the digest of everything the site was built from. */
export const DIGEST_FILE = 'digest.txt';

const { resolve } = createRequire(import.meta.url);
/** Packages that render the pages. */
const RENDERERS = [resolve('@redocly/cli/package.json'), resolve('marked/package.json')];

/**
 * Computes the SHA-256, in hexadecimal, of everything a site is built from: contracts, notes, the
 * code of this folder and the versions of the renderers.
 */
export async function computeSiteDigest(apis: readonly DocsApi[]): Promise<string> {
  const names = await readdir(import.meta.dirname);
  const sources = names.sort().map((name) => join(import.meta.dirname, name));
  const texts = await Promise.all([...sources, ...RENDERERS].map((file) => readFile(file, 'utf8')));
  const documents = apis.map(({ name, contract, behaviourNotes }) => [
    name,
    contract.document,
    behaviourNotes,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([documents, texts]))
    .digest('hex');
}

/** Whether a folder holds a site with this digest. */
export async function isSiteFresh(folder: string, digest: string): Promise<boolean> {
  const found = await readFile(join(folder, DIGEST_FILE), 'utf8').catch(() => undefined);
  return found === digest;
}

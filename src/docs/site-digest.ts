import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DocsApi } from './docs-api.ts';
import { findRedocly } from './run-redocly.ts';

/** File with the digest of everything the site was built from. */
export const DIGEST_FILE = 'digest.txt';

/**
 * Computes the SHA-256, in hexadecimal, of everything a site is built from: contracts, notes, the
 * code of this folder and the versions of the renderers. Throws DocsError where one of them is not installed.
 */
export async function computeSiteDigest(apis: readonly DocsApi[]): Promise<string> {
  const names = await readdir(import.meta.dirname);
  const sources = names.sort().map((name) => join(import.meta.dirname, name));
  const texts = await Promise.all(
    [...sources, ...listRenderers()].map((file) => readFile(file, 'utf8')),
  );
  const documents = apis.map(({ name, contract, behaviourNotes }) => [
    name,
    contract.document,
    behaviourNotes,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([documents, texts]))
    .digest('hex');
}

/** Manifests of the packages that render the pages. */
function listRenderers(): string[] {
  return [findRedocly(), createRequire(import.meta.url).resolve('marked/package.json')];
}

/** Whether a folder holds a site with this digest. */
export async function isSiteFresh(folder: string, digest: string): Promise<boolean> {
  const found = await readFile(join(folder, DIGEST_FILE), 'utf8').catch(() => undefined);
  return found === digest;
}

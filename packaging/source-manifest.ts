import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Manifest, packManifest } from './pack-manifest.ts';

const MANIFEST = 'package.json';
/** Where the manifest of the repository is kept while the one of the package has its place. */
const SOURCE = 'package.source.json';

/** Puts the manifest of the package in the place of that of the repository, which is kept beside it. */
export function replaceManifest(): void {
  const manifest: Manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const packed = `${JSON.stringify(packManifest(manifest), null, 2)}\n`;
  renameSync(MANIFEST, SOURCE);
  writeFileSync(MANIFEST, packed);
}

/** Puts the manifest of the repository back; does nothing where it is in its place. */
export function restoreManifest(): void {
  if (existsSync(SOURCE)) renameSync(SOURCE, MANIFEST);
}

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Files of an npm package that is too large to install. */
export interface PackageFiles {
  readonly name: string;
  /** Exact version. */
  readonly version: string;
  /** Integrity of the tarball, as in the registry and lock files. */
  readonly integrity: string;
  /** Paths inside the package. */
  readonly files: readonly string[];
}

const CACHE = join(import.meta.dirname, '../node_modules/.cache/specs');

const run = promisify(execFile);

/**
 * Extracts files from a package, once, and returns their folder.
 *
 * Throws if the integrity of the tarball does not match.
 */
export async function unpackPackage(wanted: PackageFiles): Promise<string> {
  const folder = join(CACHE, `${wanted.name}-${wanted.version}`.replaceAll('/', '+'));
  const isThere = wanted.files.every((file) => existsSync(join(folder, file)));
  if (isThere) return folder;
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, 'unpack-'));
  try {
    await unpack(wanted, await download(wanted, work), work);
    await rm(folder, { recursive: true, force: true });
    // Renamed only when complete, so that an interrupted run leaves nothing behind that counts.
    await rename(join(work, 'package'), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

async function download({ name, version, integrity }: PackageFiles, work: string): Promise<string> {
  const id = `${name}@${version}`;
  await run('npm', ['pack', id, '--silent', '--pack-destination', work], { cwd: dirname(work) });
  const tarball = join(work, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  const hash = createHash('sha512').update(await readFile(tarball));
  const found = `sha512-${hash.digest('base64')}`;
  if (found === integrity) return tarball;
  throw new Error(`${id}: expected a tarball with ${integrity}, got ${found}.`);
}

async function unpack({ files }: PackageFiles, tarball: string, work: string): Promise<void> {
  await run('tar', ['-xzf', tarball, '-C', work, ...files.map((file) => `package/${file}`)]);
}

import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from '../../src/apis/root.ts';
import { type InstalledPackage, installPacked } from '../package/install-packed.ts';

/** Folders that an example's own tools make. */
const MADE = ['dist', 'node_modules', 'screenshots', 'test-results'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly bin?: string | Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * Copies an example beside the packed package, and links what else its manifest asks for to what is installed here, without
 * network.
 *
 * Throws an Error if another version is installed here.
 */
export async function installExample(name: string): Promise<InstalledPackage> {
  const installed = await installPacked();
  const { folder } = installed;
  await cp(join(ROOT, 'examples', name), folder, {
    recursive: true,
    filter: (path) => !MADE.some((made) => path.endsWith(join('examples', name, made))),
  });
  const { dependencies, devDependencies } = await readManifest(folder);
  for (const [wanted, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    if (wanted !== 'share-contracts') await linkPackage(folder, wanted, version);
  }
  return installed;
}

async function linkPackage(folder: string, name: string, version: string): Promise<void> {
  const from = join(ROOT, 'node_modules', name);
  const found = await readManifest(from);
  if (found.version !== version) {
    throw new Error(
      `${name}: the example asks for ${version}, found ${found.version} in node_modules. Give both manifests the same version.`,
    );
  }
  await link(from, join(folder, 'node_modules', name));
  const commands = typeof found.bin === 'string' ? { [name]: found.bin } : (found.bin ?? {});
  for (const [command, file] of Object.entries(commands)) {
    await link(join(from, file), join(folder, 'node_modules/.bin', command));
  }
}

/** Links, unless the package has brought it along. */
async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}

import { execFile } from 'node:child_process';
import { mkdir, mkdtempDisposable, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../src/apis/root.ts';
import { copyRepository } from '../support/copy-repository.ts';

const run = promisify(execFile);

/** The package as `npm pack` makes it, and a folder in which it is installed. */
export interface InstalledPackage extends AsyncDisposable {
  readonly tarball: string;
  /** Folder that has this package in its `node_modules`, and nothing else. */
  readonly folder: string;
  /** Paths of the packed files, as npm lists them. */
  readonly files: readonly string[];
  /** Path of a command among those of the folder. */
  readonly commandOf: (name: string) => string;
}

/**
 * Packs a copy of the repository, since packing changes its manifest for a while, and installs it without network: unpacked,
 * beside links to the packages alone that it says to depend on.
 */
export async function installPacked(): Promise<InstalledPackage> {
  const { path, remove } = await mkdtempDisposable(join(tmpdir(), 'share-contracts-package-'));
  const copy = join(path, 'repository');
  await copyRepository(copy);
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', path], {
    cwd: copy,
    maxBuffer: 2 ** 26,
  });
  const [packed] = Object.values<{ filename: string; files: { path: string }[] }>(
    JSON.parse(stdout.slice(stdout.search(/^[[{]/m))),
  );
  if (packed === undefined) throw new Error(`npm packed nothing: ${stdout}`);
  const folder = join(path, 'consumer');
  const modules = join(folder, 'node_modules');
  const target = join(modules, 'share-contracts');
  await mkdir(target, { recursive: true });
  const tarball = join(path, packed.filename);
  await run('tar', ['xzf', tarball, '--strip-components=1', '-C', target]);
  const manifest = JSON.parse(await readFile(join(target, 'package.json'), 'utf8'));
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }))
    await link(join(ROOT, 'node_modules', name), join(modules, name));
  const commandOf = (name: string) => join(modules, '.bin', name);
  for (const [name, file] of Object.entries<string>(manifest.bin)) {
    await link(join(target, file), commandOf(name));
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
  return {
    tarball,
    folder,
    files: packed.files.map((file) => file.path),
    commandOf,
    [Symbol.asyncDispose]: remove,
  };
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path);
}

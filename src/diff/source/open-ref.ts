import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { DiffError } from './diff-error.ts';
import { type GitOptions, runGit } from './run-git.ts';

/** Files of a git ref in a temporary folder, which goes away with its scope. */
export interface RefFiles extends Disposable {
  /** Where the file of the working tree at a path is, as the ref has it; throws DiffError for one outside of the repository. */
  readonly pathOf: (file: string) => string;
  /** Folder of all of them. */
  readonly folder: string;
  /** Path in the repository of a file of the folder; `undefined` for any other file. */
  readonly nameOf: (path: string) => string | undefined;
}

/** Files that a contract may refer to wherever they are. */
const DOCUMENT = /\.(?:ya?ml|json)$/i;

/**
 * Writes the files of a git ref into a temporary folder: all documents of the repository, and all files beside or below the
 * given ones. The working tree and the index stay as they are.
 *
 * Throws DiffError where there is no repository, or none of its commits is meant.
 */
export async function openRef(
  ref: string,
  files: readonly string[],
  { folder, signal }: Pick<GitOptions, 'folder' | 'signal'>,
): Promise<RefFiles> {
  const top = await findTop(folder, ref, signal);
  const tree = await findTree(ref, { folder: top, signal });
  const target = realpathSync(mkdtempSync(join(tmpdir(), 'share-contracts-diff-')));
  const remove = () => rmSync(target, { recursive: true, force: true });
  // Whatever ends the process.
  process.once('exit', remove);
  const dispose = () => {
    process.off('exit', remove);
    remove();
  };
  const toName = (file: string) => {
    const name = relative(top, realFile(file));
    if (!name.startsWith('..')) return name;
    throw new DiffError(
      `${file}: expected a file of the repository ${top}, found one outside. Compare it with a file.`,
    );
  };
  try {
    const folders = files.map((file) => dirname(toName(file)));
    await writeTree(tree, target, folders, { folder: top, signal });
  } catch (error) {
    dispose();
    throw error;
  }
  return {
    folder: target,
    pathOf: (file) => join(target, toName(file)),
    nameOf: (path) => {
      const name = relative(target, path);
      return name.startsWith('..') ? undefined : name.split(sep).join('/');
    },
    [Symbol.dispose]: dispose,
  };
}

/** A file may be gone by now; the folder that is left of its path counts. */
function realFile(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const parent = dirname(file);
    return parent === file ? file : join(realFile(parent), relative(parent, file));
  }
}

async function findTop(folder: string, ref: string, signal?: AbortSignal): Promise<string> {
  try {
    const top = await runGit(['rev-parse', '--show-toplevel'], { folder, signal });
    return realpathSync(top.trimEnd());
  } catch (error) {
    refuseUnexpected(error, signal);
    const what = `there is no file "${ref}", and ${folder} is in no git repository that has it as a ref`;
    throw new DiffError(`Expected a git ref or a file, but ${what}. Name a file.`, {
      cause: error,
    });
  }
}

async function findTree(ref: string, options: GitOptions): Promise<string> {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{tree}`];
    return (await runGit(args, options)).trim();
  } catch (error) {
    refuseUnexpected(error, options.signal);
    const advice = `Correct it, or fetch it first, as in "git fetch origin ${ref}".`;
    throw new DiffError(
      `Unknown ref ${JSON.stringify(ref)}: ${options.folder} has no such branch, tag or commit, and there is no such file. ${advice}`,
      { cause: error },
    );
  }
}

/** Anything but a refusal of git itself. */
function refuseUnexpected(error: unknown, signal?: AbortSignal): void {
  if (error instanceof DiffError || signal?.aborted) throw error;
}

async function writeTree(
  tree: string,
  target: string,
  folders: readonly string[],
  options: GitOptions,
): Promise<void> {
  const list = await runGit(['ls-tree', '-r', '-z', '--name-only', tree], options);
  const prefixes = folders.map((folder) =>
    folder === '.' ? '' : `${folder.split(sep).join('/')}/`,
  );
  const wanted = list
    .split('\0')
    .filter(
      (name) =>
        DOCUMENT.test(name) || prefixes.some((prefix) => prefix !== '' && name.startsWith(prefix)),
    );
  if (wanted.length === 0) return;
  // An index of its own, so that what is staged stays; and no download of large files.
  const env = { GIT_INDEX_FILE: join(target, '.index'), GIT_LFS_SKIP_SMUDGE: '1' };
  await runGit(['read-tree', tree], { ...options, env });
  const args = ['checkout-index', '-z', '--stdin', '--force', `--prefix=${target}/`];
  await runGit(args, { ...options, env, input: wanted.filter(Boolean).join('\0') });
}

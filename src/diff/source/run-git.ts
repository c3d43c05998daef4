import { execFile, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { DiffError } from './diff-error.ts';

/** Bytes of a list of all files of a repository. */
const MAX_OUTPUT = 256 * 1024 * 1024;

/** How git is called. */
export interface GitOptions {
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
  readonly env?: NodeJS.ProcessEnv;
  /** Text for its standard input. */
  readonly input?: string;
}

/** Runs git in a folder, and gives what it prints. Throws DiffError where it is not installed, and its own error where it fails. */
export async function runGit(
  args: readonly string[],
  { folder, signal, env, input }: GitOptions,
): Promise<string> {
  const options = { cwd: folder, signal, env: { ...process.env, ...env } };
  try {
    if (input !== undefined) return await feedGit(args, input, options);
    const { stdout } = await promisify(execFile)('git', args, {
      ...options,
      maxBuffer: MAX_OUTPUT,
    });
    return stdout;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new DiffError('Expected git, found none. Install it, or compare with a file.', {
      cause: error,
    });
  }
}

async function feedGit(
  args: readonly string[],
  input: string,
  options: Parameters<typeof spawn>[2],
): Promise<string> {
  const child = spawn('git', args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) return '';
  // A program that ends early says why on stderr.
  stdin.on('error', () => {});
  stdin.end(input);
  const [code, out, problem] = await Promise.all([ended, text(stdout), text(stderr)]);
  if (code === 0) return out;
  throw new DiffError(`git ${args[0]} failed: ${problem.trim()}`);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

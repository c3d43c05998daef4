import { open } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { findTokenDefect } from '../mock/control/control-token.ts';
import { isFileLimit } from '../mock/http/file-limit.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { UsageError } from './usage-error.ts';

/** Variable that gives the control token without showing it in the list of processes. */
const VARIABLE = 'SHARE_CONTRACTS_CONTROL_TOKEN';
/** Bytes that are read of a file, which may be endless. */
const MAX_BYTES = 8192;

interface GivenToken {
  readonly controlToken?: string | undefined;
  readonly controlTokenFile?: string | undefined;
}

/**
 * Takes the control token from `--control-token`, `--control-token-file` or the environment; `undefined` where none is
 * given.
 *
 * Throws UsageError for several of them, for a file that cannot be read and for a token that nobody could send.
 */
export async function readControlToken(
  { controlToken, controlTokenFile }: GivenToken,
  { env, say }: Pick<CliEnvironment, 'env' | 'say'>,
): Promise<string | undefined> {
  const given: [source: string, value: string | undefined][] = [
    ['--control-token', controlToken],
    ['--control-token-file', controlTokenFile],
    [VARIABLE, env[VARIABLE]],
  ];
  const [first, second] = given.filter(([, value]) => value !== undefined);
  if (second !== undefined) {
    throw new UsageError(
      `Both ${first?.[0]} and ${second[0]} give the control token. Give it once.`,
    );
  }
  if (controlTokenFile === undefined) return refuseUnusable(first?.[0], first?.[1]);
  const read = await readTokenFile(controlTokenFile, say);
  return refuseUnusable(`--control-token-file ${controlTokenFile}`, read.replace(/\r?\n$/, ''));
}

function refuseUnusable(source: string | undefined, token: string | undefined): string | undefined {
  const defect = token === undefined ? undefined : findTokenDefect(token);
  if (defect === undefined) return token;
  throw new UsageError(
    `${source}: expected one line of visible ASCII characters, found ${defect}.`,
  );
}

async function readTokenFile(file: string, say: CliEnvironment['say']): Promise<string> {
  try {
    await using handle = await open(file);
    const stat = await handle.stat();
    const mode = stat.mode & 0o777;
    // Windows has no such modes, a pipe is nobody else's, and a secret that is mounted into a container is not the user's to close.
    const isOwn = stat.isFile() && stat.uid === process.getuid?.();
    if (isOwn && (mode & 0o077) !== 0) {
      say(
        `--control-token-file ${file} is open to other users (mode 0${mode.toString(8)}). Close it: chmod 600 ${file}`,
      );
    }
    return await text(handle.createReadStream({ end: MAX_BYTES, autoClose: false }));
  } catch (cause) {
    if (isFileLimit(cause)) throw cause;
    throw new UsageError(
      `--control-token-file ${file}: expected a file with one line, found ${describeFailure(cause)}.`,
      { cause },
    );
  }
}

function describeFailure(error: unknown): string {
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'nothing';
    case 'EISDIR':
      return 'a folder';
    case 'EACCES':
    case 'EPERM':
      return 'one that may not be read';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

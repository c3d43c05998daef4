import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { adviseInstall } from '../text/advise-install.ts';
import { DocsError } from './docs-error.ts';

const REDOCLY = '@redocly/cli';

/** Finds the `package.json` of Redocly CLI; throws DocsError where it is left out. */
export function findRedocly(): string {
  try {
    return createRequire(import.meta.url).resolve(`${REDOCLY}/package.json`);
  } catch (error) {
    throw new DocsError(
      `Expected ${REDOCLY}, which makes the pages, found none. ${adviseInstall(REDOCLY)}`,
      { cause: error },
    );
  }
}

/**
 * Runs Redocly CLI in a folder, without telemetry and update checks.
 *
 * Throws DocsError with its output when it fails, and where it is not installed.
 */
export async function runRedocly(folder: string, options: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  };
  const script = join(dirname(findRedocly()), 'bin', 'cli.js');
  try {
    await promisify(execFile)(process.execPath, [script, ...options], { cwd: folder, env });
  } catch (error) {
    throw new DocsError(`redocly ${options[0]} failed: ${explain(error)}`, { cause: error });
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'stderr' in error && error.stderr ? String(error.stderr).trim() : error.message;
}

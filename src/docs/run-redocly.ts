import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DocsError } from './docs-error.ts';

const MANIFEST = createRequire(import.meta.url).resolve('@redocly/cli/package.json');
const SCRIPT = join(dirname(MANIFEST), 'bin', 'cli.js');

/**
 * Runs Redocly CLI in a folder, without telemetry and update checks.
 *
 * Throws DocsError with its output when it fails.
 */
export async function runRedocly(folder: string, options: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  };
  try {
    await promisify(execFile)(process.execPath, [SCRIPT, ...options], { cwd: folder, env });
  } catch (error) {
    throw new DocsError(`redocly ${options[0]} failed: ${explain(error)}`, { cause: error });
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'stderr' in error && error.stderr ? String(error.stderr).trim() : error.message;
}

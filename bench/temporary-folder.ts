import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | undefined;

/**
 * Returns the folder for files of this run; it is created on first use and removed when the process
 * ends.
 */
export function temporaryFolder(): string {
  folder ??= makeFolder();
  return folder;
}

function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'share-contracts-bench-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

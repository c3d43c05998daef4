import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | undefined;

/** Returns a folder for files of this run, which is removed when the process ends. */
export function temporaryFolder(): string {
  folder ??= makeFolder();
  return folder;
}

function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'share-contracts-bench-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

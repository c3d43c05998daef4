import { OWN_CONTRACTS } from '../apis.ts';
import {
  findStaleFiles,
  renderGeneratedFiles,
  type StaleFile,
  writeGeneratedFiles,
} from '../generate/generated-files.ts';
import { ROOT } from './root.ts';

/** `generate`: writes types and zod schemas, or with `check` only compares. Returns the exit code. */
export async function runGenerate({ check = false }: { check?: boolean }): Promise<number> {
  // The generator of zod schemas takes configuration and library versions from the working directory.
  process.chdir(ROOT);
  const files = await renderGeneratedFiles(ROOT, OWN_CONTRACTS);
  if (!check) {
    report(await writeGeneratedFiles(ROOT, files), 'written');
    return 0;
  }
  const stale = await findStaleFiles(ROOT, files);
  report(stale, 'found');
  if (stale.length === 0) return 0;
  console.error('Run "npm run generate" and commit the result.');
  return 1;
}

function report(files: readonly StaleFile[], verb: 'written' | 'found'): void {
  if (files.length === 0) console.error('Generated files are up to date.');
  for (const { file, state } of files) {
    console.error(verb === 'found' ? `${file}: ${state}.` : `${file}: was ${state}, mended.`);
  }
}

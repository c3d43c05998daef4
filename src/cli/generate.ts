import {
  findStaleFiles,
  renderGeneratedFiles,
  type StaleFile,
  writeGeneratedFiles,
} from '../generate/generated-files.ts';
import type { CliEnvironment, OwnPackage } from './cli-environment.ts';

/** `generate`: writes types and zod schemas, or with `check` only compares. Returns the exit code. */
export async function runGenerate(
  { check = false }: { check?: boolean },
  { own, say }: CliEnvironment,
): Promise<number> {
  const files = await renderFiles(own, say);
  if (!check) {
    report(await writeGeneratedFiles(own.root, files), 'written', say);
    return 0;
  }
  const stale = await findStaleFiles(own.root, files);
  report(stale, 'found', say);
  if (stale.length === 0) return 0;
  say('Run "npm run generate" and commit the result.');
  return 1;
}

/** The generator of zod schemas takes configuration and library versions from the working directory. */
async function renderFiles(
  { root, contracts }: OwnPackage,
  say: CliEnvironment['say'],
): Promise<Map<string, string>> {
  const former = process.cwd();
  process.chdir(root);
  try {
    return await renderGeneratedFiles(root, contracts, say);
  } finally {
    process.chdir(former);
  }
}

function report(
  files: readonly StaleFile[],
  verb: 'written' | 'found',
  say: CliEnvironment['say'],
): void {
  if (files.length === 0) say('Generated files are up to date.');
  for (const { file, state } of files) {
    say(verb === 'found' ? `${file}: ${state}.` : `${file}: was ${state}, mended.`);
  }
}

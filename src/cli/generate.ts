import { join } from 'node:path';
import {
  findStaleFiles,
  type GeneratedFiles,
  renderGeneratedFiles,
  type StaleFile,
  writeGeneratedFiles,
} from '../generate/generated-files.ts';
import { LIBRARIES } from '../generate/libraries/libraries.ts';
import { DEFAULT_OUTPUT, type ProjectApi } from '../project/project.ts';
import { type ChosenApis, chooseApis } from './choose-apis.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { requireProject } from './open-project.ts';

export interface GenerateOptions {
  /** Names of APIs, or files; none for all APIs of the project. */
  readonly targets: readonly string[];
  readonly check?: boolean;
}

type GenerationTargets = Pick<ChosenApis, 'root' | 'isWhole'> & {
  readonly apis: readonly Pick<ProjectApi, 'contract' | 'output' | 'validation'>[];
};

/** `generate`: writes types, schemas and clients, or with `check` only compares. Returns the exit code. */
export async function runGenerate(
  { check = false, targets }: GenerateOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { say } = environment;
  const chosen = await chooseApis(targets, () => requireProject(environment));
  const files = await renderFiles(chosen, say);
  if (!check) {
    report(await writeGeneratedFiles(files), 'written', say);
    return 0;
  }
  const stale = await findStaleFiles(files);
  report(stale, 'found', say);
  if (stale.length === 0) return 0;
  say('Run the same without --check and commit the result.');
  return 1;
}

/** Renders the files of APIs. The generator of schemas takes configuration and library versions from the working directory. */
export async function renderFiles(
  { root, apis, isWhole }: GenerationTargets,
  say: CliEnvironment['say'],
): Promise<GeneratedFiles> {
  const former = process.cwd();
  process.chdir(root);
  try {
    const sources = apis.map(({ contract, output, validation = 'zod' }) => ({
      contract,
      output,
      library: LIBRARIES[validation],
    }));
    const files = await renderGeneratedFiles(root, sources, say);
    // Here are those of an API that the registry does not list any more.
    const folders = isWhole ? [...files.folders, join(root, DEFAULT_OUTPUT)] : files.folders;
    return { ...files, folders };
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

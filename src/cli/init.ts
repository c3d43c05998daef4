import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import packageFile from '#package.json' with { type: 'json' };
import { ROOT } from '../apis/root.ts';
import { loadContract } from '../contract/load/load-contract.ts';
import { isUrl } from '../contract/model/place.ts';
import { writeWhole } from '../files/write-whole.ts';
import { writeGeneratedFiles } from '../generate/generated-files.ts';
import { nameApi } from '../init/name-api.ts';
import { planContract } from '../init/plan-contract.ts';
import { type PlannedFile, planFiles } from '../init/plan-files.ts';
import { listNames } from '../init/registry-text.ts';
import { DEFAULT_OUTPUT, type Project } from '../project/project.ts';
import { API_NAME, isApiName } from '../project/registry.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { renderFiles } from './generate.ts';
import { showFirstCall } from './show-first-call.ts';
import { UsageError } from './usage-error.ts';

export interface InitOptions {
  /** File or URL of a contract; without it, a small one to begin with is made. */
  readonly spec?: string | undefined;
  /** Name of the API; that of its file by default. */
  readonly name?: string | undefined;
}

/** Contract to begin with. */
const STARTER = join(ROOT, 'src', 'init', 'notes.yaml');

/**
 * `init`: makes a project of a contract, or adds it to the nearest project. Whatever is there stays as it is, and the registry
 * is written last, so that the next run ends an interrupted one. Returns the exit code.
 */
export async function runInit(options: InitOptions, environment: CliEnvironment): Promise<number> {
  const { say } = environment;
  const project = await environment.findProject();
  const root = project?.root ?? process.cwd();
  const source = findSource(options.spec, project);
  const loaded = await loadContract(source, { allowRemote: isUrl(source) });
  const listed = project?.apis.find(({ contract }) => contract === source);
  const name = listed?.name ?? options.name ?? nameApi(source, loaded.title, root);
  if (listed === undefined) await refuseName(name, root);

  const isOwn = source !== STARTER && !isUrl(source);
  const copy = isOwn ? undefined : await planContract(source, root, name);
  const contract = copy === undefined ? source : join(root, copy.file);
  const entry = { name, root: relative(root, contract).replaceAll('\\', '/') };
  const planned = await planFiles(root, listed === undefined ? entry : undefined);

  // What is generated names the file of the contract, and reads it.
  if (copy !== undefined) await write(root, copy);
  const output = listed?.output ?? join(root, DEFAULT_OUTPUT, name);
  const files = await renderFiles({ root, apis: [{ contract, output }], isWhole: false }, say);
  const generated = (await writeGeneratedFiles(files)).map(({ file }) => ({
    file,
    outcome: 'generated',
  }));
  for (const file of planned) await write(root, file);
  report([...(copy === undefined ? [] : [copy]), ...generated, ...planned], root, environment);
  say(`\n${showFirstCall(root, { name, mount: listed?.mount, output }, loaded)}`);
  return 0;
}

/** Contract to make an API of: an absolute path or a URL. */
function findSource(spec: string | undefined, project: Project | undefined): string {
  if (spec !== undefined) return isUrl(spec) ? spec : resolve(spec);
  if (project === undefined || project.apis.length === 0) return STARTER;
  throw new UsageError(
    `${project.file} lists APIs already. Name the contract to add, as in "share-contracts init ./openapi.yaml".`,
  );
}

async function refuseName(name: string, root: string): Promise<void> {
  if (!isApiName(name)) {
    throw new UsageError(`--name ${name}: expected ${API_NAME}, found other characters.`);
  }
  if (!(await listNames(root)).includes(name)) return;
  throw new UsageError(
    `${join(root, 'redocly.yaml')} lists another API as "${name}". Give this one a name of its own: --name <name>.`,
  );
}

async function write(root: string, { file, text }: PlannedFile): Promise<void> {
  await writeWhole(join(root, file), text);
}

function report(
  files: readonly Omit<PlannedFile, 'text'>[],
  root: string,
  { say }: CliEnvironment,
): void {
  for (const { file, outcome } of files) say(`${file}: ${outcome}.`);
  if (files.length === 0) say('All of it is there already.');
  if (!isInstalled(root)) {
    say(`Install the package where its scripts run: npm install --save-dev ${packageFile.name}`);
  }
}

/** Whether modules of a folder can import this package. */
function isInstalled(root: string): boolean {
  try {
    createRequire(join(root, 'index.js')).resolve(`${packageFile.name}/package.json`);
    return true;
  } catch {
    return false;
  }
}

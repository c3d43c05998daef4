import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { placeApi } from '../apis/load-project.ts';
import { CONTROL_CONTRACT } from '../apis/root.ts';
import { loadContract } from '../contract/load/load-contract.ts';
import { parseSource } from '../contract/load/parse-source.ts';
import type { Contract } from '../contract/model/contract.ts';
import { isUrl } from '../contract/model/place.ts';
import type { DocsApi, MarkdownFile } from '../docs/docs-api.ts';
import type { DocsSource } from '../docs/docs-source.ts';
import { CONTROL_MOUNT } from '../mock/control/control-mount.ts';
import type { ProjectApi, ProjectDocs } from '../project/project.ts';

/** What a site is made of, by its files. */
export interface DocsFiles {
  readonly apis: readonly ProjectApi[];
  /** Registry of the project, to whose folder the paths of Markdown files are relative. */
  readonly file?: string;
  readonly docs?: ProjectDocs | undefined;
}

/** Contract that is loaded already. */
export interface LoadedContract {
  readonly name: string;
  readonly contract: Contract;
  readonly mount?: string;
}

const TITLE = 'API docs';

/**
 * Reads all that a docs site is made of. Contracts that a server has loaded are taken from it.
 *
 * Rejects with ContractError when another one cannot be loaded, or a YAML file cannot be read.
 */
export async function readDocsSource(
  { apis, file, docs }: DocsFiles,
  loaded: readonly LoadedContract[] = [],
): Promise<DocsSource> {
  const root = file === undefined ? process.cwd() : dirname(file);
  const [read, [home], guides, more] = await Promise.all([
    Promise.all(apis.map((api) => readApi(root, api, loaded))),
    readMarkdown(root, docs?.home === undefined ? [] : [docs.home]),
    readMarkdown(root, docs?.guides ?? []),
    readMarkdown(root, docs?.more ?? []),
  ]);
  const comparison = docs?.comparison;
  return {
    title: docs?.title ?? TITLE,
    apis: read,
    home,
    guides,
    more,
    ...(comparison !== undefined && {
      comparison: {
        path: pathFrom(root, comparison),
        value: parseSource(comparison, await readFile(comparison, 'utf8')).value,
      },
    }),
  };
}

async function readApi(
  root: string,
  api: ProjectApi,
  loaded: readonly LoadedContract[],
): Promise<DocsApi> {
  const known = loaded.find(({ name }) => name === api.name);
  const contract = known?.contract ?? (await loadContract(api.contract));
  const [[behaviour], fidelity] = await Promise.all([
    readMarkdown(root, api.notes === undefined ? [] : [api.notes]),
    api.fidelity === undefined ? undefined : readFile(api.fidelity, 'utf8'),
  ]);
  return {
    name: api.name,
    contract,
    client: api.client,
    ...(!isUrl(api.contract) && { contractPath: pathFrom(root, api.contract) }),
    mount: known?.mount ?? findMount(api, contract),
    behaviour,
    fidelity: fidelity === undefined ? undefined : [JSON.parse(fidelity)].flat(),
  };
}

function findMount(api: ProjectApi, contract: Contract): string | undefined {
  if (api.contract === CONTROL_CONTRACT) return CONTROL_MOUNT;
  return api.mount === false ? undefined : placeApi(api, contract).mount;
}

/** Reads Markdown files, and those of folders by their names. */
async function readMarkdown(root: string, paths: readonly string[]): Promise<MarkdownFile[]> {
  const files = await Promise.all(paths.map(listFiles));
  return Promise.all(
    files
      .flat()
      .map(async (file) => ({ path: pathFrom(root, file), text: await readFile(file, 'utf8') })),
  );
}

async function listFiles(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(path, name));
}

function pathFrom(root: string, file: string): string {
  return relative(root, file).split(sep).join('/');
}

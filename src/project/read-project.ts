import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseSource } from '../contract/load/parse-source.ts';
import { readSource } from '../contract/load/read-source.ts';
import { isUrl } from '../contract/model/place.ts';
import { type Fault, refuseFaults } from './fault.ts';
import { generatedClient } from './generated-client.ts';
import { DEFAULT_OUTPUT, type Project, type ProjectApi, type ProjectDocs } from './project.ts';
import { type DocumentKind, readKind } from './read-kind.ts';
import {
  type DocsSettings,
  findFaults,
  isRegistry,
  SETTINGS_KEY,
  type Settings,
} from './registry.ts';

/** Settings that name a file or a folder, which has to be there. */
const NEEDED = ['behaviour', 'errors', 'scenarios', 'notes', 'recordings', 'fidelity'] as const;

/**
 * Reads the APIs of a registry, a `redocly.yaml`, with their settings under `x-share-contracts`.
 *
 * Throws ContractError for a file that is no YAML, and ProjectError with every fault and its place for one that says what
 * cannot be: a file that is missing, an unknown setting, two APIs at one base path.
 */
export async function readProject(file: string): Promise<Project> {
  const text = await readSource(file, false);
  const { value, format } = parseSource(file, text);
  const refuse = (found: readonly Fault[]) => refuseFaults({ name: file, format, text }, found);
  if (!isRegistry(value)) throw await refuse(findFaults(value));
  const root = dirname(file);
  const entries = Object.entries(value.apis ?? {}).map(([name, api]) => {
    const settings = api[SETTINGS_KEY] ?? {};
    return { name, settings, api: toApi(root, name, api.root, settings) };
  });
  const missing = await Promise.all(
    entries.map(({ name, settings, api }) => findMissing(name, settings, api)),
  );
  const docsSettings = value[SETTINGS_KEY]?.docs ?? undefined;
  const docs = docsSettings && toDocs(root, docsSettings);
  const faults = [
    ...missing.flat(),
    ...(docs === undefined ? [] : await findMissingDocs(docs)),
    ...findTwins(entries.map(({ api }) => api)),
  ];
  if (faults.length > 0) throw await refuse(faults);
  const kinds = await Promise.all(entries.map(({ api }) => readKind(api.contract)));
  const of = (kind: DocumentKind) => entries.filter((_, index) => kinds[index] === kind);
  return {
    file,
    root,
    apis: of('api').map(({ api }) => api),
    workflows: of('workflows').map(({ api }) => api.contract),
    ...(docs !== undefined && { docs }),
  };
}

function toDocs(root: string, settings: DocsSettings): ProjectDocs {
  const { title, home, guides = [], more = [], comparison } = settings;
  const list = (paths: string | readonly string[]) =>
    [paths].flat().map((path) => resolve(root, path));
  return {
    ...(title !== undefined && { title }),
    ...(home !== undefined && { home: resolve(root, home) }),
    guides: list(guides),
    more: list(more),
    ...(comparison !== undefined && { comparison: resolve(root, comparison) }),
  };
}

async function findMissingDocs({ home, guides, more, comparison }: ProjectDocs): Promise<Fault[]> {
  const paths = [
    ...(home === undefined ? [] : [['home', home] as const]),
    ...guides.map((path) => ['guides', path] as const),
    ...more.map((path) => ['more', path] as const),
    ...(comparison === undefined ? [] : [['comparison', comparison] as const]),
  ];
  const faults = paths.map(([key, file]) => findMissingFile([SETTINGS_KEY, 'docs', key], file));
  return (await Promise.all(faults)).flat();
}

function toApi(
  root: string,
  name: string,
  contract: string,
  { mount, strict = false, stateful, output, validation, client, verify, ...files }: Settings,
): ProjectApi {
  const folder = output ?? `${DEFAULT_OUTPUT}/${name}`;
  return {
    name,
    contract: isUrl(contract) ? contract : resolve(root, contract),
    mount: mount === '/' ? '' : mount,
    isStrict: strict,
    ...(stateful !== undefined && { isStateful: stateful }),
    ...(verify !== undefined && { verify }),
    ...(validation !== undefined && { validation }),
    ...Object.fromEntries(Object.entries(files).map(([key, path]) => [key, resolve(root, path)])),
    output: resolve(root, folder),
    client: client ?? generatedClient(root, resolve(root, folder)),
  };
}

async function findMissing(name: string, settings: Settings, api: ProjectApi): Promise<Fault[]> {
  const keys = NEEDED.filter((key) => settings[key] !== undefined);
  const paths = [
    ...keys.map((key) => [['apis', name, SETTINGS_KEY, key], api[key] ?? ''] as const),
    ...(isUrl(api.contract) ? [] : [[['apis', name, 'root'], api.contract] as const]),
  ];
  const faults = paths.map(([path, file]) => findMissingFile(path, file));
  return (await Promise.all(faults)).flat();
}

async function findMissingFile(path: readonly string[], file: string): Promise<Fault[]> {
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  return isThere ? [] : [{ path, problem: `there is no ${file}. Create it, or correct the path.` }];
}

function findTwins(apis: readonly ProjectApi[]): Fault[] {
  return apis.flatMap(({ name, mount }, index) => {
    const twin = apis
      .slice(0, index)
      .find((other) => typeof mount === 'string' && other.mount === mount);
    if (twin === undefined) return [];
    const problem = `"${twin.name}" is served at ${mount || '/'} already. Give each API a base path of its own.`;
    return [{ path: ['apis', name, SETTINGS_KEY, 'mount'], problem }];
  });
}

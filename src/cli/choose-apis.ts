import { parse, resolve } from 'node:path';
import { isUrl } from '../contract/model/place.ts';
import { generatedClient } from '../project/generated-client.ts';
import { DEFAULT_OUTPUT, type Project, type ProjectApi } from '../project/project.ts';
import { readTargets, type Spec } from './read-targets.ts';

/** APIs that a command is about, and the folder in which it makes files. */
export interface ChosenApis {
  readonly root: string;
  readonly apis: readonly ProjectApi[];
  /** Arazzo files of the project. */
  readonly workflows: readonly string[];
  /** Whether these are all of a project. */
  readonly isWhole: boolean;
}

/**
 * Chooses APIs by the names or files of a command line; without any, all of the project. A file of no project is an API of
 * the working directory, with the name of the file.
 */
export async function chooseApis(
  targets: readonly string[],
  openProject: () => Promise<Project>,
): Promise<ChosenApis> {
  const { specs, apis, project } = await readTargets(targets, openProject);
  return {
    root: project?.root ?? process.cwd(),
    apis: [...apis, ...specs.map(toApi)],
    workflows: project?.workflows ?? [],
    isWhole: targets.length === 0,
  };
}

function toApi({ name, mount, file }: Spec): ProjectApi {
  const known = mount === '' ? nameOf(file) : name;
  const output = resolve(DEFAULT_OUTPUT, known);
  return {
    name: known,
    contract: isUrl(file) ? file : resolve(file),
    mount,
    isStrict: false,
    output,
    client: generatedClient(process.cwd(), output),
  };
}

/** Name of a file without its extension, of letters, digits and hyphens. */
function nameOf(file: string): string {
  const { name } = parse(isUrl(file) ? new URL(file).pathname : file);
  return name.replaceAll(/[^\w.@-]+/g, '-').replace(/^[^a-z\d]+/i, '') || 'api';
}

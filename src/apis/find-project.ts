import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRegistry, REGISTRY } from '../project/find-registry.ts';
import type { ProjectApi } from '../project/project.ts';
import { ProjectError } from '../project/project-error.ts';
import { describeUnknownName } from '../text/nearest-name.ts';

/**
 * Where a project is: a `redocly.yaml`, or a folder in which or above which one stands. A path from the working directory, or a
 * URL, such as one relative to `import.meta.url`.
 */
export type ProjectPlace = string | URL;

/** Finds the registry of a project. Throws ProjectError where there is none. */
export async function findProject(place: ProjectPlace): Promise<string> {
  const path = place instanceof URL ? fileURLToPath(place) : resolve(place);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return path;
  const registry = found?.isDirectory() ? await findRegistry(path) : undefined;
  if (registry !== undefined) return registry;
  const what = found === undefined ? 'nothing' : 'a folder without one, as are those above it';
  throw new ProjectError(`Expected a ${REGISTRY} at ${path}, found ${what}.`);
}

/** Finds APIs by their names, or takes all. Throws ProjectError for a name that none of them has. */
export function findApis(
  names: readonly string[] | undefined,
  apis: readonly ProjectApi[],
): readonly ProjectApi[] {
  return names === undefined ? apis : names.map((name) => findApi(name, apis));
}

function findApi(name: string, apis: readonly ProjectApi[]): ProjectApi {
  const api = apis.find((candidate) => candidate.name === name);
  if (api !== undefined) return api;
  const known = apis.map((candidate) => candidate.name);
  throw new ProjectError(describeUnknownName('API', name, known));
}

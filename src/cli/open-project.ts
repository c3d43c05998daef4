import { SHIPPED_REGISTRY } from '../apis/root.ts';
import { REGISTRY } from '../project/find-registry.ts';
import type { Project } from '../project/project.ts';
import { readProject } from '../project/read-project.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { UsageError } from './usage-error.ts';

/** Opens the nearest project or, where there is none, says so and opens the one that ships with this package. */
export async function openProject({
  findProject,
  say,
}: Pick<CliEnvironment, 'findProject' | 'say'>): Promise<Project> {
  const nearest = await findProject();
  if (nearest !== undefined) return withApis(nearest);
  say(
    `There is no ${REGISTRY} here or above, so these are the APIs that ship with share-contracts.`,
  );
  // Files are made where the program was called, not inside of a package.
  return { ...(await readProject(SHIPPED_REGISTRY)), root: process.cwd() };
}

/** Opens the nearest project; throws UsageError where there is none. */
export async function requireProject({
  findProject,
}: Pick<CliEnvironment, 'findProject'>): Promise<Project> {
  const nearest = await findProject();
  if (nearest !== undefined) return withApis(nearest);
  throw new UsageError(
    `Expected a ${REGISTRY} here or above, found none. Create one that lists your contracts under "apis".`,
  );
}

function withApis(project: Project): Project {
  if (project.apis.length > 0) return project;
  throw new UsageError(
    `${project.file}: expected an API under "apis", found none. List your contracts there, or name a file.`,
  );
}

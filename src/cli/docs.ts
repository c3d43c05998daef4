import { join } from 'node:path';
import { buildSite } from '../docs/build-site.ts';
import { createSite } from '../docs/create-site.ts';
import { DocsError } from '../docs/docs-error.ts';
import type { Project } from '../project/project.ts';
import { countNoun } from '../text/count-noun.ts';
import { chooseApis } from './choose-apis.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { openProject } from './open-project.ts';
import { readDocsSource } from './read-docs-source.ts';

/** Origin of the mock in samples of a site that no mock serves. */
const MOCK_ORIGIN = 'http://127.0.0.1:4010';

/** `docs`: builds the site of a project, of some of its APIs, or of files. Returns the exit code. */
export async function runDocs(
  { targets }: { targets: readonly string[] },
  environment: CliEnvironment,
): Promise<number> {
  const { say } = environment;
  const opened: Project[] = [];
  const chosen = await chooseApis(targets, async () => {
    const project = await openProject(environment);
    opened.push(project);
    return project;
  });
  const outputFolder = join(chosen.root, 'dist', 'docs');
  const [project] = opened;
  const source = await readDocsSource({
    apis: chosen.apis,
    ...(chosen.isWhole && project !== undefined && { file: project.file, docs: project.docs }),
  });
  try {
    await buildSite(createSite(source, { mockOrigin: MOCK_ORIGIN }), outputFolder);
  } catch (error) {
    if (!(error instanceof DocsError)) throw error;
    say(error.message);
    return 1;
  }
  say(
    `Docs of ${countNoun(source.apis.length, 'API')} written. Open ${join(outputFolder, 'index.html')}`,
  );
  return 0;
}

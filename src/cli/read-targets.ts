import { existsSync } from 'node:fs';
import type { Project, ProjectApi } from '../project/project.ts';
import { describeUnknownName } from '../text/nearest-name.ts';
import { UsageError } from './usage-error.ts';

/** OpenAPI file to serve, and where; in no project, so that it is all that is known of its API. */
export interface Spec {
  readonly name: string;
  /** Base path on the server, without a trailing slash; empty for the root. */
  readonly mount: string;
  readonly file: string;
}

/** What a command line asks for. */
export interface Targets {
  readonly specs: readonly Spec[];
  readonly apis: readonly ProjectApi[];
  /** Project of the APIs; `undefined` where files alone are asked for. */
  readonly project: Project | undefined;
}

/** Name of one URL segment before the path of a file; `./a=b.yaml` is a path. */
const NAMED_FILE = /^([a-z0-9][\w.-]*)=(.+)$/i;
/** Name of an API rather than a path or URL: nothing in it separates folders or begins an extension. */
const API_NAME = /^[a-z\d][\w@-]*$/i;

/**
 * Reads what a command line names: nothing for all APIs of the project, names of its APIs, or files. One plain file is served
 * at `/`, each `name=path` at `/name`.
 *
 * Throws UsageError for an empty text, for a name that comes twice or that no API has, and for several files of which one
 * has no name.
 */
export async function readTargets(
  args: readonly string[],
  openProject: () => Promise<Project>,
): Promise<Targets> {
  if (args.some((arg) => arg.trim() === '')) {
    throw new UsageError(
      'Expected the name of an API or the path of a file, found an empty text, as of an unset variable.',
    );
  }
  const names = args.filter((arg) => API_NAME.test(arg) && !existsSync(arg));
  const specs = args.filter((arg) => !names.includes(arg)).map(readSpec);
  const project = names.length > 0 || args.length === 0 ? await openProject() : undefined;
  const apis =
    args.length === 0 ? (project?.apis ?? []) : names.map((name) => findApi(name, project));
  refuseUnnamed(specs, apis.length);
  refuseTwins([...apis, ...specs]);
  return { specs, apis, project };
}

function findApi(name: string, project: Project | undefined): ProjectApi {
  const { apis = [] } = project ?? {};
  const api = apis.find((candidate) => candidate.name === name);
  if (api !== undefined) return api;
  const known = apis.map((candidate) => candidate.name);
  throw new UsageError(`${describeUnknownName('API', name, known)} There is no such file either.`);
}

function refuseUnnamed(specs: readonly Spec[], apis: number): void {
  const [plain] = specs.filter(({ mount }) => mount === '');
  if (plain === undefined || specs.length + apis === 1) return;
  throw new UsageError(
    `"${plain.file}" has no name. Give each of several files one, as in notes=./notes.yaml, which is served at /notes.`,
  );
}

function refuseTwins(named: readonly { readonly name: string }[]): void {
  const twice = named.find(
    ({ name }, index) => named.findIndex((one) => one.name === name) < index,
  );
  if (twice === undefined) return;
  throw new UsageError(`Two of them are named "${twice.name}". Give each a name of its own.`);
}

function readSpec(arg: string): Spec {
  const [, name, file] = NAMED_FILE.exec(arg) ?? [];
  if (name === undefined || file === undefined) return { name: arg, mount: '', file: arg };
  return { name, mount: `/${name}`, file };
}

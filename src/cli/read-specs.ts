import { UsageError } from './usage-error.ts';

/** OpenAPI file to serve, and where. */
export interface Spec {
  readonly name: string;
  /** Base path on the server, without a trailing slash; empty for the root. */
  readonly mount: string;
  readonly file: string;
}

/** Name of one URL segment before the path of a file; `./a=b.yaml` is a path. */
const NAMED_FILE = /^([a-z0-9][\w.-]*)=(.+)$/i;

/**
 * Reads the files of a command line: one plain path is served at `/`, each `name=path` at `/name`.
 *
 * Throws UsageError for an empty path, for a name that comes twice and for several files of which one has no name.
 */
export function readSpecs(args: readonly string[]): Spec[] {
  if (args.some((arg) => arg.trim() === '')) {
    throw new UsageError(
      'Expected the path of a file, found an empty text, as of an unset variable.',
    );
  }
  const specs = args.map(readSpec);
  const [plain] = specs.filter(({ mount }) => mount === '');
  if (plain !== undefined && specs.length > 1) {
    throw new UsageError(
      `"${plain.file}" has no name. Give each of several files one, as in notes=./notes.yaml, which is served at /notes.`,
    );
  }
  const twice = specs.find(({ name }, index) => specs.findIndex((s) => s.name === name) < index);
  if (twice !== undefined) {
    throw new UsageError(`Two files are named "${twice.name}". Give each a name of its own.`);
  }
  return specs;
}

function readSpec(arg: string): Spec {
  const [, name, file] = NAMED_FILE.exec(arg) ?? [];
  if (name === undefined || file === undefined) return { name: arg, mount: '', file: arg };
  return { name, mount: `/${name}`, file };
}

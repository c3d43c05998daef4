/** Members of a `package.json` that are packed otherwise than they stand in the repository. */
export interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly [member: string]: unknown;
}

/** Folder of what is compiled, an image of the repository. */
export const COMPILED = 'lib';

/** Members that are for those who work on the package. */
const DEVELOPMENT = ['scripts', 'allowScripts'];
/**
 * Packages that only some commands need. They are installed with this one, where npm can, and a command says how to get one that
 * is missing. In the repository npm must not leave out what an older Node would not run, since a newer one comes with it.
 */
const OPTIONAL = ['@hey-api/openapi-ts', '@redocly/cli', 'openapi-typescript', 'typescript'];

/** Makes the manifest of the package from that of the repository: its files are the compiled ones, beside their types. */
export function packManifest(manifest: Manifest): Record<string, unknown> {
  const { bin, exports, devDependencies, ...others } = manifest;
  const optional = OPTIONAL.map((name) => [name, devDependencies[name]]);
  const kept = Object.entries(others).filter(([member]) => !DEVELOPMENT.includes(member));
  return {
    ...Object.fromEntries(kept),
    optionalDependencies: Object.fromEntries(optional),
    bin: mapValues(bin, compiledPath),
    exports: mapValues(exports, toConditions),
  };
}

/** Types come first, since the first condition that holds is taken: https://nodejs.org/api/packages.html#conditional-exports. */
function toConditions(file: string): string | { readonly types: string; readonly default: string } {
  if (!file.endsWith('.ts')) return file;
  const compiled = compiledPath(file);
  return { types: compiled.replace(/\.js$/, '.d.ts'), default: compiled };
}

function compiledPath(file: string): string {
  return file.replace(/^(?:\.\/)?(.*)\.[jt]s$/, `./${COMPILED}/$1.js`);
}

function mapValues<Value, Result>(
  object: Readonly<Record<string, Value>>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

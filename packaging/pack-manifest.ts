/** Members of a `package.json` that are packed otherwise than they stand in the repository. */
export interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string>>;
  readonly [member: string]: unknown;
}

/** Folder of what is compiled, an image of the repository. */
export const COMPILED = 'lib';

/** Members that are for those who work on the package. */
const DEVELOPMENT = ['scripts', 'devDependencies', 'allowScripts'];

/** Makes the manifest of the package from that of the repository: its files are the compiled ones, beside their types. */
export function packManifest({ bin, exports, ...others }: Manifest): Record<string, unknown> {
  const kept = Object.entries(others).filter(([member]) => !DEVELOPMENT.includes(member));
  return {
    ...Object.fromEntries(kept),
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

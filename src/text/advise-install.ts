import packageFile from '#package.json' with { type: 'json' };

/**
 * Versions of the packages that only some commands need, by their names. The package lists them as optional dependencies, and the
 * repository among those of development.
 */
const VERSIONS: Readonly<Record<string, unknown>> = {
  ...Object(Reflect.get(packageFile, 'devDependencies')),
  ...Object(Reflect.get(packageFile, 'optionalDependencies')),
};

/** Says how to install a package that only some commands need; `undefined` for any other one. */
export function adviseInstall(name: string): string | undefined {
  if (!Object.hasOwn(VERSIONS, name)) return undefined;
  return `Install it with "npm install --save-dev ${name}@${VERSIONS[name]}".`;
}

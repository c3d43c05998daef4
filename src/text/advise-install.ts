import packageFile from '#package.json' with { type: 'json' };

const VERSIONS: Readonly<Record<string, string>> = packageFile.dependencies;

/** Says how to install a package that this one depends on, and that somebody left out; `undefined` for any other one. */
export function adviseInstall(name: string): string | undefined {
  if (!Object.hasOwn(VERSIONS, name)) return undefined;
  return `Install it with "npm install --save-dev ${name}@${VERSIONS[name]}".`;
}

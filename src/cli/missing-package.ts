import packageFile from '#package.json' with { type: 'json' };

/** Error of Node for a package that is imported and not there: https://nodejs.org/api/errors.html#err_module_not_found. */
const MISSING = /Cannot find package '((?:@[^/']+\/)?[^/']+)/;

/** Packages that only some commands need, with their versions. */
const OPTIONAL: Readonly<Record<string, string>> = packageFile.optionalDependencies;

/** Says how to get an optional package that a command needs and that is not installed; `undefined` for any other error. */
export function adviseOnMissing(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const [, name = ''] = MISSING.exec(error.message) ?? [];
  if (!Object.hasOwn(OPTIONAL, name)) return undefined;
  return `This command needs ${name}, which is not installed. Install it with "npm install --save-dev ${name}@${OPTIONAL[name]}".`;
}

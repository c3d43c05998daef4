import { adviseInstall } from '../text/advise-install.ts';

/** Error of Node for a package that is imported and not there: https://nodejs.org/api/errors.html#err_module_not_found. */
const MISSING = /Cannot find package '((?:@[^/']+\/)?[^/']+)/;

/** Says how to get a package that a command needs and that is not installed; `undefined` for any other error. */
export function adviseOnMissing(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const [, name = ''] = MISSING.exec(error.message) ?? [];
  const advice = adviseInstall(name);
  return advice && `This command needs ${name}, which is not installed. ${advice}`;
}

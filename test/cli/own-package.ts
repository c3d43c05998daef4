import type { OwnPackage } from '../../src/cli/cli-environment.ts';
import { formatProblem } from '../../src/mock/prism/problem-json.ts';

/** Package of one API in a folder, whose contract is `openapi/notes.yaml`. */
export function ownPackageIn(root: string): OwnPackage {
  const contract = { name: 'notes', contract: 'openapi/notes.yaml' };
  const loadProvider = async () => ({ formatError: formatProblem });
  return { root, apis: [{ ...contract, loadProvider }], contracts: [contract] };
}

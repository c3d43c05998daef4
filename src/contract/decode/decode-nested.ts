import type { Serialization } from '../model/contract.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { type Branch, findBranch, hasBranches, readBranches } from './bracket-names.ts';
import { decodeBranch } from './decode-branch.ts';

/** Query or form. */
export interface QuerySource {
  readonly query: URLSearchParams;
  /** Its names in brackets, where they are read once for several parameters. */
  readonly branches?: Branch;
}

/**
 * Decodes what a query or form has below the name of a list or object in brackets, whatever its
 * style: `name[a][b]=1`, `name[]=1`, `name[0]=1`. `undefined` if there is nothing. `steps` are those
 * of its description.
 */
export function decodeNested(
  { name, schema }: Serialization,
  steps: readonly string[],
  { query, branches = readBranches(query) }: QuerySource,
  resolve: ResolveSchema,
): unknown {
  const branch = findBranch(branches, steps);
  if (branch === undefined || !hasBranches(branch)) return undefined;
  if (name.endsWith('[]')) {
    return query.has(name) ? undefined : decodeBranch(branch, schema.schema, resolve);
  }
  const texts = name.includes('[') ? branch.texts : query.getAll(name);
  return decodeBranch({ ...branch, texts }, schema.schema, resolve);
}

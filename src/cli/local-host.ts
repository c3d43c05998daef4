import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { loadContract } from '../contract/load/load-contract.ts';
import { isUrl } from '../contract/model/place.ts';
import type { LocalHost } from '../mcp/agent-host.ts';
import { ToolError } from '../mcp/tool-error.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { diffVersions } from './diff.ts';
import { UsageError } from './usage-error.ts';

/**
 * Makes what reaches files for an agent: those below `root` alone, since whoever makes an agent name a file, by a page that it reads,
 * would see parts of others in what is wrong with them.
 */
export function createLocalHost(
  root: string,
  environment: Pick<CliEnvironment, 'say' | 'findProject'>,
): LocalHost {
  return {
    loadFile: (path) => loadContract(findInside(root, 'file', path), { onFlaws: () => {} }),
    diff: async ({ base, revision, apis, signal }) => {
      const isFile = isUrl(base) || existsSync(base);
      const versions = {
        base: isFile ? findInside(root, 'base', base) : base,
        revision: revision === undefined ? undefined : findInside(root, 'file', revision),
        api: apis,
      };
      try {
        return await diffVersions(versions, environment, signal);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        throw new ToolError(error.message, { cause: error });
      }
    },
  };
}

/** Real path of a file below a folder; throws ToolError for any other. */
function findInside(root: string, parameter: string, path: string): string {
  const file = resolve(path);
  if (isUrl(path)) throw new ToolError(`${parameter}: expected a file, found the URL ${path}.`);
  if (!existsSync(file)) throw new ToolError(`${parameter}: expected a file, found no ${file}.`);
  const way = relative(realpathSync(root), realpathSync(file));
  if (way !== '..' && !way.startsWith(`..${sep}`)) return file;
  throw new ToolError(
    `${parameter}: expected a file below ${root}, found ${file}. Start "share-contracts mcp" in a folder above it.`,
  );
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import type { OutputFormat } from '@redocly/openapi-core';
import { isUrl } from '../contract/model/place.ts';
import type { ContractRoot } from '../lint/contract-root.ts';
import { formatReport } from '../lint/format-report.ts';
import { lintContracts } from '../lint/lint-contracts.ts';
import { findRegistry, REGISTRY } from '../project/find-registry.ts';
import { countNoun } from '../text/count-noun.ts';
import { describeUnknownName } from '../text/nearest-name.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { UsageError } from './usage-error.ts';

export interface LintCommandOptions {
  /** Names of APIs, or files; none for all that the nearest registry lists. */
  readonly targets: readonly string[];
  readonly format?: OutputFormat;
  readonly json?: boolean;
  readonly errorOnWarnings?: boolean;
  readonly allowRemote?: boolean;
}

/** A file may have a name before it, as for other commands, which says nothing here. */
const NAME_BEFORE_FILE = /^[a-z0-9][\w.-]*=/i;
/** Name of an API rather than a path or URL. */
const API_NAME = /^[\w@-]+$/;

/** `lint`: checks contracts by the rules of the project. Returns 1 where there is an error, or a warning if that counts. */
export async function runLint(
  { targets, json = false, errorOnWarnings = false, allowRemote, ...options }: LintCommandOptions,
  { stdout, say }: Pick<CliEnvironment, 'stdout' | 'say'>,
): Promise<number> {
  const registry = await findRegistry(process.cwd());
  if (registry === undefined && targets.length === 0) {
    throw new UsageError(
      `Expected a ${REGISTRY} here or above, found none. Create one that lists your contracts under "apis", or name a file.`,
    );
  }
  const choose =
    targets.length === 0
      ? undefined
      : (listed: readonly ContractRoot[]) => chooseRoots(targets, listed);
  const { problems, count } = await lintContracts({ registry, choose, allowRemote });
  if (count === 0 && problems.length === 0) {
    throw new UsageError(
      `${registry}: expected an API under "apis", found none. List your contracts there, or name a file.`,
    );
  }
  const format = options.format ?? (json ? 'json' : 'codeframe');
  const isColoured = styleText('red', 'x', { stream: stdout }) !== 'x';
  stdout.write(formatReport(problems, format, isColoured));
  const counted = problems.filter(({ ignored }) => ignored !== true);
  const errors = counted.filter(({ severity }) => severity === 'error').length;
  say(summarize(count, errors, counted.length - errors));
  return errors > 0 || (errorOnWarnings && counted.length > 0) ? 1 : 0;
}

/** Chooses what a command line names: APIs of the registry, workflows included, or files. */
function chooseRoots(targets: readonly string[], listed: readonly ContractRoot[]): ContractRoot[] {
  return targets.map((target) => {
    if (target.trim() === '') {
      throw new UsageError(
        'Expected the name of an API or the path of a file, found an empty text, as of an unset variable.',
      );
    }
    if (existsSync(target)) return chooseFile(target, listed);
    const root = listed.find(({ name }) => name === target);
    if (root !== undefined) return root;
    if (!API_NAME.test(target)) return chooseFile(target.replace(NAME_BEFORE_FILE, ''), listed);
    const known = listed.flatMap(({ name = [] }) => name);
    const problem = describeUnknownName('API', target, known);
    throw new UsageError(`${problem} There is no such file either.`);
  });
}

/** A file that the registry lists is linted by its rules for it. */
function chooseFile(path: string, listed: readonly ContractRoot[]): ContractRoot {
  const file = isUrl(path) ? path : resolve(path);
  return listed.find((root) => root.file === file) ?? { file };
}

function summarize(count: number, errors: number, warnings: number): string {
  const checked = `Checked ${countNoun(count, 'document')}.`;
  if (errors + warnings === 0) return `${checked} No problems found.`;
  const found = [
    ...(errors === 0 ? [] : [countNoun(errors, 'error')]),
    ...(warnings === 0 ? [] : [countNoun(warnings, 'warning')]),
  ];
  return `${checked} Found ${found.join(' and ')}.`;
}

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  BaseResolver,
  type Config,
  formatProblems,
  getTotals,
  lint,
  lintConfig,
  loadConfig,
  type NormalizedProblem,
} from '@redocly/openapi-core';
import { parseSource } from '../src/contract/load/parse-source.ts';
import { ContractError } from '../src/contract/model/contract-error.ts';
import { isJsonObject } from '../src/contract/model/json-cursor.ts';
import { countNoun } from '../src/text/count-noun.ts';

/** Members that make a file an entry: https://spec.openapis.org/oas/v3.1.1#openapi-object and of Arazzo the same. */
const ENTRY_MEMBERS = ['openapi', 'swagger', 'arazzo'];

/** What was found in the contracts of a folder. */
export interface ContractReport {
  /** What keeps the contracts from being linted, or is no matter of Redocly, one text each. */
  readonly lines: readonly string[];
  readonly problems: readonly NormalizedProblem[];
  /** Number of contracts and workflows that were linted. */
  readonly count: number;
}

/**
 * Lints all contracts of a folder with `openapi/` and `redocly.yaml`.
 *
 * Files that cannot be parsed are all that is reported as long as there are any: each would break whatever refers to it.
 */
export async function lintContracts(folder: string): Promise<ContractReport> {
  const files = [
    'redocly.yaml',
    ...globSync('openapi/**/*.{yaml,yml,json}', { cwd: folder }).sort(),
  ];
  const parsed = files.map((file) => parseFile(join(folder, file)));
  const broken = parsed.flatMap(({ error }) => error ?? []);
  if (broken.length > 0) return { lines: broken, problems: [], count: 0 };
  const config = await loadConfig({ configPath: join(folder, 'redocly.yaml') });
  const roots = listRoots(config, folder);
  const found = roots.filter(({ file }) => existsSync(file));
  const lines = [
    ...parsed
      .filter(({ file, isEntry }) => isEntry && roots.every((root) => root.file !== file))
      .map(({ file }) => describeUnlisted(relative(folder, file))),
    ...roots.filter((root) => !found.includes(root)).map(describeMissing),
  ];
  return { lines, problems: await lintRoots(config, found), count: found.length };
}

/** Entry of `apis` in the configuration. */
interface Root {
  readonly name: string;
  readonly root: string;
  /** Absolute path of `root`. */
  readonly file: string;
}

function listRoots({ resolvedConfig: { apis = {} } }: Config, folder: string): Root[] {
  return Object.entries(apis).map(([name, { root }]) => ({
    name,
    root,
    file: resolve(folder, root),
  }));
}

async function lintRoots(config: Config, roots: readonly Root[]): Promise<NormalizedProblem[]> {
  const externalRefResolver = new BaseResolver(config.resolve);
  const problems = await lintConfig({ config });
  for (const { name, file: ref } of roots) {
    problems.push(...(await lint({ ref, config: config.forAlias(name), externalRefResolver })));
  }
  return problems;
}

interface ParsedFile {
  readonly file: string;
  readonly isEntry: boolean;
  readonly error?: string;
}

function parseFile(file: string): ParsedFile {
  try {
    const { value } = parseSource(file, readFileSync(file, 'utf8'));
    const isEntry = isJsonObject(value) && ENTRY_MEMBERS.some((member) => member in value);
    return { file, isEntry };
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    return { file, isEntry: false, error: error.message };
  }
}

function describeUnlisted(file: string): string {
  const name = file.split('/').at(-2);
  return `${file}: expected every contract among "apis" of redocly.yaml, found this one in none of them. Add it, as in "${name}: { root: ${file} }".`;
}

function describeMissing({ name, root }: Root): string {
  return `redocly.yaml: expected a file as root of "${name}", found none at ${root}. Correct the path, or remove the entry.`;
}

/** Prints a report: problems on stdout, the rest on stderr. Returns the exit code. */
export function printReport({ lines, problems, count }: ContractReport): number {
  const totals = getTotals([...problems]);
  const maxProblems = Number.POSITIVE_INFINITY;
  formatProblems([...problems], { format: 'codeframe', maxProblems, totals });
  for (const line of lines) console.error(line);
  const total = totals.errors + totals.warnings + lines.length;
  console.error(
    total === 0
      ? `Checked ${count} contracts and workflows. No problems found.`
      : `Found ${countNoun(total, 'problem')} in the contracts.`,
  );
  return total === 0 ? 0 : 1;
}

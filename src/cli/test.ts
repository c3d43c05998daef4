import type { Exclusion } from '../contract-tests/contract-test.ts';
import { listApiTests } from '../contract-tests/list-contract-tests.ts';
import {
  type ApiOutcome,
  type Failure,
  runContractTests,
} from '../contract-tests/run-contract-tests.ts';
import { countNoun } from '../text/count-noun.ts';
import { formatTable } from '../text/format-table.ts';
import { chooseApis } from './choose-apis.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { requireProject } from './open-project.ts';

export interface TestCommandOptions {
  /** Names of APIs, or files; none for all APIs of the project. */
  readonly targets: readonly string[];
  readonly json?: boolean;
  readonly allowRemote?: boolean;
}

const HEAD = ['API', 'tests', 'passed', 'failed', 'left out'];

/** `test`: runs the contract tests of APIs against their mock, in this process. Returns 1 where one fails. */
export async function runTest(
  { targets, json = false, allowRemote = false }: TestCommandOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { stdout, say } = environment;
  const { apis } = await chooseApis(targets, () => requireProject(environment));
  const outcomes: ApiOutcome[] = [];
  // One after the other, so that at most one contract of megabytes is tested at a time.
  for (const api of apis)
    outcomes.push(await runContractTests(await listApiTests(api, allowRemote)));
  stdout.write(json ? `${JSON.stringify(outcomes, null, 2)}\n` : formatOutcomes(outcomes));
  if (!json) for (const outcome of outcomes) sayExclusions(outcome, say);
  const failed = outcomes.flatMap(({ failures }) => failures).length;
  const tests = outcomes.reduce((sum, outcome) => sum + outcome.tests, 0);
  say(`${countNoun(tests, 'test')}, ${failed} failed.`);
  return failed > 0 ? 1 : 0;
}

function formatOutcomes(outcomes: readonly ApiOutcome[]): string {
  const blocks = outcomes.flatMap(({ api, failures }) =>
    failures.map((failure) => formatFailure(api, failure)),
  );
  const table = formatTable(HEAD, outcomes.map(toRow), (column) => column === 0);
  return [...blocks, `${table}\n`].join('\n');
}

function formatFailure(api: string, { name, message }: Failure): string {
  return `FAILED ${api} › ${name}\n${message.replaceAll(/^/gm, '  ')}\n`;
}

function toRow({ api, tests, failures, exclusions }: ApiOutcome): string[] {
  const { length: failed } = failures;
  return [api, tests, tests - failed, failed, exclusions.length].map(String);
}

/** Says what no test could be made for, by reason. */
function sayExclusions({ api, exclusions }: ApiOutcome, say: CliEnvironment['say']): void {
  for (const [reason, all] of Map.groupBy(exclusions, (exclusion) => exclusion.reason)) {
    say(`${api}, left out: ${listNames(all)}: ${reason}`);
  }
}

/** Names that a line lists; it only counts the others. */
const MAX_NAMES = 5;

function listNames(exclusions: readonly Exclusion[]): string {
  const names = exclusions.map(({ what }) => what);
  const rest = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  return names.slice(0, MAX_NAMES).join(', ') + rest;
}

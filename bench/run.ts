import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { describeEnvironment } from './environment.ts';
import { type Group, loadGroups } from './groups.ts';
import { formatReport } from './report.ts';
import type { GroupResult, Results } from './results.ts';
import { runGroup } from './run-group.ts';
import { runProgram } from './run-program.ts';
import { judge } from './targets.ts';

interface Options {
  readonly only?: string;
  readonly seconds: number;
  readonly memorySeconds?: number;
  readonly json?: boolean;
  readonly check?: boolean;
}

const RESULTS = new URL('./results.json', import.meta.url);

const program = new Command('bench')
  .description('Compares the mock server with others and with the limit that node:http sets.')
  .option('--only <case>', 'run one case')
  .option('--seconds <number>', 'load per server, case and round', readSeconds, 1)
  .option(
    '--memory-seconds <number>',
    'load before the memory is read (default: 60, with --only 0)',
    readSeconds,
  )
  .option('--json', 'print the results as JSON')
  .option('--check', 'exit with 1 when a target is not reached')
  .action(async (options: Options) => {
    process.exitCode = await run(options);
  });

await runProgram(program);

async function run(options: Options): Promise<number> {
  const groups = selectCases(await loadGroups(), options.only);
  const results = await measure(groups, options);
  const json = `${JSON.stringify(results, null, 2)}\n`;
  await writeFile(RESULTS, json);
  process.stdout.write(options.json ? json : `${formatReport(results)}\n`);
  const isReached = results.targets.every(({ kind }) => kind === 'reached');
  return options.check && !isReached ? 1 : 0;
}

async function measure(groups: readonly Group[], options: Options): Promise<Results> {
  const settings = {
    seconds: options.seconds,
    memorySeconds: options.memorySeconds ?? (options.only === undefined ? 60 : 0),
    onProgress: (message: string) => console.error(message),
  };
  const measured: GroupResult[] = [];
  for (const group of groups) measured.push(await runGroup(group, settings));
  return {
    environment: describeEnvironment(settings),
    groups: measured,
    // The memory target does not apply to the load of a single case.
    targets: judge(measured, options.only === undefined ? settings.memorySeconds : 0),
  };
}

/** Keeps the groups that have the case, with only that case. */
function selectCases(groups: readonly Group[], only: string | undefined): readonly Group[] {
  if (only === undefined) return groups;
  const selected = groups
    .map((group) => ({ ...group, cases: group.cases.filter(({ id }) => id === only) }))
    .filter(({ cases }) => cases.length > 0);
  if (selected.length > 0) return selected;
  const known = groups.flatMap(({ cases }) => cases.map(({ id }) => id));
  return program.error(`Unknown case "${only}". Known: ${known.join(', ')}.`);
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && seconds <= 600) return seconds;
  throw new InvalidArgumentError('Expected a number of seconds, at most 600.');
}

import { Command, InvalidArgumentError } from 'commander';
import { DEFECT_NAMES } from '../test/verify/servers/defects.ts';
import { runProgram } from './run-program.ts';
import type { Contestant } from './verify/contestant.ts';
import { judgeServers } from './verify/judge-servers.ts';
import { reportServers } from './verify/report-servers.ts';
import { SCHEMATHESIS } from './verify/schemathesis.ts';
import { score } from './verify/score.ts';
import { SHARE_CONTRACTS } from './verify/share-contracts.ts';

interface Options {
  readonly only: string;
  readonly by?: string;
  readonly seed: number;
  readonly check?: boolean;
  readonly json?: boolean;
}

/** Ours comes last: a ratio is that of the last to the first. */
const CONTESTANTS: readonly Contestant[] = [SCHEMATHESIS, SHARE_CONTRACTS];
/** Requests a second, compared with Schemathesis. */
const GOAL_RATIO = 10;

const program = new Command('bench:verify')
  .description('Compares verify with Schemathesis on a right server and on wrong ones.')
  .option('--only <defect>', 'judge the right server and those with this in their defect alone', '')
  .option('--by <contestant>', 'let this contestant judge alone')
  .option('--seed <number>', 'seed of all contestants', readSeed, 1)
  .option('--check', 'exit with 1 when a goal is missed')
  .option('--json', 'print the results as JSON')
  .action(async (options: Options) => {
    process.exitCode = await run(options);
  });

await runProgram(program);

async function run(options: Options): Promise<number> {
  const defects = DEFECT_NAMES.filter((name) => name.includes(options.only));
  const chosen = CONTESTANTS.filter(({ name }) => name === (options.by ?? name));
  if (defects.length === 0) return program.error(`Known defects:\n${DEFECT_NAMES.join('\n')}`);
  if (chosen.length === 0) {
    return program.error(`Known contestants: ${CONTESTANTS.map(({ name }) => name).join(', ')}.`);
  }
  const unprepared = new Map<string, string>();
  for (const { name, prepare } of chosen) {
    const reason = await prepare();
    if (reason !== undefined) unprepared.set(name, reason);
  }
  const contestants = chosen.filter(({ name }) => !unprepared.has(name));
  const servers = await judgeServers([undefined, ...defects], contestants, options);
  const names = contestants.map(({ name }) => name);
  console.log(
    options.json ? JSON.stringify(servers, null, 2) : reportServers(servers, names, unprepared),
  );
  const isGood = unprepared.size === 0 && reachesGoals(names.map((name) => score(name, servers)));
  return options.check === true && !isGood ? 1 : 0;
}

/** Whether ours caught all, without a false alarm, and asks ten times as much a second. */
function reachesGoals(scores: readonly ReturnType<typeof score>[]): boolean {
  const speed = (one: (typeof scores)[number]) => one.requests / one.seconds;
  const ours = scores.find(({ name }) => name === SHARE_CONTRACTS.name);
  const theirs = scores.find(({ name }) => name === SCHEMATHESIS.name);
  if (ours === undefined) return true;
  const isFast = theirs === undefined || speed(ours) >= GOAL_RATIO * speed(theirs);
  return ours.caught === ours.defects && ours.falseAlarms.length === 0 && isFast;
}

function readSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a number >= 0.');
}

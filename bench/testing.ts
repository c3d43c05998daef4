import { Command, InvalidArgumentError } from 'commander';
import { formatTable } from '../src/text/format-table.ts';
import { runProgram } from './run-program.ts';
import { type Comparison, compare, type Round } from './testing/compare.ts';
import { CONTESTANTS, type ContestantName } from './testing/contestants.ts';
import { loadInProcessCases } from './testing/load-cases.ts';
import type { InProcessCase } from './testing/slice.ts';
import { type StartedContestant, startContestant } from './testing/start-contestant.ts';

interface Options {
  readonly only: string;
  readonly rounds: number;
  readonly check?: boolean;
  readonly json?: boolean;
}

/** Most microseconds of an answer over state, beyond `Request` and `Response`. */
const GOAL_MICROSECONDS = 25;
/** How many times as much MSW takes. */
const GOAL_RATIO = 5;
/** Slices before the first round: code is compiled anew for two seconds or so. */
const WARM_UP_SLICES = 20;

const program = new Command('bench:testing')
  .description('Compares answers without a port: our mock, and the handlers of MSW.')
  .option('--only <case>', 'measure the cases with this in their id alone', '')
  .option('--rounds <number>', 'rounds over all contestants', readCount, 9)
  .option('--check', 'exit with 1 when a goal is missed')
  .option('--json', 'print the results as JSON')
  .action(async (options: Options) => {
    process.exitCode = await run(options);
  });

await runProgram(program);

async function run(options: Options): Promise<number> {
  const all = await loadInProcessCases();
  const cases = all.filter(({ id }) => id.includes(options.only));
  if (cases.length === 0) throw new Error(`Known cases: ${all.map(({ id }) => id).join(', ')}.`);
  const contestants: StartedContestant[] = [];
  try {
    for (const name of listNames()) contestants.push(await startContestant(name));
    const results: [InProcessCase, Comparison][] = [];
    for (const measured of cases) {
      console.error(`measure ${measured.title}`);
      results.push([measured, compare(await runRounds(contestants, measured, options))]);
    }
    console.log(options.json ? formatJson(results) : report(results.map(toRow)));
    const comparisons = results.map(([, comparison]) => comparison);
    if (!options.json) console.log(judge(comparisons));
    return options.check === true && !comparisons.every(isGood) ? 1 : 0;
  } finally {
    for (const contestant of contestants) contestant.stop();
  }
}

function listNames(): ContestantName[] {
  return Object.keys(CONTESTANTS).filter((name): name is ContestantName => name in CONTESTANTS);
}

/** Lets the contestants answer in turn, so that a disturbance of the machine affects all of them. */
async function runRounds(
  contestants: readonly StartedContestant[],
  measured: InProcessCase,
  { rounds }: Options,
): Promise<Round[]> {
  for (const { measure } of contestants) {
    for (let slice = 0; slice < WARM_UP_SLICES; slice += 1) await measure({ measured });
  }
  const found: Round[] = [];
  while (found.length < rounds) {
    const times = { floor: 0, state: 0, example: 0, 'msw-handlers': 0, 'msw-server': 0 };
    for (const { name, measure } of contestants) {
      times[name] = (await measure({ measured })).microseconds;
    }
    found.push(times);
  }
  return found;
}

function toRow([{ title }, found]: [InProcessCase, Comparison]): string[] {
  const { handlers, server } = found;
  return [
    title,
    ...[found.floor, found.state, found.example, found.mswHandlers, found.mswServer].map(digits),
    ...[found.stateBeyond, found.exampleBeyond].map(digits),
    ...[handlers.whole, handlers.beyond, server.whole, server.beyond].map(
      (ratio) => `${ratio.toFixed(1)}x`,
    ),
  ];
}

function report(rows: readonly string[][]): string {
  const times = formatTable(
    ['µs per answer', 'floor', 'state', 'example', 'MSW handlers', 'MSW server'],
    rows.map((row) => row.slice(0, 6)),
    (column) => column === 0,
  );
  const ratios = formatTable(
    [
      'beyond the floor, and MSW to state',
      ...['state', 'example', 'handlers', 'beyond', 'server', 'beyond'],
    ],
    rows.map(([title = '', ...row]) => [title, ...row.slice(5)]),
    (column) => column === 0,
  );
  return `${times}\n\n${ratios}\n`;
}

function isGood(comparison: Comparison): boolean {
  return comparison.stateBeyond <= GOAL_MICROSECONDS && comparison.server.whole >= GOAL_RATIO;
}

function judge(comparisons: readonly Comparison[]): string {
  const most = Math.max(...comparisons.map(({ stateBeyond }) => stateBeyond));
  const least = (read: (found: Comparison) => number) => Math.min(...comparisons.map(read));
  const lines = [
    `Beyond Request and Response, an answer over state takes at most ${digits(most)} µs; goal: ${GOAL_MICROSECONDS}.`,
    `A server of MSW takes at least ${least(({ server }) => server.whole).toFixed(1)} times as much, and ${least(({ server }) => server.beyond).toFixed(1)} times beyond them; goal: ${GOAL_RATIO}.`,
    `Its handlers alone take at least ${least(({ handlers }) => handlers.whole).toFixed(1)} times as much, and ${least(({ handlers }) => handlers.beyond).toFixed(1)} times beyond them.`,
  ];
  return lines.join('\n');
}

function formatJson(results: readonly [InProcessCase, Comparison][]): string {
  return JSON.stringify(
    results.map(([{ id }, comparison]) => ({ id, ...comparison })),
    null,
    2,
  );
}

function digits(microseconds: number): string {
  return microseconds.toFixed(1);
}

function readCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0) return count;
  throw new InvalidArgumentError('Expected a number >= 1.');
}

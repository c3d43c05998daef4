import { Command, InvalidArgumentError } from 'commander';
import { formatTable } from '../src/text/format-table.ts';
import { loadOwnCases } from './cases.ts';
import { CONNECTIONS } from './load.ts';
import { startContestants } from './replicas/contestants.ts';
import { measurePairs } from './replicas/measure-pairs.ts';
import { measureReplay } from './replicas/measure-replay.ts';
import { reportPairs, reportSizing } from './replicas/report.ts';
import { runProgram } from './run-program.ts';

interface Options {
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
  readonly rows: number;
}

const program = new Command('bench:replicas')
  .description('Compares replicas over a store with one process over its memory.')
  .option('--seconds <number>', 'load per case, server and round', readNumber, 1)
  .option('--rounds <number>', 'times that each is measured', readNumber, 9)
  .option('--connections <number>', 'keep-alive connections', readNumber, CONNECTIONS)
  .option('--rows <number>', 'rows of the sandbox that is replayed', readNumber, 100_000)
  .action(run);

await runProgram(program);

async function run({ seconds, rounds, connections, rows }: Options): Promise<void> {
  const cases = (await loadOwnCases()).filter(({ kind }) => kind === 'list' || kind === 'create');
  const { contestants, valkeyUrl, stop } = await startContestants();
  try {
    const pairs = await measurePairs(contestants, cases, { seconds, rounds, connections });
    console.log(reportPairs(contestants, pairs));
    const replay = await measureReplay(valkeyUrl, cases, rows);
    console.log(
      formatTable(
        [`replay of ${rows} rows`, 'first answer'],
        replay.map(({ from, milliseconds }) => [from, `${milliseconds.toFixed(0)} ms`]),
      ),
    );
    console.log(reportSizing(pairs));
  } finally {
    await stop();
  }
}

function readNumber(text: string): number {
  const number = Number(text);
  if (/^\d*\.?\d+$/.test(text) && number > 0) return number;
  throw new InvalidArgumentError('Expected a number > 0.');
}

import autocannon from 'autocannon';
import { Command, InvalidArgumentError } from 'commander';
import { formatTable } from '../src/text/format-table.ts';
import { type Case, loadOwnCases } from './cases.ts';
import { load } from './load.ts';
import { median, percentile } from './median.ts';
import { start, stop } from './ready.ts';
import { overState } from './replicas/over-state.ts';
import { runProgram } from './run-program.ts';
import { send } from './send.ts';
import { ownApisServer } from './servers/share-contracts.ts';

interface Options {
  readonly seconds: number;
  readonly shares: number;
  readonly check?: boolean;
}

type BaseUrls = ReadonlyMap<string, string>;

/** Longest time of a page of a large list, in milliseconds. */
const PAGE_GOAL_MS = 5;
/** Many short pairs, because other processes on the machine come and go. */
const PAIRS = 12;
/** Number of pairs after which the state is reset. */
const PAIRS_PER_RESET = 4;
const PAGES = 200;

const program = new Command('bench:state')
  .description('Compares stateful responses with those from examples, and pages a large list.')
  .option('--seconds <number>', 'load per case, way and pair', readSeconds, 0.25)
  .option('--shares <number>', 'rows of the large list', readCount, 100_000)
  .option('--check', 'exit with 1 when a page takes too long')
  .action(async (options: Options) => {
    process.exitCode = await run(options);
  });

await runProgram(program);

async function run({ seconds, shares, check = false }: Options): Promise<number> {
  const cases = (await loadOwnCases()).filter(({ kind }) => kind === 'list' || kind === 'create');
  const started = await start(ownApisServer, [], cases);
  if (started.kind === 'failed') throw new Error(started.reason);
  const { baseUrls } = started.launched;
  try {
    const ratios = await compareAll(cases, baseUrls, seconds);
    const pages = await measurePages(cases, baseUrls, shares);
    console.log(formatTable(['case', 'by example', 'over state', 'ratio'], ratios));
    console.log(
      formatTable(
        [`page of ${shares} shares`, 'median', 'p99'],
        pages.map(({ row }) => row),
      ),
    );
    const isGood = pages.every(({ median: middle }) => middle <= PAGE_GOAL_MS);
    console.log(`Page at most ${PAGE_GOAL_MS} ms: ${isGood ? 'reached' : 'not reached'}.`);
    return check && !isGood ? 1 : 0;
  } finally {
    await stop(started.launched);
  }
}

async function compareAll(cases: readonly Case[], baseUrls: BaseUrls, seconds: number) {
  const rows = [];
  for (const one of cases) {
    console.error(`measure ${one.title}`);
    const baseUrl = baseUrlOf(one, baseUrls);
    const measure = async (request: Case) =>
      (await load(baseUrl, [request], seconds)).requestsPerSecond;
    // Warms up all code, and the code after a reset.
    for (let turn = 0; turn < PAIRS_PER_RESET; turn += 1) {
      await measure(one);
      await measure(overState(one));
      await reset(baseUrl);
    }
    const pairs: { example: number; state: number }[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      if (pair % PAIRS_PER_RESET === 0) await reset(baseUrl);
      if (pair % 2 === 0) {
        const example = await measure(one);
        pairs.push({ example, state: await measure(overState(one)) });
      } else {
        const state = await measure(overState(one));
        pairs.push({ example: await measure(one), state });
      }
    }
    const ratio = median(pairs.map(({ example, state }) => state / example));
    const [example, state] = [pairs.map((p) => p.example), pairs.map((p) => p.state)].map(median);
    const row = [
      one.title,
      `${example?.toFixed(0)}`,
      `${state?.toFixed(0)}`,
      `${ratio.toFixed(2)}x`,
    ];
    rows.push(row);
  }
  return rows;
}

async function measurePages(cases: readonly Case[], baseUrls: BaseUrls, shares: number) {
  const results = [];
  for (const api of ['crego', 'cloudreve']) {
    const [list, create] = ['list', 'create'].map((kind) =>
      cases.find((one) => one.api === api && one.kind === kind),
    );
    if (list === undefined || create === undefined) throw new Error(`${api} has no cases.`);
    console.error(`fill ${api} with ${shares} shares`);
    const baseUrl = baseUrlOf(list, baseUrls);
    await fill(baseUrl, overState(create), shares);
    const times = await timePages(baseUrl, overState(list));
    await reset(baseUrl);
    const middle = median(times);
    const row = [list.title, `${middle.toFixed(2)} ms`, `${percentile(times, 0.99).toFixed(2)} ms`];
    results.push({ median: middle, row });
  }
  return results;
}

async function fill(baseUrl: string, create: Case, amount: number): Promise<void> {
  const { pathname, search } = new URL(baseUrl + create.target);
  const { method, headers, body } = create;
  const request = { method, path: pathname + search, headers, ...(body !== undefined && { body }) };
  const result = await autocannon({ url: baseUrl, connections: 16, amount, requests: [request] });
  if (result.non2xx > 0) throw new Error(`${result.non2xx} of ${amount} shares were refused.`);
}

/** Times single requests in milliseconds. */
async function timePages(baseUrl: string, list: Case): Promise<number[]> {
  const times: number[] = [];
  for (let page = 0; page < PAGES; page += 1) {
    const startedAt = performance.now();
    const { status } = await send(baseUrl, list);
    times.push(performance.now() - startedAt);
    if (status !== list.status) throw new Error(`A page was answered with ${status}.`);
  }
  return times;
}

async function reset(baseUrl: string): Promise<void> {
  const origin = new URL(baseUrl).origin;
  const target = '/_mock/sandboxes/default/reset';
  await send(origin, { method: 'POST', target, headers: {} });
}

function baseUrlOf({ api }: Case, baseUrls: BaseUrls): string {
  const baseUrl = baseUrls.get(api);
  if (baseUrl === undefined) throw new Error(`The server does not serve ${api}.`);
  return baseUrl;
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (/^\d*\.?\d+$/.test(text) && seconds > 0) return seconds;
  throw new InvalidArgumentError('Expected a number > 0.');
}

function readCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0) return count;
  throw new InvalidArgumentError('Expected a number >= 1.');
}

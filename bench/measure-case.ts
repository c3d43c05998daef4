import type { Case } from './cases.ts';
import { ask, type Contestant } from './contestant.ts';
import { describeDifference } from './equal-bodies.ts';
import { LoadError, load, type Slice } from './load.ts';
import { median } from './median.ts';
import type { CaseResult, Measured, Outcome } from './results.ts';
import type { Answer } from './send.ts';

/** Rounds over all servers, so that a disturbance of the machine affects all of them. */
export const ROUNDS = 9;
const WARM_UP_SECONDS = 1;

type Unmeasured = Exclude<Outcome, Measured>;

/** Server in one case: its measurements so far, or why it is left out. */
interface Runner {
  readonly contestant: Contestant;
  readonly slices: Slice[];
  problem: Unmeasured | undefined;
}

/** Measures the servers that respond as expected before and after the load. Ours comes first. */
export async function measureCase(
  contestants: readonly Contestant[],
  measured: Case,
  expected: Answer | undefined,
  seconds: number,
): Promise<CaseResult> {
  const runners = await Promise.all(
    contestants.map(async (contestant): Promise<Runner> => {
      const problem = await findProblem(contestant, measured, expected);
      return { contestant, slices: [], problem };
    }),
  );
  await runRounds(runners, measured, seconds);
  for (const runner of runners) {
    runner.problem ??= await findProblem(runner.contestant, measured, expected);
  }
  const { id, title, kind, headers } = measured;
  const hasJsonBody = headers['content-type'] === 'application/json';
  return { id, title, kind, hasJsonBody, servers: summarize(runners) };
}

async function findProblem(
  contestant: Contestant,
  measured: Case,
  expected: Answer | undefined,
): Promise<Unmeasured | undefined> {
  if (contestant.start.kind === 'failed') {
    return { kind: 'not-served', reason: contestant.start.reason };
  }
  const answer = await ask(contestant, measured);
  if (answer === undefined) return { kind: 'not-served', reason: 'gives no answer' };
  if (expected === undefined) return { kind: 'not-served', reason: `answers ${answer.status}` };
  const reason = describeDifference(answer, expected);
  return reason === undefined ? undefined : { kind: 'other-answer', reason };
}

async function runRounds(runners: Runner[], measured: Case, seconds: number): Promise<void> {
  for (const runner of runners) await runSlice(runner, measured, WARM_UP_SECONDS);
  for (const runner of runners) runner.slices.length = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const runner of runners) await runSlice(runner, measured, seconds);
  }
}

async function runSlice(runner: Runner, measured: Case, seconds: number): Promise<void> {
  const baseUrl = runner.contestant.launched?.baseUrls.get(measured.api);
  if (runner.problem !== undefined || baseUrl === undefined) return;
  try {
    runner.slices.push(await load(baseUrl, [measured], seconds));
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    runner.problem = { kind: 'not-served', reason: error.message };
  }
}

function summarize(runners: readonly Runner[]): CaseResult['servers'] {
  const ours = runners[0]?.problem === undefined ? runners[0]?.slices : undefined;
  return runners.map(({ contestant: { name }, problem, slices }) => ({
    name,
    ...(problem ?? summarizeSlices(slices, ours)),
  }));
}

function summarizeSlices(slices: readonly Slice[], ours: readonly Slice[] | undefined): Measured {
  const ratios = slices.map(
    ({ requestsPerSecond }, round) =>
      (ours?.[round]?.requestsPerSecond ?? Number.NaN) / requestsPerSecond,
  );
  return {
    kind: 'measured',
    requestsPerSecond: median(slices.map(({ requestsPerSecond }) => requestsPerSecond)),
    p99Ms: median(slices.map(({ p99Ms }) => p99Ms)),
    ...(ours !== undefined && { ratio: median(ratios) }),
  };
}

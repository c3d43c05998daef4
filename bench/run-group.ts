import type { Case } from './cases.ts';
import { ask, type Contestant, startContestant } from './contestant.ts';
import type { Contender, Group } from './groups.ts';
import { measureCase } from './measure-case.ts';
import { measureMemory } from './measure-memory.ts';
import { stop } from './ready.ts';
import type { CaseResult, GroupResult, ServerResult } from './results.ts';
import type { Answer } from './send.ts';
import { createBareServer } from './servers/bare.ts';

export interface RunSettings {
  /** Per server, case and round. */
  readonly seconds: number;
  /** Load before memory is read; 0 reads it after the cases. */
  readonly memorySeconds: number;
  readonly onProgress: (message: string) => void;
}

/** Starts all servers of a group, compares their responses, measures and stops them. */
export async function runGroup(group: Group, settings: RunSettings): Promise<GroupResult> {
  const contestants: Contestant[] = [];
  try {
    for (const contender of group.contenders) contestants.push(await enterOne(contender));
    const recorded = await recordAnswers(contestants, [...group.probes, ...group.cases]);
    const documents = group.contenders[0]?.documents ?? [];
    contestants.push(await enterOne({ server: createBareServer(recorded), documents }));
    const cases = await measureCases(contestants, group.cases, recorded, settings);
    const servers = await describeServers(contestants, group, cases, settings);
    return { id: group.id, title: group.title, servers, cases };
  } finally {
    await Promise.all(contestants.map(async ({ launched }) => launched && stop(launched)));
  }

  function enterOne(contender: Contender): Promise<Contestant> {
    settings.onProgress(`${group.title}: start ${contender.server.name}`);
    return startContestant(contender, group.probes);
  }
}

/** Returns the first response with the expected status: ours, if we can serve the case. */
async function recordAnswers(
  contestants: readonly Contestant[],
  cases: readonly Case[],
): Promise<Map<Case, Answer>> {
  const recorded = new Map<Case, Answer>();
  for (const recording of cases) {
    for (const contestant of contestants) {
      const answer = await ask(contestant, recording);
      if (answer?.status !== recording.status) continue;
      recorded.set(recording, answer);
      break;
    }
  }
  return recorded;
}

async function measureCases(
  contestants: readonly Contestant[],
  cases: readonly Case[],
  recorded: ReadonlyMap<Case, Answer>,
  { seconds, onProgress }: RunSettings,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const measured of cases) {
    onProgress(`measure ${measured.title}`);
    results.push(await measureCase(contestants, measured, recorded.get(measured), seconds));
  }
  return results;
}

async function describeServers(
  contestants: readonly Contestant[],
  group: Group,
  results: readonly CaseResult[],
  { memorySeconds, onProgress }: RunSettings,
): Promise<ServerResult[]> {
  // Only the group of the bundled APIs has a memory target, which includes a minute of load.
  const seconds = group.id === 'own' ? memorySeconds : 0;
  const servers: ServerResult[] = [];
  for (const contestant of contestants) {
    const { name, validates, start } = contestant;
    onProgress(`${group.title}: memory of ${name} after ${seconds} s of load`);
    const served = group.cases.filter(({ id }) => isMeasured(results, id, name));
    const memoryMb = await measureMemory(contestant, served, seconds);
    servers.push({ name, validates, start, ...(memoryMb !== undefined && { memoryMb }) });
  }
  return servers;
}

function isMeasured(results: readonly CaseResult[], id: string, name: string): boolean {
  const outcomes = results.find((result) => result.id === id)?.servers ?? [];
  return outcomes.some((outcome) => outcome.name === name && outcome.kind === 'measured');
}

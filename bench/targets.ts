import { ONE_PATH_NAME } from './groups.ts';
import type { CaseResult, GroupId, GroupResult, ServerResult, TargetResult } from './results.ts';

/** Measured value of a target, or why it is missing. Nothing if its cases did not run. */
type Finding = { readonly value: number; readonly note?: string } | { readonly missing: string };

interface Target {
  readonly title: string;
  readonly goal: number;
  readonly unit: 'x' | ' s' | ' MB';
  readonly find: (groups: readonly GroupResult[], memorySeconds: number) => Finding | undefined;
}

const TARGETS: readonly Target[] = [
  {
    title: 'GET list against Prism CLI',
    goal: 10,
    unit: 'x',
    find: lowestRatio(isList, 'Prism CLI'),
  },
  { title: 'GET list against Scalar', goal: 3, unit: 'x', find: lowestRatio(isList, 'Scalar') },
  {
    title: 'GET list against node:http',
    goal: 0.4,
    unit: 'x',
    find: lowestRatio(isList, 'node:http'),
  },
  {
    title: 'create with JSON body against Prism CLI',
    goal: 8,
    unit: 'x',
    find: lowestRatio(isJsonCreate, 'Prism CLI'),
  },
  {
    title: 'GitHub against Prism CLI, same operation',
    goal: 100,
    unit: 'x',
    find: lowestRatio(isGithub, 'Prism CLI'),
  },
  {
    title: 'GitHub, 811 paths against its one operation alone',
    goal: 0.9,
    unit: 'x',
    find: lowestRatio(isGithub, ONE_PATH_NAME),
  },
  { title: 'GitHub ready', goal: 1.5, unit: ' s', find: readySeconds('github') },
  { title: 'four APIs ready', goal: 0.6, unit: ' s', find: readySeconds('own') },
  { title: 'memory after load, four APIs', goal: 160, unit: ' MB', find: memory },
];

/** Compares measured values with the targets; leaves out targets whose cases were left out. */
export function judge(groups: readonly GroupResult[], memorySeconds: number): TargetResult[] {
  return TARGETS.flatMap((target) => {
    const finding = target.find(groups, memorySeconds);
    return finding === undefined ? [] : [judgeOne(target, finding)];
  });
}

function judgeOne({ title, goal, unit }: Target, finding: Finding): TargetResult {
  const isRatio = unit === 'x';
  const head = { title, goal: `${isRatio ? 'at least' : 'at most'} ${goal}${unit}` };
  if ('missing' in finding) return { ...head, kind: 'not-measured', reason: finding.missing };
  const { value, note } = finding;
  const isReached = isRatio ? value >= goal : value <= goal;
  const figure = `${unit === ' MB' ? value.toFixed(0) : value.toFixed(2)}${unit}`;
  const measured = note === undefined ? figure : `${figure} (${note})`;
  return { ...head, kind: isReached ? 'reached' : 'not-reached', measured };
}

function isList({ kind }: CaseResult): boolean {
  return kind === 'list';
}

function isJsonCreate({ kind, hasJsonBody }: CaseResult): boolean {
  return kind === 'create' && hasJsonBody;
}

function isGithub({ kind }: CaseResult): boolean {
  return kind === 'github';
}

/** Takes the lowest of the cases; one that cannot be compared leaves the target unmeasured. */
function lowestRatio(isWanted: (result: CaseResult) => boolean, peer: string): Target['find'] {
  return (groups) => {
    const cases = groups.flatMap((group) => group.cases).filter(isWanted);
    const findings = cases.map((result) => findRatio(result, peer));
    return findings.find((finding) => 'missing' in finding) ?? findLowest(findings);
  };
}

function findRatio({ title, servers }: CaseResult, peer: string): Finding {
  const outcome = servers.find(({ name }) => name === peer);
  for (const needed of [servers[0], outcome]) {
    if (needed === undefined) return { missing: `${peer} takes no part` };
    if (needed.kind !== 'measured') {
      return { missing: `${title}: ${needed.name}: ${needed.reason}` };
    }
  }
  const ratio = outcome?.kind === 'measured' ? outcome.ratio : undefined;
  return ratio === undefined ? { missing: `${title}: no ratio` } : { value: ratio, note: title };
}

function findLowest(findings: readonly Finding[]): Finding | undefined {
  const found = findings.filter((finding) => 'value' in finding);
  const lowest = found.toSorted((a, b) => a.value - b.value)[0];
  if (lowest === undefined || found.length === 1) return lowest;
  return { ...lowest, note: `lowest of ${found.length}: ${lowest.note}` };
}

function findOurs(groups: readonly GroupResult[], id: GroupId): ServerResult | undefined {
  return groups.find((group) => group.id === id)?.servers[0];
}

function readySeconds(id: GroupId): Target['find'] {
  return (groups) => {
    const start = findOurs(groups, id)?.start;
    if (start === undefined) return undefined;
    return start.kind === 'ready' ? { value: start.readySeconds } : { missing: start.reason };
  };
}

/** The memory target does not apply without load. */
function memory(groups: readonly GroupResult[], memorySeconds: number): Finding | undefined {
  const ours = findOurs(groups, 'own');
  if (ours === undefined || memorySeconds === 0) return undefined;
  if (ours.start.kind === 'failed') return { missing: ours.start.reason };
  if (ours.memoryMb === undefined) return { missing: 'no case is served, or there is no /proc' };
  return { value: ours.memoryMb, note: `after ${memorySeconds} s` };
}

import { formatTable } from '../src/text/format-table.ts';
import type {
  CaseResult,
  Environment,
  GroupResult,
  Results,
  ServerResult,
  TargetResult,
} from './results.ts';

const NONE = '-';

/** Formats all results: starts and cases per group, then the targets. */
export function formatReport({ environment, groups, targets }: Results): string {
  return [
    formatEnvironment(environment),
    ...groups.flatMap((group) => [formatServers(group), ...group.cases.map(formatCase)]),
    formatTargets(targets),
  ].join('\n\n');
}

function formatEnvironment({ node, cores, connections, rounds, seconds, versions }: Environment) {
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `Node ${node}, ${cores} cores, ${connections} connections, median of ${rounds} rounds of ${seconds} s.`,
    `${peers.join(', ')}.`,
    'A ratio is share-contracts divided by that server. Only ratios are comparable between machines.',
  ].join('\n');
}

function formatServers({ title, servers }: GroupResult): string {
  const ours = servers[0];
  const rows = servers.map((server) => [
    server.name,
    ...formatStart(server, ours),
    server.memoryMb === undefined ? NONE : `${server.memoryMb.toFixed(0)} MB`,
    formatRatio(ours?.memoryMb, server.memoryMb),
    server.start.kind === 'failed' ? server.start.reason : server.validates,
  ]);
  const header = ['server', 'ready', 'ratio', 'memory', 'ratio', 'validates'];
  return `${title}: ready time, memory after load\n${formatTable(header, rows)}`;
}

function formatStart({ start }: ServerResult, ours: ServerResult | undefined): [string, string] {
  if (start.kind === 'failed') return ['not served', NONE];
  const own = ours?.start.kind === 'ready' ? ours.start.readySeconds : undefined;
  return [`${start.readySeconds.toFixed(2)} s`, formatRatio(own, start.readySeconds)];
}

function formatRatio(own: number | undefined, other: number | undefined): string {
  return own === undefined || other === undefined ? NONE : `${(own / other).toFixed(2)}x`;
}

function formatCase({ id, title, servers }: CaseResult): string {
  const rows = servers.map((outcome) =>
    outcome.kind === 'measured'
      ? [
          outcome.name,
          outcome.requestsPerSecond.toFixed(0),
          outcome.ratio === undefined ? NONE : `${outcome.ratio.toFixed(2)}x`,
          `${outcome.p99Ms.toFixed(2)} ms`,
          'equal',
        ]
      : [outcome.name, NONE, NONE, NONE, `${WORDS[outcome.kind]}: ${outcome.reason}`],
  );
  return `${title} (${id})\n${formatTable(['server', 'requests/s', 'ratio', 'p99', 'body'], rows)}`;
}

const WORDS = { 'other-answer': 'not compared', 'not-served': 'not served' } as const;

function formatTargets(targets: readonly TargetResult[]): string {
  const rows = targets.map((target) => [
    target.title,
    target.goal,
    target.kind === 'not-measured' ? NONE : target.measured,
    describeVerdict(target),
  ]);
  return `Targets\n${formatTable(['target', 'goal', 'measured', 'verdict'], rows)}`;
}

function describeVerdict(target: TargetResult): string {
  if (target.kind === 'not-measured') return `not reached: ${target.reason}`;
  return target.kind === 'reached' ? 'reached' : 'not reached';
}

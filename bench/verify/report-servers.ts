import { countNoun } from '../../src/text/count-noun.ts';
import { formatTable } from '../../src/text/format-table.ts';
import type { Judgement } from './contestant.ts';
import type { JudgedServer } from './judge-servers.ts';
import { listCaught, score } from './score.ts';

const NONE = '-';
/** Failures that are told of a server. */
const MOST_TOLD = 3;

/** Formats a row per server, what was said of each, and the sums. */
export function reportServers(
  servers: readonly JudgedServer[],
  names: readonly string[],
  unprepared: ReadonlyMap<string, string>,
): string {
  const columns = names.flatMap((name) => [name, 'requests', 's', 'requests/s']);
  const isCompared = names.length === 2;
  const header = ['server', ...columns, ...(isCompared ? ['ratio'] : [])];
  const rows = servers.map((server) => [
    server.defect ?? 'is right',
    ...names.flatMap((name) => formatJudgement(name, server, servers)),
    ...(isCompared ? [formatRatio(names.map((name) => server.judgements[name]))] : []),
  ]);
  const isText = (column: number) => column === 0 || (column % 4 === 1 && column <= columns.length);
  return [
    formatTable(header, rows, isText),
    ...names.map((name) => tell(name, servers)),
    formatSums(servers, names, unprepared),
  ].join('\n\n');
}

function formatJudgement(
  name: string,
  server: JudgedServer,
  servers: readonly JudgedServer[],
): string[] {
  const judgement = server.judgements[name];
  if (judgement?.kind !== 'judged') return ['not judged', NONE, NONE, NONE];
  const { failures, requests, seconds } = judgement;
  const isCaught = (listCaught(name, server, servers) ?? []).length > 0;
  const alarms = failures.length === 0 ? 'no alarm' : 'false alarm';
  const verdict = server.defect === undefined ? alarms : isCaught ? 'caught' : 'missed';
  return [verdict, `${requests}`, seconds.toFixed(1), (requests / seconds).toFixed(0)];
}

/** Requests a second of the last contestant, divided by those of the first. */
function formatRatio([first, last]: readonly (Judgement | undefined)[]): string {
  if (first?.kind !== 'judged' || last?.kind !== 'judged') return NONE;
  const ratio = last.requests / last.seconds / (first.requests / first.seconds);
  return `${ratio.toFixed(1)}x`;
}

function tell(name: string, servers: readonly JudgedServer[]): string {
  const lines = servers.map((server) => {
    const judgement = server.judgements[name];
    if (judgement === undefined) return `${server.defect ?? 'is right'}: ${NONE}`;
    const said = judgement.kind === 'judged' ? judgement.failures : [judgement.reason];
    const more = said.length > MOST_TOLD ? [`${said.length - MOST_TOLD} more`] : [];
    const told = [...said.slice(0, MOST_TOLD), ...more].join('; ');
    return `${server.defect ?? 'is right'}: ${told === '' ? NONE : told}`;
  });
  return [`What ${name} says`, ...lines].join('\n');
}

function formatSums(
  servers: readonly JudgedServer[],
  names: readonly string[],
  unprepared: ReadonlyMap<string, string>,
): string {
  const lines = names.map((name) => {
    const { caught, defects, falseAlarms, requests, seconds } = score(name, servers);
    const failed = servers.filter(({ judgements }) => judgements[name]?.kind !== 'judged').length;
    const left = failed === 0 ? '' : `; ${countNoun(failed, 'server')} not judged`;
    const speed = `${requests} requests in ${seconds.toFixed(0)} s`;
    return `${name}: caught ${caught} of ${defects}; false alarms on the right server: ${falseAlarms.length}; ${speed}${left}.`;
  });
  return [...lines, ...unprepared.values()].join('\n');
}

import { formatTable } from '../../src/text/format-table.ts';
import type { Asked } from './ask-operation.ts';
import { count, isIncomplete, listMissedFloors } from './floors.ts';
import { VERDICTS } from './judge-answer.ts';
import type { DocumentResult, Started } from './measure-document.ts';

const HEADER = [
  ...['document', 'version', 'size', 'operations', 'ready', 'first', 'memory', 'asked'],
  ...VERDICTS,
  'from',
];
/** Requests of one kind that are told of each document. */
const MOST_TOLD = 10;

/** Formats a table with a row per document and a total, and below it what is wrong with each. */
export function reportDocuments(results: readonly DocumentResult[]): string {
  const table = formatTable(HEADER, [...results.map(formatRow), formatTotal(results)]);
  const missed = listMissedFloors(results).map((line) => `Missed: ${line}`);
  const parts = [table, results.flatMap(listProblems).join('\n'), missed.join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}

function formatRow({ document, megabytes, outcome }: DocumentResult): string[] {
  const { title, source } = document;
  const size = `${megabytes.toFixed(megabytes < 0.1 ? 2 : 1)} MB`;
  if (outcome.kind === 'failed') {
    return [title, '-', size, ...HEADER.slice(4).map(() => '-'), source];
  }
  const { declared, listed, readySeconds, firstSeconds, memoryMb, asked } = outcome;
  return [
    title,
    declared.version,
    size,
    `${listed}`,
    `${readySeconds.toFixed(2)} s`,
    firstSeconds === undefined ? '-' : `${firstSeconds.toFixed(2)} s`,
    memoryMb === undefined ? '-' : `${memoryMb.toFixed(0)} MB`,
    ...formatCounts(asked),
    source,
  ];
}

function formatTotal(results: readonly DocumentResult[]): string[] {
  const started = results.flatMap(({ outcome }) => (outcome.kind === 'started' ? [outcome] : []));
  const most = (read: (outcome: Started) => number | undefined, unit: string, digits: number) =>
    `${Math.max(0, ...started.map((outcome) => read(outcome) ?? 0)).toFixed(digits)} ${unit}`;
  const listed = started.reduce((total, outcome) => total + outcome.listed, 0);
  return [
    `${results.length} documents`,
    '',
    '',
    `${listed}`,
    most(({ readySeconds }) => readySeconds, 's', 2),
    most(({ firstSeconds }) => firstSeconds, 's', 2),
    most(({ memoryMb }) => memoryMb, 'MB', 0),
    ...formatCounts(started.flatMap(({ asked }) => asked)),
    'total; most of ready, first and memory',
  ];
}

function formatCounts(asked: readonly Asked[]): string[] {
  return [asked.length, ...VERDICTS.map((verdict) => count(asked, verdict))].map(String);
}

function listProblems({ document: { title }, outcome }: DocumentResult): string[] {
  if (outcome.kind === 'failed') return [`${title}: ${outcome.reason}`];
  const { declared, listed, asked } = outcome;
  const missing = isIncomplete(outcome)
    ? [`lists ${listed} of ${declared.operations} operations`]
    : [];
  const told = (['failed', 'refused', 'broken'] as const).flatMap((verdict) =>
    listRequests(asked.filter((one) => one.verdict === verdict)),
  );
  return [...missing, ...told].map((problem) => `${title}: ${problem}`);
}

function listRequests(asked: readonly Asked[]): string[] {
  const left = asked.length - MOST_TOLD;
  return [
    ...asked.slice(0, MOST_TOLD).map(describe),
    ...(left > 0 ? [`${left} more ${asked[0]?.verdict}, see --json`] : []),
  ];
}

function describe({ operation, verdict, status, reasons }: Asked): string {
  return `${operation} ${verdict}, ${status}: ${reasons.join('; ').slice(0, 300)}`;
}

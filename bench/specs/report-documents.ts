import { formatTable } from '../table.ts';
import type { Asked, Verdict } from './ask-operation.ts';
import type { DocumentResult, Started } from './measure-document.ts';

const HEADER = [
  'document',
  'size',
  'operations',
  'ready',
  'first',
  'slowest',
  'asked',
  'answered',
  'reported',
  'refused',
  'failed',
  'memory',
  'from',
];

/** Formats a table with a row per document, and all failures below it. */
export function reportDocuments(results: readonly DocumentResult[]): string {
  const table = formatTable(HEADER, results.map(formatRow));
  const problems = results.flatMap(listProblems);
  return problems.length === 0 ? table : `${table}\n\n${problems.join('\n')}`;
}

/** Lists the failures of a document, one per line. */
export function listProblems({ document: { title }, outcome }: DocumentResult): string[] {
  if (outcome.kind === 'failed') return [`${title}: does not start: ${outcome.reason}`];
  const { declared, listed, asked } = outcome;
  const missing = declared === listed ? [] : [`lists ${listed} of ${declared} operations`];
  const empty = asked.length === 0 ? ['has no operation to ask for'] : [];
  const failed = asked.filter(({ verdict }) => verdict === 'failed').map(describe);
  return [...missing, ...empty, ...failed].map((problem) => `${title}: ${problem}`);
}

function formatRow({ document, megabytes, outcome }: DocumentResult): string[] {
  const head = [document.title, `${megabytes.toFixed(1)} MB`];
  const cells = outcome.kind === 'failed' ? HEADER.slice(3).map(() => '-') : formatCells(outcome);
  return [...head, ...cells, document.source];
}

function formatCells({ listed, readySeconds, asked, memoryMb }: Started): string[] {
  const times = asked.map(({ milliseconds }) => milliseconds);
  return [
    `${listed}`,
    `${readySeconds.toFixed(2)} s`,
    `${(times[0] ?? 0).toFixed(0)} ms`,
    `${Math.max(0, ...times).toFixed(0)} ms`,
    `${asked.length}`,
    ...(['answered', 'reported', 'refused', 'failed'] as const).map((verdict) =>
      count(asked, verdict),
    ),
    memoryMb === undefined ? '-' : `${memoryMb.toFixed(0)} MB`,
  ];
}

function count(asked: readonly Asked[], wanted: Verdict): string {
  return `${asked.filter(({ verdict }) => verdict === wanted).length}`;
}

function describe({ operation, status, reason = 'without a reason' }: Asked): string {
  return `${operation} answers ${status}: ${reason.slice(0, 300)}`;
}

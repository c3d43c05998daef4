import { formatTable } from '../../text/format-table.ts';
import { showText } from '../../text/show-text.ts';
import type { VerifiedOperation } from '../model/report.ts';
import { formatShare, shareOf, summariseOperations } from './summarise.ts';

/** Rows that are read rather than scrolled past. */
const MAX_ROWS = 100;

const HEAD = ['operation', 'cases', 'failed', 'constraints', 'met', 'not met'];

/** Columns that are figures. */
const FIGURES = new Set([1, 2, 3]);

/** Formats what was met of each operation that was asked, with a line for the sum of them. */
export function formatCoverageTable(operations: readonly VerifiedOperation[]): string {
  const met = operations.filter(({ state }) => state === 'met');
  const rows = met.slice(0, MAX_ROWS).map(toRow);
  const more = met.length - rows.length;
  return [
    ...(rows.length === 0 ? [] : [formatTable(HEAD, rows, (column) => !FIGURES.has(column))]),
    ...(more > 0 ? [`and ${more} more; --json lists all.`] : []),
    sumUp(operations),
  ].join('\n');
}

function toRow({ id, cases, failed, constraints, statuses }: VerifiedOperation): string[] {
  return [
    showText(id, 100),
    String(cases),
    String(failed),
    formatShare(shareOf(constraints)),
    listStatuses(statuses.met),
    listStatuses(statuses.missed),
  ];
}

function listStatuses(statuses: readonly string[]): string {
  return statuses.map((status) => showText(status, 20)).join(' ') || '-';
}

function sumUp(operations: readonly VerifiedOperation[]): string {
  const { operations: met, statuses, constraints } = summariseOperations(operations);
  const parts = [
    `Met ${formatShare(met)} operations`,
    ...(statuses.all === 0 ? [] : [`${formatShare(statuses)} statuses`]),
    ...(constraints.all === 0 ? [] : [`${formatShare(constraints)} constraints`]),
  ];
  return `${parts.join(', ')}.`;
}

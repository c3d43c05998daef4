import { formatTable } from '../text/format-table.ts';
import type { Agreement, DifferenceGroup, FidelityReport } from './fidelity-report.ts';

const COLUMNS = ['status', 'code', 'message', 'fields', 'types', 'values', 'headers'] as const;

/** Writes a report for people: agreement per operation and per history, each difference once, and the deviations. */
export function formatReport(report: FidelityReport): string {
  const { server, date, all, operations, histories, differences, deviations } = report;
  const counted = deviations.filter(({ count }) => count > 0);
  return [
    `Compared with ${server}, recorded on ${date}.`,
    summarize(report),
    '',
    formatAgreement('operation', { ...operations, all }),
    '',
    formatAgreement('history', histories),
    '',
    ...(counted.length === 0 ? [] : ['Deviations that are meant:']),
    ...counted.map(({ name, reason, count }) => `  ${count} × ${name}: ${reason}`),
    ...(differences.length === 0 ? ['Nothing else differs.'] : ['Differences:']),
    ...differences.map(formatGroup),
    '',
  ].join('\n');
}

/** The whole in one line, for whoever is in a hurry. */
function summarize({ all, outside }: FidelityReport): string {
  const { requests, agreed, deviating } = all;
  const rest = outside === 0 ? '' : ` ${outside} more are for what the contract does not have.`;
  const expected = formatShare({ requests, agreed: agreed + deviating });
  return `${requests} requests: ${expected} as expected; ${formatShare(all)} agree, ${deviating} differ as they are meant to.${rest}`;
}

/** Share of requests that agree in everything, such as `99.5 %`; 100 only where all do. */
export function formatShare({ agreed, requests }: Pick<Agreement, 'agreed' | 'requests'>): string {
  const percent = requests === 0 ? 100 : Math.floor((agreed / requests) * 1000) / 10;
  return `${percent.toFixed(1)} %`;
}

function formatAgreement(title: string, rows: Readonly<Record<string, Agreement>>): string {
  const cells = Object.entries(rows).map(([name, agreement]) => [
    name,
    `${agreement.requests}`,
    formatShare(agreement),
    ...COLUMNS.map((kind) =>
      formatShare({ ...agreement, agreed: agreement.requests - agreement.differing[kind] }),
    ),
    `${agreement.deviating}`,
  ]);
  const head = [title, 'requests', 'agree', ...COLUMNS, 'meant'];
  return formatTable(head, cells, (column) => column === 0);
}

function formatGroup({
  operation,
  kinds,
  pointer,
  recorded,
  ours,
  count,
  first,
}: DifferenceGroup): string {
  return [
    `  ${count} × ${operation}, ${kinds.join(', ')}: ${pointer || 'the answer'}`,
    `    recorded ${show(recorded)}, here ${show(ours)}; first in ${first}`,
  ].join('\n');
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

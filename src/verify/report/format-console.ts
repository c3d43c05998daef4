import { styleText } from 'node:util';
import { showText } from '../../text/show-text.ts';
import type { FindingGroup } from '../model/finding.ts';
import { TITLES } from '../model/finding.ts';
import type { VerifyReport } from '../model/report.ts';
import { describeFinding, describeOperation, formatOrigin } from './describe-finding.ts';
import { formatCoverageTable } from './format-coverage-table.ts';
import { groupFindings, type KindGroup, listTold } from './group-findings.ts';
import { listGaps } from './list-gaps.ts';
import { formatSummary, summarise } from './summarise.ts';
import { wrapText } from './wrap-text.ts';

/** Findings of one kind that are read rather than scrolled past. */
const MAX_OF_KIND = 10;

/** Columns of the label before a value. */
const LABEL = 11;

/** Where the console report goes. */
export interface ConsoleOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
}

type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow';
type Paint = (style: Style, text: string) => string;

/** Formats reports for a terminal: findings, worst first, what was not asked, coverage, and one line that sums up. */
export function formatConsole(
  reports: readonly VerifyReport[],
  { width, color }: ConsoleOptions,
): string {
  const paint: Paint = (style, text) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const total = summarise(reports);
  const style = total.errors > 0 ? 'red' : total.warnings > 0 ? 'yellow' : 'green';
  return [
    ...reports.map((report) => formatReport(report, Math.max(width, 40), paint)),
    paint(style, formatSummary(total)),
  ]
    .join('\n\n')
    .concat('\n');
}

function formatReport(report: VerifyReport, width: number, paint: Paint): string {
  const { title, url } = report;
  const gaps = listGaps(report);
  return [
    paint('bold', `${showText(title)} at ${showText(url)}`),
    ...groupFindings(listTold(report)).map((group) => formatKind(group, width, paint)),
    ...(gaps.length === 0 ? [] : [gaps.join('\n')]),
    ...(report.operations.length === 0 ? [] : [formatTable(report, paint)]),
  ].join('\n\n');
}

function formatKind(group: KindGroup, width: number, paint: Paint): string {
  const { kind, severity, operations, count } = group;
  const style = severity === 'error' ? 'red' : 'yellow';
  const told = takeFirst(operations, MAX_OF_KIND);
  return [
    `${paint(style, `${severity}: ${TITLES[kind]}`)}${count > 1 ? paint('dim', ` (${count})`) : ''}`,
    ...told.map((findings) => formatOperation(findings, width, paint)),
    ...(count > MAX_OF_KIND ? [`  and ${count - MAX_OF_KIND} more; --json lists all.`] : []),
  ].join('\n');
}

function formatOperation(findings: readonly FindingGroup[], width: number, paint: Paint): string {
  const operation = findings[0]?.finding.operation;
  const id = operation === undefined ? '' : paint('dim', ` ${showText(operation.id)}`);
  const blocks = findings.map((group) => formatFinding(group, width, paint));
  return `  ${paint('bold', describeOperation(operation))}${id}\n${blocks.join('\n\n')}`;
}

function formatFinding(group: FindingGroup, width: number, paint: Paint): string {
  const { where, expected, found, origin, times, commands } = describeFinding(group);
  const line = (label: string, text: string) => {
    const head = `    ${label.padEnd(LABEL)}`;
    const wrapped = wrapText(text, width - head.length, ' '.repeat(head.length));
    return `${paint('dim', head)}${wrapped}`;
  };
  return [
    ...(where === '' ? [] : [line('where', where)]),
    line('expected', expected),
    line('found', found),
    ...(origin === undefined ? [] : [line('origin', formatOrigin(origin))]),
    ...(times === undefined ? [] : [line('times', times)]),
    ...commands.map((command, at) => {
      const label = at === 0 ? 'reproduce' : '';
      return `    ${paint('dim', label.padEnd(LABEL))}${command}`;
    }),
  ].join('\n');
}

function formatTable({ operations }: VerifyReport, paint: Paint): string {
  const [head = '', ...rows] = formatCoverageTable(operations).split('\n');
  return [paint('dim', head), ...rows].join('\n');
}

/** First members of lists of lists; lists of which none is left are left out. */
function takeFirst(lists: readonly (readonly FindingGroup[])[], limit: number): FindingGroup[][] {
  let left = limit;
  return lists.flatMap((list) => {
    const taken = list.slice(0, left);
    left -= taken.length;
    return taken.length === 0 ? [] : [taken];
  });
}

import { countNoun } from '../../text/count-noun.ts';
import { showText } from '../../text/show-text.ts';
import { type FindingGroup, TITLES } from '../model/finding.ts';
import type { VerifiedOperation, VerifyReport } from '../model/report.ts';
import {
  describeFinding,
  describeOperation,
  formatOrigin,
  type Origin,
} from './describe-finding.ts';
import { formatCell, formatCode, formatPlain, longestRun } from './format-code.ts';
import { groupFindings, type KindGroup, listTold } from './group-findings.ts';
import { listGaps } from './list-gaps.ts';
import { formatCount, formatSeconds, formatShare, shareOf, summarise } from './summarise.ts';

/** Of each kind; GitHub refuses a summary of more than 1 MB: https://docs.github.com/en/actions/reference/limits. */
const MAX_OF_KIND = 10;
const MAX_COMMAND = 1000;
const MAX_ROWS = 200;

/** Formats reports as Markdown, for `GITHUB_STEP_SUMMARY` or a comment. */
export function formatStepSummary(reports: readonly VerifyReport[]): string {
  const total = summarise(reports);
  const blocks = [
    `## ${total.errors > 0 ? '❌' : total.warnings > 0 ? '⚠️' : '✅'} ${formatCount(total)}`,
    `Asked in ${countNoun(total.requests, 'request')}, ${formatSeconds(total.milliseconds)}.`,
    ...reports.flatMap(formatReport),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function formatReport(report: VerifyReport): string[] {
  const { title, url, operations } = report;
  const met = operations.filter(({ state }) => state === 'met');
  return [
    `### ${formatPlain(showText(title))} at ${formatCode(showText(url))}`,
    ...groupFindings(listTold(report)).flatMap(formatKind),
    ...listGaps(report).map((gap) => `> ${formatPlain(gap)}`),
    ...(met.length === 0 ? [] : [formatCoverage(met)]),
  ];
}

function formatKind({ kind, severity, operations, count }: KindGroup): string[] {
  const groups = operations.flat();
  return [
    `#### ${severity === 'error' ? 'Error' : 'Warning'}: ${TITLES[kind]}${count > 1 ? ` (${count})` : ''}`,
    ...groups.slice(0, MAX_OF_KIND).map(formatFinding),
    ...(count > MAX_OF_KIND ? [`and ${count - MAX_OF_KIND} more; \`--json\` lists all.`] : []),
  ];
}

function formatFinding(group: FindingGroup): string {
  const { where, expected, found, origin, times, commands } = describeFinding(group);
  const named = describeOperation(group.finding.operation);
  const operation = group.finding.operation === undefined ? named : formatCode(named);
  const lines = [
    where === '' ? `- ${operation}` : `- ${operation}, ${formatCode(where)}`,
    `expected ${formatCode(expected)}, found ${formatCode(found)}`,
    ...(origin === undefined ? [] : [linkOrigin(origin)]),
    ...(times === undefined ? [] : [times]),
  ];
  return `${lines.join('<br>\n  ')}${formatCommands(commands)}`;
}

/** An address in angle brackets is a link: https://spec.commonmark.org/0.31.2/#autolinks. */
function linkOrigin(origin: Origin): string {
  const { said, link } = origin;
  const isLink = link !== undefined && !/[<>`]/.test(link);
  return isLink ? `${said}: <${link}>` : formatPlain(formatOrigin(origin));
}

/** A command that is cut would be another one; it is left to the other reports. */
function formatCommands(commands: readonly string[]): string {
  const short = commands.filter(({ length }) => length <= MAX_COMMAND);
  if (short.length === 0) return '';
  const text = short.join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const lines = [`${fence}sh`, ...short, fence].map((line) => `  ${line}`);
  return ['\n\n  <details><summary>Reproduce</summary>\n', ...lines, '\n  </details>'].join('\n');
}

function formatCoverage(operations: readonly VerifiedOperation[]): string {
  const rows = operations
    .slice(0, MAX_ROWS)
    .map(({ id, cases, failed, constraints, statuses }) => [
      formatCell(showText(id, 100)),
      String(cases),
      String(failed),
      formatShare(shareOf(constraints)),
      listStatuses(statuses.met),
      listStatuses(statuses.missed),
    ]);
  const more = operations.length - rows.length;
  return [
    '| operation | cases | failed | constraints | met | not met |',
    '| :-- | --: | --: | --: | :-- | :-- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    ...(more > 0 ? [`\nand ${more} more; \`--json\` lists all.`] : []),
  ].join('\n');
}

function listStatuses(statuses: readonly string[]): string {
  return statuses.map((status) => formatCell(showText(status, 20))).join(' ') || '-';
}

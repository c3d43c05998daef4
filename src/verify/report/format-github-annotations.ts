import type { FindingGroup } from '../model/finding.ts';
import type { VerifyReport } from '../model/report.ts';
import { describeFinding, formatOrigin } from './describe-finding.ts';
import { groupFindings, listTold } from './group-findings.ts';
import { listGaps } from './list-gaps.ts';
import { type LocateOperation, relativePath } from './locate-operation.ts';
import { formatCount, summarise } from './summarise.ts';

/** Annotations of each severity that GitHub shows of a step: https://docs.github.com/en/rest/checks/runs. */
const MAX_ANNOTATIONS = 10;

type Properties = Readonly<Record<string, string | number | undefined>>;

/**
 * Formats findings as workflow commands, which annotate the files of the contracts:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands. Only as many as GitHub shows.
 */
export async function formatGithubAnnotations(
  reports: readonly VerifyReport[],
  locate: LocateOperation,
): Promise<string> {
  const all = reports.flatMap((report) =>
    groupFindings(listTold(report)).flatMap(({ severity, operations }) =>
      operations.flat().map((group) => ({ api: report.api, severity, group })),
    ),
  );
  const shown = (['error', 'warning'] as const).flatMap((wanted) =>
    all.filter(({ severity }) => severity === wanted).slice(0, MAX_ANNOTATIONS),
  );
  const lines = await Promise.all(shown.map(({ api, group }) => annotate(api, group, locate)));
  const more = all.length - shown.length;
  return [
    ...lines,
    ...reports.flatMap(listGaps).map((gap) => formatCommand('notice', {}, gap)),
    ...(more > 0 ? [formatCommand('notice', {}, describeMore(reports, more))] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

async function annotate(
  api: string,
  group: FindingGroup,
  locate: LocateOperation,
): Promise<string> {
  const { title, operation, where, expected, found, origin, commands } = describeFinding(group);
  const place = await locate(api, group.finding.operation);
  const path = place && relativePath(place);
  const message = [
    where === '' ? operation : `${operation}, ${where}`,
    `expected ${expected}`,
    `found ${found}`,
    ...(origin === undefined ? [] : [formatOrigin(origin)]),
    ...commands,
  ].join('\n');
  const at = path === undefined ? {} : { file: path, line: place?.line, col: place?.column };
  return formatCommand(group.finding.severity, { ...at, title }, message);
}

function describeMore(reports: readonly VerifyReport[], more: number): string {
  return `${formatCount(summarise(reports))}, of which ${more} are not annotated; the summary of the job has more.`;
}

/** As https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts does. */
function formatCommand(name: string, properties: Properties, message: string): string {
  const written = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  const head = written.length === 0 ? name : `${name} ${written.join(',')}`;
  return `::${head}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

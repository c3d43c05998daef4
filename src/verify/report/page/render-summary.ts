import { countNoun } from '../../../text/count-noun.ts';
import type { VerifyReport } from '../../model/report.ts';
import { formatSeconds, type Share, summarise } from '../summarise.ts';

/** Renders what a reader wants to know first: whether the servers keep their contracts, and how much of them was looked at. */
export function renderSummary(reports: readonly VerifyReport[]): string {
  const summary = summarise(reports);
  const { errors, warnings, requests, milliseconds, operations, statuses, constraints } = summary;
  const style = errors > 0 ? 'error' : warnings > 0 || hasStopped(reports) ? 'warning' : 'good';
  return `<header>
<div class="verdict ${style}">
<h1>${describeVerdict(reports, errors, warnings)}</h1>
<p class="quiet">${countNoun(reports.length, 'API')} asked in ${countNoun(requests, 'request')}, ${formatSeconds(milliseconds)}</p>
</div>
<dl class="tiles">
${renderTile('errors', String(errors), errors > 0 ? 'error' : '')}
${renderTile('warnings', String(warnings), warnings > 0 ? 'warning' : '')}
${renderTile('operations met', renderShare(operations))}
${renderTile('statuses met', renderShare(statuses))}
${renderTile('constraints broken on purpose', renderShare(constraints))}
</dl>
</header>`;
}

function describeVerdict(
  reports: readonly VerifyReport[],
  errors: number,
  warnings: number,
): string {
  const whose = reports.length === 1 ? 'The server' : 'The servers';
  const keeps = reports.length === 1 ? 'keeps its contract' : 'keep their contracts';
  const breaks =
    reports.length === 1 ? 'does not keep its contract' : 'do not all keep their contracts';
  if (errors > 0) return `${whose} ${breaks}`;
  if (hasStopped(reports)) return 'The run ended early';
  if (warnings > 0) return `No errors, and ${countNoun(warnings, 'warning')}`;
  return `${whose} ${keeps}, as far as was asked`;
}

function hasStopped(reports: readonly VerifyReport[]): boolean {
  return reports.some(({ stopped }) => stopped !== undefined);
}

function renderTile(name: string, value: string, style = ''): string {
  return `<div class="tile ${style}"><dt>${name}</dt><dd>${value}</dd></div>`;
}

function renderShare({ met, all }: Share): string {
  return all === 0 ? '–' : `${met} <small>of ${all}</small>`;
}

import { escapeHtml } from '../../../html/escape-html.ts';
import { showText } from '../../../text/show-text.ts';
import { sortStatuses } from '../../../text/sort-statuses.ts';
import type { VerifiedOperation, VerifyReport } from '../../model/report.ts';
import { formatShare, type Share, shareOf } from '../summarise.ts';

/** Shades between nothing and all. */
const SHADES = 3;

/** Renders operations × statuses: which of the documented answers were met, and which never came. */
export function renderCoverage({ api, operations }: VerifyReport): string {
  const statuses = sortStatuses(
    operations.flatMap(({ statuses: { met, missed } }) => [...met, ...missed]),
  );
  const heads = [...statuses, 'constraints', 'cases', 'failed'].map(
    (text) => `<th scope="col">${escapeHtml(showText(text, 20))}</th>`,
  );
  const label = escapeHtml(`Coverage of ${showText(api)}`);
  return `<section class="coverage">
<h3>Coverage</h3>
<p class="key"><span><b class="met" aria-hidden="true">✓</b>a documented answer that was met</span>
<span><b class="missed" aria-hidden="true">–</b>one that never came</span>
<span>constraints: those that a request broke on purpose</span></p>
<div class="scroll" role="region" tabindex="0" aria-label="${label}">
<table>
<thead><tr><th scope="col">operation</th>${heads.join('')}</tr></thead>
<tbody>
${operations.map((operation) => renderRow(operation, statuses)).join('\n')}
</tbody>
</table>
</div>
</section>`;
}

function renderRow(operation: VerifiedOperation, statuses: readonly string[]): string {
  const { id, method, path, state } = operation;
  const place = escapeHtml(showText(`${method.toUpperCase()} ${path}`));
  const head = `<th scope="row">${escapeHtml(showText(id, 100))} <code>${place}</code></th>`;
  const cells =
    state === 'met'
      ? renderCells(operation, statuses)
      : `<td class="state" colspan="${statuses.length + 3}">${escapeHtml(describeState(operation))}</td>`;
  return `<tr>${head}${cells}</tr>`;
}

function renderCells(
  { statuses: { met, missed }, constraints, cases, failed }: VerifiedOperation,
  statuses: readonly string[],
): string {
  const cells = statuses.map((status) => {
    if (met.includes(status)) return renderMark('met', '✓', 'met');
    return missed.includes(status) ? renderMark('missed', '–', 'not met') : '<td></td>';
  });
  const share = shareOf(constraints);
  return [
    ...cells,
    `<td class="figure${heatOf(share)}">${formatShare(share)}</td>`,
    `<td class="figure">${cases}</td>`,
    `<td class="figure${failed > 0 ? ' failed' : ''}">${failed}</td>`,
  ].join('');
}

function renderMark(style: string, sign: string, words: string): string {
  return `<td class="${style}"><span aria-hidden="true">${sign}</span><span class="hidden-text">${words}</span></td>`;
}

function heatOf({ met, all }: Share): string {
  return all === 0 ? '' : ` heat-${Math.floor((met / all) * SHADES)}`;
}

function describeState({ state, reason }: VerifiedOperation): string {
  if (state === 'absent') return 'The server does not have it.';
  return `Not asked: ${showText(reason ?? 'no reason is known')}`;
}

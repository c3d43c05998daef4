import { escapeHtml } from '../../../html/escape-html.ts';
import { showText } from '../../../text/show-text.ts';
import { sortStatuses } from '../../../text/sort-statuses.ts';
import type { Coverage, OperationCoverage } from '../coverage.ts';
import { KIND_NAMES } from '../sum-up.ts';

/** Kinds of which a column says how many were met. */
const SHARED = ['codes', 'examples', 'parameters', 'constraints'] as const;

/** Renders operations × statuses: how often each answer was met. */
export function renderMap(api: string, operations: Coverage): string {
  const statuses = sortStatuses(
    operations.flatMap((one) => [...Object.keys(one.statuses), ...Object.keys(one.undocumented)]),
  );
  const heads = [...statuses, ...SHARED.map((kind) => KIND_NAMES[kind])].map(
    (text) => `<th scope="col">${escapeHtml(showText(text, 20))}</th>`,
  );
  const label = escapeHtml(`Coverage of ${showText(api, 100)}`);
  return `<p class="key"><span><b class="missed" aria-hidden="true">–</b>never met</span>
<span><b class="met-1" aria-hidden="true">1</b>met once</span>
<span><b class="met-2" aria-hidden="true">2</b>up to nine times</span>
<span><b class="met-3" aria-hidden="true">10</b>ten times or more</span>
<span><b class="beside" aria-hidden="true">1</b>met, and not documented</span></p>
<div class="scroll" role="region" tabindex="0" aria-label="${label}">
<table>
<thead><tr><th scope="col">operation</th>${heads.join('')}</tr></thead>
<tbody>
${operations.map((operation) => renderRow(operation, statuses)).join('\n')}
</tbody>
</table>
</div>`;
}

function renderRow(operation: OperationCoverage, statuses: readonly string[]): string {
  const cells = [
    ...statuses.map((status) => renderStatus(operation, status)),
    ...SHARED.map((kind) => renderShare(Object.values(operation[kind]))),
  ];
  const name = escapeHtml(showText(operation.operation, 100));
  return `<tr><th scope="row">${name}</th>${cells.join('')}</tr>`;
}

function renderStatus({ statuses, undocumented }: OperationCoverage, status: string): string {
  const beside = countIn(undocumented, status);
  if (beside !== undefined) return `<td class="figure failed">${beside}</td>`;
  const count = countIn(statuses, status);
  if (count === undefined) return '<td></td>';
  if (count > 0) return `<td class="figure met-${shadeOf(count)}">${count}</td>`;
  return '<td class="missed"><span aria-hidden="true">–</span><span class="hidden-text">never met</span></td>';
}

function renderShare(counts: readonly number[]): string {
  if (counts.length === 0) return '<td></td>';
  const met = counts.filter((count) => count > 0).length;
  const style = met === 0 ? ' missed' : met === counts.length ? ' met-3' : ' met-1';
  return `<td class="figure${style}">${met} of ${counts.length}</td>`;
}

function shadeOf(count: number): number {
  if (count === 1) return 1;
  return count < 10 ? 2 : 3;
}

function countIn(counts: Readonly<Record<string, number>>, name: string): number | undefined {
  return Object.hasOwn(counts, name) ? counts[name] : undefined;
}

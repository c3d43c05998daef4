import { escapeHtml } from '../../../html/escape-html.ts';
import { showText } from '../../../text/show-text.ts';
import { countCalls } from '../count-calls.ts';
import type { Coverage, OperationCoverage } from '../coverage.ts';
import { type CoverageKind, countsOf, KIND_NAMES, KINDS, ONE_OF_KIND } from '../sum-up.ts';

/** Names that a list holds. */
const MAX_NAMES = 200;

/** Renders the names of all that was not met: operations as a whole, then what is missing of each that was called. */
export function renderMissing(operations: Coverage): string {
  const called = operations.filter((one) => countCalls(one) > 0);
  const others = operations.filter((one) => countCalls(one) === 0).map((one) => one.operation);
  const parts = [
    ...(others.length === 0 ? [] : [`<p>Never called: ${renderNames(others)}</p>`]),
    ...called.map(renderOperation).filter((text) => text !== ''),
  ];
  if (parts.length === 0) return '<p class="clean">✓ Everything was met.</p>';
  return `<section class="missing">
<h3>Not met</h3>
${parts.join('\n')}
</section>`;
}

function renderOperation(operation: OperationCoverage): string {
  const missing = KINDS.map((kind) => [kind, listMissed(operation, kind)] as const).filter(
    ([, names]) => names.length > 0,
  );
  if (missing.length === 0) return '';
  const counts = missing.map(
    ([kind, { length }]) => `${length} ${(length === 1 ? ONE_OF_KIND : KIND_NAMES)[kind]}`,
  );
  const lists = missing.map(
    ([kind, names]) => `<dt>${KIND_NAMES[kind]}</dt><dd>${renderNames(names)}</dd>`,
  );
  return `<details>
<summary>${escapeHtml(showText(operation.operation, 100))} <span class="count">${counts.join(', ')}</span></summary>
<dl>${lists.join('\n')}</dl>
</details>`;
}

function listMissed(operation: OperationCoverage, kind: CoverageKind): string[] {
  return countsOf(operation, kind)
    .filter(([, count]) => count === 0)
    .map(([name]) => name);
}

function renderNames(names: readonly string[]): string {
  const shown = names
    .slice(0, MAX_NAMES)
    .map((name) => `<code>${escapeHtml(showText(name, 200))}</code>`);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more; <code>--json</code> lists all.`] : [])].join(
    ' ',
  );
}

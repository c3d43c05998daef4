import { escapeHtml } from '../../../html/escape-html.ts';
import { renderReportPage } from '../../../html/render-report-page.ts';
import { countNoun } from '../../../text/count-noun.ts';
import { showText } from '../../../text/show-text.ts';
import type { Coverage } from '../coverage.ts';
import type { Minimum } from '../minimum.ts';
import { percentOf, sumUp } from '../sum-up.ts';
import { COVERAGE_STYLE } from './coverage-style.ts';
import { renderBars } from './render-bars.ts';
import { renderMap } from './render-map.ts';
import { renderMissing } from './render-missing.ts';

/** What was asked for, and by whom the page is written. */
export interface CoveragePage {
  readonly minimum: Minimum;
  /** Whether anything at all is asked for. */
  readonly isGated: boolean;
  /** Sentences about what is asked for and was not met. */
  readonly failures: readonly string[];
  readonly writer: string;
}

/** Formats coverage as one page that needs nothing else. */
export function formatCoverageHtml(coverage: Coverage, page: CoveragePage): string {
  const shares = sumUp(coverage);
  const apis = Map.groupBy(coverage, ({ api }) => api);
  const names = [...apis.keys()].map((api) => showText(api, 60)).join(', ');
  const title = `Coverage of ${names}: ${percentOf(shares.operations)} % of operations, ${percentOf(shares.statuses)} % of statuses`;
  return renderReportPage({
    title,
    style: COVERAGE_STYLE,
    writer: page.writer,
    body: `<header>
${renderVerdict(coverage, page)}
${renderBars(shares, page.minimum)}
</header>
<main>
${renderFailures(page)}
${[...apis].map(([api, operations]) => renderApi(api, operations, apis.size > 1)).join('\n')}
</main>`,
  });
}

function renderVerdict(coverage: Coverage, { isGated, failures }: CoveragePage): string {
  const style = failures.length > 0 ? 'error' : isGated ? 'good' : '';
  const verdict =
    failures.length > 0
      ? 'Not all was met that is asked for'
      : isGated
        ? 'All was met that is asked for'
        : 'What was met of the contracts';
  const apis = new Set(coverage.map(({ api }) => api)).size;
  return `<div class="verdict ${style}">
<h1>${verdict}</h1>
<p class="quiet">${countNoun(coverage.length, 'operation')} of ${countNoun(apis, 'API')}</p>
</div>`;
}

function renderFailures({ failures }: CoveragePage): string {
  if (failures.length === 0) return '';
  return `<section class="gaps">
<h2>Asked for and not met</h2>
<ul>
${failures.map((failure) => `<li>${escapeHtml(showText(failure))}</li>`).join('\n')}
</ul>
</section>`;
}

function renderApi(api: string, operations: Coverage, hasOthers: boolean): string {
  return `<section class="api">
<h2>${escapeHtml(showText(api))}</h2>
${hasOthers ? renderBars(sumUp(operations), {}) : ''}
${renderMap(api, operations)}
${renderMissing(operations)}
</section>`;
}

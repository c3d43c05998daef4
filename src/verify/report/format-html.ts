import { escapeHtml } from '../../html/escape-html.ts';
import { renderReportPage } from '../../html/render-report-page.ts';
import { showText } from '../../text/show-text.ts';
import { TITLES } from '../model/finding.ts';
import type { VerifyReport } from '../model/report.ts';
import { EXPLANATIONS } from './explanations.ts';
import { groupFindings, type KindGroup, listTold } from './group-findings.ts';
import { listGaps } from './list-gaps.ts';
import { PAGE_SCRIPT } from './page/page-script.ts';
import { FINDINGS_STYLE } from './page/page-style.ts';
import { renderCoverage } from './page/render-coverage.ts';
import { renderFilter } from './page/render-filter.ts';
import { renderFinding } from './page/render-finding.ts';
import { renderSummary } from './page/render-summary.ts';
import { formatCount, summarise } from './summarise.ts';
import { TOOL } from './tool.ts';

/** Cards of each kind that a page holds. */
const MAX_OF_KIND = 200;

/** Formats reports as one page that needs nothing else. */
export function formatHtml(reports: readonly VerifyReport[]): string {
  const kinds = new Map(reports.map((report) => [report, groupFindings(listTold(report))]));
  const cards = [...kinds].flatMap(([{ api }, groups]) =>
    groups.flatMap((group) => takeCards(group).map((card) => ({ api, group: card }))),
  );
  return renderReportPage({
    title: formatTitle(reports),
    style: FINDINGS_STYLE,
    script: PAGE_SCRIPT,
    writer: `${TOOL.name} ${TOOL.version}`,
    body: `${renderSummary(reports)}
<main>
${renderFilter(cards)}
${[...kinds].map(([report, groups]) => renderApi(report, groups)).join('\n')}
</main>`,
  });
}

function formatTitle(reports: readonly VerifyReport[]): string {
  const names = reports.map(({ title }) => showText(title, 60)).join(', ');
  return `${formatCount(summarise(reports))}: ${names}`;
}

function renderApi(report: VerifyReport, kinds: readonly KindGroup[]): string {
  const { api, title, url, seed, isWriting, startedAt, operations, stopped } = report;
  const facts = [formatTime(startedAt), `seed ${seed}`, isWriting ? 'with writes' : 'read-only'];
  return `<section class="api">
<h2>${escapeHtml(showText(title))}</h2>
<p class="facts"><code>${escapeHtml(showText(url))}</code> · ${escapeHtml(facts.join(' · '))}</p>
${kinds.length === 0 && stopped === undefined ? '<p class="clean">✓ No findings.</p>' : ''}
${kinds.map((group) => renderKind(api, group)).join('\n')}
${renderGaps(report)}
${operations.length === 0 ? '' : renderCoverage(report)}
</section>`;
}

/** Writes a time of ISO 8601 to the second. */
function formatTime(time: string): string {
  return showText(time.replace('T', ' ').replace(/\.\d+Z$/, ' UTC'));
}

function renderKind(api: string, group: KindGroup): string {
  const { kind, severity, count } = group;
  const cards = takeCards(group);
  const more = count - cards.length;
  return `<section class="kind">
<h3><span class="mark ${severity}">${severity}</span>${TITLES[kind]}${count > 1 ? ` <span class="count">${count}</span>` : ''}</h3>
<p>${escapeHtml(EXPLANATIONS[kind])}</p>
${cards.map((card) => renderFinding(api, card)).join('\n')}
${more > 0 ? `<p class="more">and ${more} more; <code>--json</code> lists all.</p>` : ''}
</section>`;
}

function renderGaps(report: VerifyReport): string {
  const gaps = listGaps(report);
  if (gaps.length === 0) return '';
  return `<section class="gaps">
<h3>What was not asked, and notes</h3>
<ul>
${gaps.map((gap) => `<li>${escapeHtml(gap)}</li>`).join('\n')}
</ul>
</section>`;
}

function takeCards({ operations }: KindGroup) {
  return operations.flat().slice(0, MAX_OF_KIND);
}

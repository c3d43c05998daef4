import type { Contract, Operation } from '../contract/model/contract.ts';
import { child, jump, openDocument, text } from '../contract/model/json-cursor.ts';
import { escapeHtml } from '../html/escape-html.ts';
import { countNoun } from '../text/count-noun.ts';
import { behaviourPageOf } from './behaviour-page.ts';
import type { DocsApi } from './docs-api.ts';
import { INDEX_STYLE } from './index-style.ts';
import { renderPlainPage } from './plain-page.ts';
import { PROVENANCE_LEVELS } from './provenance-levels.ts';

/**
 * Renders the front page: every operation of every API, with its provenance and a link to its docs.
 */
export function renderIndexPage(apis: readonly DocsApi[]): string {
  return renderPlainPage(
    'API docs',
    INDEX_STYLE,
    `<h1>API docs</h1>
<p class="quiet">One page per API. Every operation of a provider says where its facts come from:</p>
<dl class="legend">
${renderLegend()}
</dl>
${apis.map(renderApi).join('\n')}`,
  );
}

function renderLegend(): string {
  return Object.entries(PROVENANCE_LEVELS)
    .map(([level, { meaning }]) => `<dt>${renderLabel(level)}</dt><dd>${escapeHtml(meaning)}</dd>`)
    .join('\n');
}

function renderApi({ name, contract, behaviourNotes }: DocsApi): string {
  const operations = [...contract.operations, ...contract.webhooks];
  return `<section>
<h2><a href="${name}.html">${escapeHtml(contract.title)}</a></h2>
<p class="quiet">${escapeHtml(describeApi(contract))}${behaviourNotes === undefined ? '' : linkBehaviour(name)}</p>
<table>
<thead><tr><th>Method</th><th>Path</th><th>Operation</th><th>Provenance</th></tr></thead>
<tbody>
${operations.map((operation) => renderOperation(name, contract, operation)).join('\n')}
</tbody>
</table>
</section>`;
}

function describeApi({ document, operations, webhooks }: Contract): string {
  const info = child(openDocument(document), 'info');
  return [
    info && text(info, 'summary'),
    `${countNoun(operations.length, 'operation')}.`,
    webhooks.length > 0 && `${countNoun(webhooks.length, 'webhook')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function linkBehaviour(name: string): string {
  return ` <a href="${behaviourPageOf(name)}">What the mock does of it</a>.`;
}

function renderOperation(api: string, { document }: Contract, operation: Operation): string {
  const { id, method, path, pointer, summary, provenance } = operation;
  const edition = text(jump(document, `#${encodeURI(pointer)}`), 'x-edition');
  const labels = [
    edition === undefined ? '' : renderLabel(edition, 'edition'),
    provenance === undefined ? '' : renderLabel(provenance.level),
  ];
  return `<tr>
<td><span class="method ${method}">${method}</span></td>
<td><code>${escapeHtml(path).replaceAll('/', '/<wbr>')}</code></td>
<td><a href="${linkOperation(api, id)}">${escapeHtml(summary || id)}</a></td>
<td>${labels.join(' ').trim()}</td>
</tr>`;
}

/** Address of an operation without a tag in Redoc. */
function linkOperation(api: string, id: string): string {
  return `${api}.html#/other/${encodeURIComponent(id.toLowerCase())}`;
}

function renderLabel(label: string, style = label): string {
  return `<span class="label ${style}">${escapeHtml(label)}</span>`;
}

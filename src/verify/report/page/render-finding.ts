import { escapeHtml } from '../../../html/escape-html.ts';
import { showText } from '../../../text/show-text.ts';
import type { FindingGroup } from '../../model/finding.ts';
import {
  describeFinding,
  describeOperation,
  isContractInDoubt,
  type Origin,
} from '../describe-finding.ts';

/** What a filter compares of a card. */
export function operationKey(api: string, { finding }: FindingGroup): string {
  return showText(`${api} ${finding.operation?.id ?? ''}`.trim());
}

/** Renders a finding as a card. */
export function renderFinding(api: string, group: FindingGroup): string {
  const { kind, severity, operation, provenance } = group.finding;
  const { where, expected, found, origin, times, commands } = describeFinding(group);
  const key = escapeHtml(operationKey(api, group));
  const parts = [
    `<article class="card ${severity}" data-kind="${kind}" data-operation="${key}">`,
    `<h4>${renderOperation(operation)}</h4>`,
    ...(where === '' ? [] : [`<p class="where">${escapeHtml(where)}</p>`]),
    '<dl class="compare">',
    `<div class="expected"><dt>Expected</dt>${renderValue(expected)}</div>`,
    `<div class="found"><dt>Found</dt>${renderValue(found)}</div>`,
    '</dl>',
    ...(origin === undefined ? [] : [renderOrigin(origin, isContractInDoubt(provenance))]),
    ...(times === undefined ? [] : [`<p class="times">${escapeHtml(times)}</p>`]),
    ...commands.map(renderCommand),
    '</article>',
  ];
  return parts.join('\n');
}

/** Renders method, path and id of an operation. */
export function renderOperation(operation: FindingGroup['finding']['operation']): string {
  if (operation === undefined) return escapeHtml(describeOperation(operation));
  const { id, method, path } = operation;
  return [
    `<span class="method">${escapeHtml(showText(method.toUpperCase()))}</span>`,
    `<code>${escapeHtml(showText(path))}</code>`,
    `<span class="count">${escapeHtml(showText(id))}</span>`,
  ].join(' ');
}

/** A value may be taller than its box, which is then reached by the keyboard too. */
function renderValue(text: string): string {
  return `<dd${text.length > 400 ? ' tabindex="0"' : ''}>${escapeHtml(text)}</dd>`;
}

function renderOrigin(origin: Origin, isInDoubt: boolean): string {
  const { said, url, link, note } = origin;
  const words = escapeHtml(`${said.charAt(0).toUpperCase()}${said.slice(1)}`);
  const evidence = [
    ...(url === undefined
      ? []
      : [`: ${link === undefined ? escapeHtml(url) : renderLink(link, url)}`]),
    ...(note === undefined ? [] : [`. Its note: ${escapeHtml(note)}`]),
  ];
  const style = isInDoubt ? 'origin doubt' : 'origin';
  return `<p class="${style}">${words}${evidence.join('') || '.'}</p>`;
}

function renderLink(link: string, text: string): string {
  return `<a href="${escapeHtml(link)}" rel="noreferrer">${escapeHtml(text)}</a>`;
}

function renderCommand(command: string): string {
  return `<div class="command"><pre>${escapeHtml(command)}</pre><button type="button" hidden>Copy</button></div>`;
}

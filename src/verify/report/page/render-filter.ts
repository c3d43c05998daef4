import { escapeHtml } from '../../../html/escape-html.ts';
import { type FindingGroup, TITLES } from '../../model/finding.ts';
import { operationKey } from './render-finding.ts';

/** A card as a filter sees it. */
export interface FilteredCard {
  readonly api: string;
  readonly group: FindingGroup;
}

/** Renders what chooses cards by kind and by operation; the script shows it. */
export function renderFilter(cards: readonly FilteredCard[]): string {
  if (cards.length < 2) return '';
  const kinds = Map.groupBy(cards, ({ group }) => group.finding.kind);
  const operations = Map.groupBy(cards, ({ api, group }) => operationKey(api, group));
  return `<form class="filter" hidden>
<label>Kind ${renderSelect(
    'kind',
    [...kinds].map(([kind, { length }]) => [kind, `${TITLES[kind]} (${length})`]),
  )}</label>
<label>Operation ${renderSelect(
    'operation',
    [...operations].map(([key, { length }]) => [key, `${key} (${length})`]),
  )}</label>
<button type="button" id="all">Show all</button>
<output class="shown" id="shown" for="kind operation"></output>
</form>`;
}

function renderSelect(id: string, options: readonly (readonly [value: string, text: string])[]) {
  const all = [['', 'all'], ...options].map(
    ([value = '', text = '']) =>
      `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`,
  );
  return `<select id="${id}" autocomplete="off">${all.join('')}</select>`;
}

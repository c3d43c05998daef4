import { formatPlace } from '../../contract/model/place.ts';
import type { ApiDiff, LocatedChange } from '../api-diff.ts';
import { describeChange, describeUses } from './describe-change.ts';
import { TITLES } from './format-terminal.ts';

/** Formats changes as Markdown, as for the comment of a pull request. */
export function formatMarkdown(diffs: readonly ApiDiff[]): string {
  return diffs.map(formatApi).join('\n');
}

function formatApi({ api, base, changes }: ApiDiff): string {
  const head = `## ${escapeText(api)}, compared with ${escapeText(base)}\n`;
  if (changes.length === 0) return `${head}\nNothing has changed.\n`;
  const groups = TITLES.flatMap(([rating, title]) => {
    const group = changes.filter(({ consumer }) => consumer === rating);
    return group.length === 0 ? [] : [formatGroup(title, group)];
  });
  return [head, ...groups].join('\n');
}

function formatGroup(title: string, changes: readonly LocatedChange[]): string {
  const hasUses = changes.some((change) => describeUses(change) !== '');
  const header = ['Change', 'Provider', 'Types', ...(hasUses ? ['Met by'] : []), 'Place', 'Rule'];
  const rows = changes.map((change) => {
    const place = change.location ?? change.former;
    return [
      describeChange(change),
      change.provider,
      change.types.join(', '),
      ...(hasUses ? [describeUses(change)] : []),
      place === undefined ? '' : formatPlace(place),
      change.rule,
    ].map(escapeText);
  });
  const write = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `### ${title}`,
    '',
    write(header),
    write(header.map(() => '---')),
    ...rows.map(write),
    '',
  ].join('\n');
}

/** Text of a contract is no Markdown, and ends no cell. */
function escapeText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>|#~]/g, '\\$&');
}

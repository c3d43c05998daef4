import { formatPlace } from '../../contract/model/place.ts';
import type { ApiDiff, LocatedChange } from '../api-diff.ts';
import type { Rating } from '../rating.ts';
import { describeChange, describeUses } from './describe-change.ts';

/** Titles of what a change means for consumers, the worst first. */
export const TITLES: readonly (readonly [rating: Rating, title: string])[] = [
  ['breaking', 'Breaks consumers'],
  ['risky', 'Risky for consumers'],
  ['safe', 'Safe for consumers'],
];

/** Gives a title the colour of its rating. */
export type Paint = (rating: Rating, text: string) => string;

/** Formats changes by API and by what they mean for consumers, one line each. */
export function formatTerminal(diffs: readonly ApiDiff[], paint: Paint): string {
  return diffs.map((diff) => formatApi(diff, paint)).join('\n');
}

function formatApi({ api, base, changes }: ApiDiff, paint: Paint): string {
  if (changes.length === 0) return `${api} is as it is in ${base}.\n`;
  const groups = TITLES.flatMap(([rating, title]) => {
    const group = changes.filter(({ consumer }) => consumer === rating);
    return group.length === 0 ? [] : [paint(rating, `  ${title}:`), ...group.map(formatLine)];
  });
  return [`${api}, compared with ${base}:`, ...groups, ''].join('\n');
}

function formatLine(change: LocatedChange): string {
  const { rule, provider, types, location, former } = change;
  const place = location ?? former;
  const uses = describeUses(change);
  const facts = [
    rule,
    `provider: ${provider}`,
    ...(types.length === 0 ? [] : [`${types.length === 1 ? 'type' : 'types'} ${types.join(', ')}`]),
    ...(uses === '' ? [] : [`met by ${uses}`]),
  ];
  const at = place === undefined ? '' : `${formatPlace(place)}  `;
  return `    ${at}${describeChange(change)}. [${facts.join('; ')}]`;
}

import { formatPlace, type SourcePlace } from '../model/place.ts';

/** Part of a document that cannot be used, in words, and where it is. */
export interface PlacedFlaw {
  readonly text: string;
  readonly findPlace: () => Promise<SourcePlace>;
}

/** Flaws that a message names; it only counts the others. */
const MAX_FLAWS = 50;

/** One line per flaw, with the first place that has it. */
export async function describeFlaws(flaws: readonly PlacedFlaw[], limit = MAX_FLAWS) {
  const groups = [...Map.groupBy(flaws, ({ text }) => text).values()];
  const lines = groups.slice(0, limit).map(async ([first, ...others]) => {
    if (first === undefined) return '';
    const place = formatPlace(await first.findPlace());
    const also = others.length === 0 ? '' : ` Also in ${others.length} more.`;
    return `${place}: ${first.text}${also}`;
  });
  const rest = groups.length - limit;
  return [...(await Promise.all(lines)), ...(rest > 0 ? [`And ${rest} more.`] : [])].join('\n');
}

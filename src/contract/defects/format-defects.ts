import type { Contract } from '../model/contract.ts';
import { formatPlace } from '../model/place.ts';
import type { Defect } from './defect.ts';
import { createUseFinder, type FindUses } from './find-uses.ts';

/** Uses that a message names; it only counts the others. */
const MAX_USES = 3;

/**
 * Formats defects for people: where, what was expected and found, what uses it and what to do.
 *
 * Defects with the same text are printed once, with their number and the first place; those after
 * the first `limit` are only counted.
 */
export async function formatDefects(
  { document, locate }: Pick<Contract, 'document' | 'locate'>,
  defects: readonly Defect[],
  limit = Number.POSITIVE_INFINITY,
): Promise<string> {
  if (defects.length === 0) return '';
  const groups = [...Map.groupBy(defects, ({ problem }) => problem).values()];
  const findUses = createUseFinder(document);
  const shown = groups
    .slice(0, limit)
    .map(async ([first, ...others]) =>
      first === undefined ? '' : await format(first, others.length, findUses),
    );
  const lines = await Promise.all(shown);
  const rest = groups.slice(limit).reduce((sum, { length }) => sum + length, 0);
  return [...lines, ...(rest > 0 ? [`And ${rest} more; --strict lists them all.`] : [])].join('\n');

  async function format(defect: Defect, others: number, findUses: FindUses): Promise<string> {
    const place = await locate(defect.pointer);
    const also =
      others === 0 ? '' : ` (and in ${others} more ${others === 1 ? 'place' : 'places'})`;
    const uses = describeUses(findUses(defect.pointer));
    return `${formatPlace(place)}: ${defect.problem}${also}.\n  At #${place.pointer}.${uses} ${defect.remedy}`;
  }
}

function describeUses(uses: readonly string[]): string {
  if (uses.length === 0) return '';
  const rest = uses.length > MAX_USES ? ` and ${uses.length - MAX_USES} more` : '';
  return ` Used by ${uses.slice(0, MAX_USES).join(', ')}${rest}.`;
}

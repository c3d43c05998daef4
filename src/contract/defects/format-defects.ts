import type { Contract } from '../model/contract.ts';
import { formatPlace } from '../model/place.ts';
import type { Defect, DefectKind } from './defect.ts';
import { createUseFinder, type FindUses } from './find-uses.ts';

/** Uses that a message names; it only counts the others. */
const MAX_USES = 3;

/** What each kind is called where defects are counted, for one and for several. */
const NAMES: Readonly<Record<DefectKind, readonly [one: string, several: string]>> = {
  keyword: ['unknown keyword', 'unknown keywords'],
  value: ['wrong value of a keyword', 'wrong values of keywords'],
  format: ['unknown format', 'unknown formats'],
  pattern: ['invalid pattern', 'invalid patterns'],
  slow: ['slow pattern', 'slow patterns'],
  schema: ['schema that cannot be enforced', 'schemas that cannot be enforced'],
  example: ['wrong example', 'wrong examples'],
  operation: ['operation that cannot be served', 'operations that cannot be served'],
};

/**
 * Formats defects for people: where, what was expected and found, what uses it and what to do.
 *
 * Defects with the same text are printed once, with their number and the first place. If there are more than `limit`
 * texts, the last line says how many defects there are of each kind.
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
  const rest = groups.slice(limit).flat();
  return [...lines, ...(rest.length > 0 ? [countAll(defects, rest)] : [])].join('\n');

  async function format(defect: Defect, others: number, findUses: FindUses): Promise<string> {
    const place = await locate(defect.pointer);
    const also =
      others === 0 ? '' : ` (and in ${others} more ${others === 1 ? 'place' : 'places'})`;
    const uses = describeUses(findUses(defect.pointer));
    return `${formatPlace(place)}: ${defect.problem}${also}.\n  At #${place.pointer}.${uses} ${defect.remedy}`;
  }
}

/** `And 9 more. In all: 7 unknown keywords, 22 wrong examples. --strict lists them all.` */
function countAll(defects: readonly Defect[], { length: rest }: readonly Defect[]): string {
  const counts = [...Map.groupBy(defects, ({ kind }) => kind)]
    .map(([kind, { length }]) => ({ length, name: NAMES[kind][length === 1 ? 0 : 1] }))
    .sort((one, other) => other.length - one.length)
    .map(({ length, name }) => `${length} ${name}`);
  return `And ${rest} more. In all: ${counts.join(', ')}. --strict lists them all.`;
}

function describeUses(uses: readonly string[]): string {
  if (uses.length === 0) return '';
  const rest = uses.length > MAX_USES ? ` and ${uses.length - MAX_USES} more` : '';
  return ` Used by ${uses.slice(0, MAX_USES).join(', ')}${rest}.`;
}

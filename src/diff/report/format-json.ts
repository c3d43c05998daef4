import { toPlain } from '../../contract/model/to-plain.ts';
import { type ApiDiff, countRatings, type LocatedChange } from '../api-diff.ts';
import type { Spot } from '../change.ts';

/** Formats changes as JSON: `{version: 1, summary, apis: [{api, base, changes}]}`; values are those of the contracts. */
export function formatJson(diffs: readonly ApiDiff[]): string {
  const apis = diffs.map(({ changes, ...diff }) => ({ ...diff, changes: changes.map(toJson) }));
  return `${JSON.stringify({ version: 1, summary: countRatings(diffs), apis }, null, 2)}\n`;
}

function toJson({ before, after, ...change }: LocatedChange) {
  const plain = (spot: Spot | undefined) => spot && { ...spot, value: toPlain(spot.value) };
  return { ...change, before: plain(before), after: plain(after) };
}

import type { SourcePlace } from '../contract/model/place.ts';
import type { Change } from './change.ts';
import { isAtLeast, type Rating } from './rating.ts';

/** Where a change is written; `former` in the version before. */
export interface LocatedChange extends Change {
  readonly location: SourcePlace | undefined;
  readonly former: SourcePlace | undefined;
}

/** How one API differs from its version before. */
export interface ApiDiff {
  /** Name of the API, or of its file. */
  readonly api: string;
  /** What it was compared with, such as `main` or `old.yaml`. */
  readonly base: string;
  /** What breaks consumers first; in the order of the contract otherwise. */
  readonly changes: readonly LocatedChange[];
}

/** Number of changes by what they mean for consumers. */
export function countRatings(diffs: readonly ApiDiff[]): Readonly<Record<Rating, number>> {
  const count = (rating: Rating) =>
    diffs.flatMap(({ changes }) => changes).filter(({ consumer }) => consumer === rating).length;
  return { breaking: count('breaking'), risky: count('risky'), safe: count('safe') };
}

/** Whether any change is at least as bad for consumers as a rating. */
export function isFailing(diffs: readonly ApiDiff[], limit: Rating): boolean {
  return diffs.some(({ changes }) => changes.some(({ consumer }) => isAtLeast(consumer, limit)));
}

import { isDeepStrictEqual } from 'node:util';
import type { Contract } from '../contract/model/contract.ts';
import type { ApiDiff, LocatedChange } from './api-diff.ts';
import type { Change } from './change.ts';
import { compareContracts } from './compare-contracts.ts';
import { addVerdicts } from './engine/add-verdicts.ts';
import { runRedoclyDiff } from './engine/run-redocly-diff.ts';
import { nameTouched } from './name-touched.ts';
import { isAtLeast } from './rating.ts';
import type { Uses } from './source/read-coverage.ts';

/** Two versions of an API, and what is known of its use. */
export interface DiffInput {
  readonly api: string;
  /** What the version before is called, such as a git ref. */
  readonly base: string;
  readonly before: Contract;
  readonly after: Contract;
  readonly uses?: Uses;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Compares two versions of an API: by our rules, which know the way of each value, and by Redocly's, which find what ours may
 * miss. Throws DiffError where Redocly's engine is missing or fails.
 */
export async function diffContracts(input: DiffInput): Promise<ApiDiff> {
  const { api, base, before, after, uses = new Map(), signal } = input;
  if (isDeepStrictEqual(before.document, after.document)) return { api, base, changes: [] };
  // 1. Redocly's rules, in a process beside this one.
  const judging = runRedoclyDiff(before.document, after.document, signal);
  // Where comparing throws, nobody waits for it.
  judging.catch(() => {});
  // 2. Ours.
  const own = compareContracts({ before, after });
  const changes = addVerdicts(own, await judging);
  // 3. Whom it touches, and where it is written.
  const named = nameTouched(changes, { api, before, after, uses });
  const located = await Promise.all(named.map((change) => locate(change, before, after)));
  return { api, base, changes: located.sort(byRating) };
}

async function locate(change: Change, before: Contract, after: Contract): Promise<LocatedChange> {
  const [location, former] = await Promise.all([
    change.after && after.locate(change.after.pointer),
    change.before && before.locate(change.before.pointer),
  ]);
  return { ...change, location, former };
}

/** The worst for consumers first, then for the provider. */
function byRating(one: Change, other: Change): number {
  return rank(other) - rank(one);
}

function rank({ consumer, provider }: Change): number {
  const weigh = (rating: Change['consumer']) =>
    Number(isAtLeast(rating, 'risky')) + Number(isAtLeast(rating, 'breaking'));
  return weigh(consumer) * 3 + weigh(provider);
}

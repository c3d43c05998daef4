import type { Change } from '../change.ts';
import type { Verdict } from './run-redocly-diff.ts';

/** Levels of a document between two places of one change, such as a list and its item. */
const NEAR = 2;

/**
 * Adds what Redocly finds and no rule of ours does, as a risk: it compares `allOf` as it is written, so that not all of it
 * breaks anything.
 */
export function addVerdicts(changes: readonly Change[], verdicts: readonly Verdict[]): Change[] {
  const near = new Set(changes.flatMap(listPointers).flatMap(listNear));
  const others = verdicts.filter(
    (verdict) =>
      !listPointers(toSpots(verdict))
        .flatMap(listNear)
        .some((pointer) => near.has(pointer)),
  );
  return [...changes, ...others.map(toChange)];
}

function toSpots({ before, after }: Verdict): Pick<Change, 'before' | 'after'> {
  const toSpot = (pointer: string | undefined) =>
    pointer === undefined ? undefined : { pointer, value: undefined };
  return { before: toSpot(before), after: toSpot(after) };
}

function toChange(verdict: Verdict): Change {
  return {
    rule: `redocly/${verdict.ruleId}`,
    place: '',
    what: verdict.message.replace(/\.$/, ''),
    consumer: 'risky',
    provider: 'risky',
    ...toSpots(verdict),
    flows: [],
    operations: [],
    types: [],
  };
}

function listPointers({ before, after }: Pick<Change, 'before' | 'after'>): string[] {
  return [before, after].flatMap((spot) => spot?.pointer ?? []);
}

/** A place and those above it, but for what whole documents are made of. */
function listNear(pointer: string): string[] {
  const keys = pointer.split('/');
  return Array.from({ length: NEAR + 1 }, (_, up) => keys.slice(0, keys.length - up))
    .filter((kept) => kept.length > NEAR)
    .map((kept) => kept.join('/'));
}

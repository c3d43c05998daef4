import type { Session } from '../session/create-session.ts';
import { judgeCounts } from './lists/judge-counts.ts';
import { judgeNext } from './lists/judge-next.ts';
import { judgePartition } from './lists/judge-partition.ts';
import type { ListSource } from './lists/list-source.ts';
import { viewList } from './lists/view-list.ts';
import type { Subject } from './subject.ts';
import { fileConfirmed } from './trail.ts';

/** What a law about lists needs to know. */
export type ListSubject = Pick<Subject, 'places' | 'waits' | 'lists' | 'random'>;

/** Law: pages of any size partition a list, and what they say of counts and of what follows agrees with it. */
export async function tryPages(
  session: Session,
  { lists, places, waits }: ListSubject,
): Promise<void> {
  for (const source of lists) {
    await fileConfirmed(session, waits, async (trail) => {
      const view = await viewList(trail, source, places);
      if (view === undefined) return [];
      return onePerPlace(source, [
        ...judgePartition(source, view),
        ...judgeNext(source, view),
        ...judgeCounts(source, view),
      ]);
    });
  }
}

/** The first of each kind and place: other sizes show the same. */
function onePerPlace<Found extends { readonly kind: string; readonly where: string }>(
  _: ListSource,
  found: readonly Found[],
): Found[] {
  return [...Map.groupBy(found, ({ kind, where }) => `${kind} ${where}`).values()].flatMap(
    ([first]) => first ?? [],
  );
}

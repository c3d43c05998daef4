import { formatInstant } from './instant.ts';
import { type CraftkitWorld, ELIDED, type EventRow, type ShareRow } from './tables.ts';

type Happening = Pick<EventRow, 'eventType' | 'actorKind' | 'shareId'>;

/** Time between two events; so far apart they are no duplicates of each other. */
const GAP_MS = 10 * 60 * 1000;

/**
 * Puts the events that the documented counts tell of, the newest as documented.
 *
 * The list of shares shows three clicks of one share, the engagement eight link opens and two mails: the other opens
 * are of an e-mailed share that the list's page does not show.
 */
export function seedEngagement(
  { tables, random, at, example }: CraftkitWorld,
  { id, renderId }: ShareRow,
): void {
  const { recent } = example('getEngagement', 'documented');
  const [newest] = recent;
  if (newest === undefined) throw new Error('The documented engagement has no recent event.');
  const happenings = listHappenings(example, id, random.uuid());
  for (const [age, happening] of [...happenings.entries()].reverse()) {
    tables.events.put({
      ...newest,
      ...happening,
      id: random.uuid(),
      renderId,
      userAgent: newest.userAgent?.replace(ELIDED, '(X11; Linux x86_64)') ?? null,
      createdAt: formatInstant(at(newest.createdAt) - age * GAP_MS),
    });
  }
}

/** What happened, newest first. */
function listHappenings(
  example: CraftkitWorld['example'],
  share: string,
  mailed: string,
): Happening[] {
  const { counts, linkOpens } = example('getEngagement', 'documented');
  const clicks = example('listShares', 'documented').shares[0]?.clickCount ?? 0;
  const times = (count: number, happening: Happening) =>
    Array.from({ length: count }, () => happening);
  const recipient = (eventType: EventRow['eventType'], shareId: string): Happening => ({
    eventType,
    actorKind: 'recipient',
    shareId,
  });
  const partner = (eventType: EventRow['eventType'], shareId: string | null): Happening => ({
    eventType,
    actorKind: 'partner',
    shareId,
  });
  return [
    ...times(clicks, recipient('viewed', share)),
    ...times(linkOpens - clicks, recipient('viewed', mailed)),
    ...times(counts.viewed - linkOpens, partner('viewed', null)),
    ...times(counts.downloaded, recipient('downloaded', mailed)),
    ...times(counts.printed, recipient('printed', mailed)),
    ...times(counts.email_opened, recipient('email_opened', mailed)),
    ...times(counts.email_sent, partner('email_sent', mailed)),
    ...times(counts.share_created, partner('share_created', share)),
  ];
}

import { formatInstant } from './instant.ts';
import { type CraftkitWorld, ELIDED, type EventRow, type ShareRow } from './tables.ts';

type SeedEvent = Pick<EventRow, 'eventType' | 'actorKind' | 'shareId'>;

/** Time between two events, long enough that they are not duplicates. */
const GAP_MS = 10 * 60 * 1000;

/**
 * Stores events that add up to the documented counts; the newest is the documented one.
 *
 * The list of shares shows three clicks on one share, the engagement eight link opens and two
 * mails: the other opens belong to an e-mailed share that the list does not show.
 */
export function seedEngagement(
  { tables, random, at, example }: CraftkitWorld,
  { id, renderId }: ShareRow,
): void {
  const { recent } = example('getEngagement', 'documented');
  const [newest] = recent;
  if (newest === undefined) throw new Error('The documented engagement has no recent event.');
  const seedEvents = listEvents(example, id, random.uuid());
  for (const [age, event] of [...seedEvents.entries()].reverse()) {
    tables.events.put({
      ...newest,
      ...event,
      id: random.uuid(),
      renderId,
      userAgent: newest.userAgent?.replace(ELIDED, '(X11; Linux x86_64)') ?? null,
      createdAt: formatInstant(at(newest.createdAt) - age * GAP_MS),
    });
  }
}

/** Lists the events, newest first. */
function listEvents(example: CraftkitWorld['example'], share: string, mailed: string): SeedEvent[] {
  const { counts, linkOpens } = example('getEngagement', 'documented');
  const clicks = example('listShares', 'documented').shares[0]?.clickCount ?? 0;
  const times = (count: number, event: SeedEvent) => Array.from({ length: count }, () => event);
  const recipient = (eventType: EventRow['eventType'], shareId: string): SeedEvent => ({
    eventType,
    actorKind: 'recipient',
    shareId,
  });
  const partner = (eventType: EventRow['eventType'], shareId: string | null): SeedEvent => ({
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

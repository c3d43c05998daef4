import type { components } from '../../src/generated/craftkit/types.ts';
import type { WebhookMessage } from '../../src/mock/authoring/index.ts';
import { describeDelivery } from './describe-delivery.ts';
import { formatInstant } from './instant.ts';
import type { CraftkitContext, EventRow } from './tables.ts';

/** What candidates to a render; source address and user agent come from the request. */
export type NewEvent = Pick<EventRow, 'renderId' | 'eventType' | 'actorKind' | 'shareId'> &
  Partial<Pick<EventRow, 'metadata'>>;

/** Template of every render, from the documented webhook. */
const TEMPLATE = '0193c2c3-0000-7aaa-8bbb-000000000000';
/** Source address in the examples, for requests without `X-Forwarded-For`. */
export const SOURCE_IP = '203.0.113.7';
const DUPLICATE_MS = 5 * 60 * 1000;

/**
 * Stores an event and sends it to the webhook; returns `false` for a duplicate, which is dropped.
 *
 * https://docs.craftkit.dev/api-reference/track-event
 */
export function recordEvent(context: CraftkitContext, newEvent: NewEvent): boolean {
  const event = createEvent(context, newEvent);
  if (isDuplicate(context, event)) return false;
  store(context, event);
  return true;
}

/** Stores an event that a share can have only once, and sends it to the webhook. */
export function recordOnce(context: CraftkitContext, newEvent: NewEvent): void {
  store(context, createEvent(context, newEvent));
}

function createEvent(
  { random, request: { headers }, now }: CraftkitContext,
  { renderId, eventType, actorKind, shareId, metadata = null }: NewEvent,
): EventRow {
  return {
    id: random.uuid(),
    renderId,
    eventType,
    actorKind,
    shareId,
    metadata,
    sourceIp: readSource(headers.get('x-forwarded-for')),
    userAgent: headers.get('user-agent'),
    createdAt: formatInstant(now),
  };
}

function store({ tables, emit }: CraftkitContext, event: EventRow): void {
  tables.events.put(event);
  emit(() => announce(event));
}

/** Returns the first address in `X-Forwarded-For`. */
function readSource(forwardedFor: string | null): string {
  return forwardedFor?.split(',')[0]?.trim() || SOURCE_IP;
}

/** Whether the share, or the render without one, recently had this event from this address. */
function isDuplicate({ tables, now }: CraftkitContext, event: EventRow): boolean {
  const { renderId, shareId, eventType, sourceIp } = event;
  const candidates = tables.events.list('repeatable', shareId ?? renderId);
  // Few events are that recent, because duplicates are dropped.
  for (let at = candidates.length - 1; at >= 0; at -= 1) {
    const other = candidates[at];
    if (other === undefined || Date.parse(other.createdAt) <= now - DUPLICATE_MS) return false;
    if (other.eventType === eventType && other.sourceIp === sourceIp) return true;
  }
  return false;
}

function announce(row: EventRow): WebhookMessage {
  const { id, renderId, shareId, eventType, actorKind, sourceIp, userAgent, metadata } = row;
  const body: components['schemas']['DocumentEvent'] = {
    event: `document.${eventType}`,
    renderId,
    templateId: TEMPLATE,
    shareId,
    eventId: id,
    eventType,
    actorKind,
    sourceIp,
    userAgent,
    metadata,
    createdAt: row.createdAt,
  };
  return {
    webhook: 'document.event',
    body,
    headers: (delivery) => describeDelivery(body.event, delivery),
  };
}

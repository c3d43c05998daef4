import type { components } from '../../src/generated/craftkit/types.ts';
import type { WebhookMessage } from '../../src/mock/authoring/index.ts';
import { describeDelivery } from './describe-delivery.ts';
import { formatInstant } from './instant.ts';
import type { CraftkitContext, EventRow } from './tables.ts';

/** What happened to a render; who did it from where is read from the request. */
export type Happening = Pick<EventRow, 'renderId' | 'eventType' | 'actorKind' | 'shareId'> &
  Partial<Pick<EventRow, 'metadata'>>;

/** Template of every render, from the documented delivery. */
const TEMPLATE = '0193c2c3-0000-7aaa-8bbb-000000000000';
/** Source address of the examples, for callers who name none in `X-Forwarded-For`. */
export const SOURCE_IP = '203.0.113.7';
const DUPLICATE_MS = 5 * 60 * 1000;

/**
 * Stores an event and tells the webhook of it; `false` for a duplicate, which is dropped.
 *
 * https://docs.craftkit.dev/api-reference/track-event
 */
export function recordEvent(context: CraftkitContext, happening: Happening): boolean {
  const event = createEvent(context, happening);
  if (isDuplicate(context, event)) return false;
  store(context, event);
  return true;
}

/** Stores an event that a share has once, and tells the webhook of it. */
export function recordOnce(context: CraftkitContext, happening: Happening): void {
  store(context, createEvent(context, happening));
}

function createEvent(
  { random, request: { headers }, now }: CraftkitContext,
  { renderId, eventType, actorKind, shareId, metadata = null }: Happening,
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

/** First of the addresses that a request was forwarded for. */
function readSource(forwardedFor: string | null): string {
  return forwardedFor?.split(',')[0]?.trim() || SOURCE_IP;
}

/** Whether the same happened lately: to the same share, or without one to the same render, from the same address. */
function isDuplicate({ tables, now }: CraftkitContext, event: EventRow): boolean {
  const { renderId, shareId, eventType, sourceIp } = event;
  const happened = tables.events.list('repeatable', shareId ?? renderId);
  // As no duplicates are kept, few events are so young.
  for (let at = happened.length - 1; at >= 0; at -= 1) {
    const other = happened[at];
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

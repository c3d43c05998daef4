import type { DocumentEvent } from '../../generated/craftkit/types.ts';
import { WebhookBodyError } from './webhook-body-error.ts';

type EventName = DocumentEvent['event'];

const NAMES: Readonly<Record<EventName, true>> = {
  'document.share_created': true,
  'document.share_revoked': true,
  'document.email_sent': true,
  'document.email_opened': true,
  'document.viewed': true,
  'document.downloaded': true,
  'document.printed': true,
};
const REQUIRED = [
  ...['event', 'renderId', 'templateId', 'eventId', 'eventType', 'actorKind', 'createdAt'],
] as const;

/** Reads the event of a delivery. Throws WebhookBodyError for any other body. */
export function readEvent(body: Uint8Array): DocumentEvent {
  const value = parse(body);
  if (isEvent(value)) return value;
  throw new WebhookBodyError(
    `Webhook: expected an event with the texts ${REQUIRED.join(', ')}, found ${describe(value)}. The events of this type are ${Object.keys(NAMES).join(', ')}.`,
  );
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    throw new WebhookBodyError('Webhook: expected a body of JSON in UTF-8, found another one.', {
      cause,
    });
  }
}

function isEvent(value: unknown): value is DocumentEvent {
  if (typeof value !== 'object' || value === null) return false;
  const texts = REQUIRED.map((name) => Reflect.get(value, name));
  return texts.every((text) => typeof text === 'string') && Object.hasOwn(NAMES, String(texts[0]));
}

function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'no object';
  const missing = REQUIRED.filter((name) => typeof Reflect.get(value, name) !== 'string');
  if (missing.length > 0) return `none for ${missing.join(', ')}`;
  return `the event ${JSON.stringify(String(Reflect.get(value, 'event')).slice(0, 50))}`;
}

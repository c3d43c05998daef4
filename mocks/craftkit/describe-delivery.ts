import type { WebhookDelivery } from '../../src/mock/authoring/index.ts';

/** Builds the headers of a delivery, with an HMAC-SHA256 in hex and the Unix time in seconds. */
export function describeDelivery(
  event: string,
  { text, secret, id, now }: WebhookDelivery,
): Readonly<Record<string, string>> {
  const { createHmac } = process.getBuiltinModule('node:crypto');
  return {
    'user-agent': 'Craftkit-Webhook/1.0',
    'x-craftkit-event': event,
    'x-craftkit-signature': createHmac('sha256', secret).update(text).digest('hex'),
    'x-craftkit-timestamp': String(Math.floor(now / 1000)),
    'x-craftkit-delivery-id': id,
  };
}

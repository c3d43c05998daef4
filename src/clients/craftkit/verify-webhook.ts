import type { DocumentEvent } from '../../generated/craftkit/types.ts';
import { readEvent } from './read-event.ts';
import { WebhookSignatureError } from './webhook-signature-error.ts';

/** Delivery of a webhook: its body as it was received, and its headers. */
export interface WebhookDelivery {
  readonly body: string | Uint8Array | ArrayBuffer;
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface VerifyWebhookOptions {
  /**
   * Greatest distance between the time of the delivery and `now`. Without it, the time is not looked at.
   *
   * The signature is that of the body alone, so that whoever has seen a delivery can send it again with another time:
   * `eventId` of the event tells a repetition.
   */
  readonly toleranceSeconds?: number;
  /** Milliseconds since 1970; those of the system's clock unless given. */
  readonly now?: () => number;
}

const SIGNATURE = 'x-craftkit-signature';
const TIMESTAMP = 'x-craftkit-timestamp';
const HMAC = { name: 'HMAC', hash: 'SHA-256' };

/**
 * Verifies that a delivery is signed with the secret of the webhook, and gives its event.
 *
 * The signature is the HMAC-SHA256 of the raw body in hex, and the time of the delivery is in Unix seconds:
 * https://docs.craftkit.dev/api-reference/webhooks/document-engagement-event-documentviewed-downloaded-printed-%E2%80%A6.
 * The body of a `Request` is read. Throws WebhookSignatureError for what is not proved, WebhookBodyError for a body
 * that is no event of the contract, and TypeError for an empty secret.
 */
export async function verifyWebhook(
  delivery: Request | WebhookDelivery,
  secret: string,
  options: VerifyWebhookOptions = {},
): Promise<DocumentEvent> {
  if (secret === '') throw new TypeError('Webhook: expected its secret, found an empty text.');
  const signature = readSignature(readHeader(delivery, SIGNATURE));
  if (options.toleranceSeconds !== undefined) {
    checkAge(readHeader(delivery, TIMESTAMP), options.toleranceSeconds, options.now ?? Date.now);
  }
  const body = await readBody(delivery);
  const key = await crypto.subtle.importKey('raw', encode(secret), HMAC, false, ['verify']);
  // Takes the same time wherever the two differ.
  if (!(await crypto.subtle.verify(HMAC, key, signature, body))) {
    throw new WebhookSignatureError(
      'wrong',
      `Webhook: expected a body that fits the header ${SIGNATURE}, found another one. Give the body as it was received and the secret of this webhook.`,
    );
  }
  return readEvent(body);
}

function readHeader({ headers }: Request | WebhookDelivery, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : findMember(headers, name);
  if (typeof value === 'string') return value;
  throw new WebhookSignatureError(
    'missing',
    `Webhook: expected the header ${name} once, found ${value ? 'several' : 'none'}.`,
  );
}

function findMember(headers: object, name: string): unknown {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

function readSignature(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\da-f]{64}$/i.test(text)) {
    throw new WebhookSignatureError(
      'malformed',
      `Webhook: expected 64 hexadecimal digits in the header ${SIGNATURE}, found a text of ${text.length} characters.`,
    );
  }
  const bytes = new Uint8Array(text.length / 2);
  return bytes.map((_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16));
}

function checkAge(text: string, toleranceSeconds: number, now: () => number): void {
  if (!/^\d{1,15}$/.test(text)) {
    throw new WebhookSignatureError(
      'malformed',
      `Webhook: expected Unix seconds in the header ${TIMESTAMP}, found ${JSON.stringify(text.slice(0, 50))}.`,
    );
  }
  const age = now() / 1000 - Number(text);
  if (Math.abs(age) <= toleranceSeconds) return;
  const distance = `${Math.round(Math.abs(age))} seconds ${age > 0 ? 'old' : 'ahead of this clock'}`;
  throw new WebhookSignatureError(
    'expired',
    `Webhook: expected a delivery of the last ${toleranceSeconds} seconds by the header ${TIMESTAMP}, found one that is ${distance}.`,
  );
}

async function readBody(delivery: Request | WebhookDelivery): Promise<Uint8Array<ArrayBuffer>> {
  if (delivery instanceof Request) return new Uint8Array(await delivery.arrayBuffer());
  const { body } = delivery;
  if (typeof body === 'string') return encode(body);
  return new Uint8Array(body);
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

import { describe, expect, test } from 'vitest';
import { describeDelivery } from '../../../mocks/craftkit/describe-delivery.ts';
import {
  verifyWebhook,
  type WebhookDelivery,
} from '../../../src/clients/craftkit/verify-webhook.ts';
import { stageOf } from '../../mocks/craftkit/stage.ts';

const SECRET = 'whsec_1f0c';
const NOW = Date.parse('2026-06-05T11:03:00Z');
const EVENT = {
  event: 'document.viewed',
  renderId: '0193c2c3-1111-7aaa-8bbb-000000000001',
  templateId: '0193c2c3-0000-7aaa-8bbb-000000000000',
  eventId: '0193c2c3-4444-7aaa-8bbb-000000000004',
  eventType: 'viewed',
  actorKind: 'recipient',
  createdAt: '2026-06-05T11:03:00.000Z',
  userAgent: 'Mozilla/5.0 …',
};

/** Signs a body as the mock does. */
function deliver(value: unknown, now = NOW): { body: string; headers: Record<string, string> } {
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  const delivery = { text: body, secret: SECRET, id: EVENT.eventId, now };
  return { body, headers: { ...describeDelivery('document.viewed', delivery) } };
}

describe('verifyWebhook', () => {
  test('gives the event of what the mock sends', async () => {
    const { call, sent } = stageOf('craftkit', 'default');
    call('createShare', { path: { id: EVENT.renderId }, body: {} });
    const [message] = sent;
    if (message === undefined) throw new Error('The mock has sent nothing.');
    const body = JSON.stringify(message.body);
    const delivery = { text: body, secret: SECRET, id: EVENT.eventId, now: NOW };
    const headers = { ...message.headers(delivery) };
    const event = await verifyWebhook({ body, headers }, SECRET);
    expect(event).toEqual(message.body);
    expect(event.event).toBe('document.share_created');
  });

  test.each<[string, (signed: ReturnType<typeof deliver>) => Request | WebhookDelivery]>([
    ['a text', (signed) => signed],
    ['bytes', ({ body, headers }) => ({ body: new TextEncoder().encode(body), headers })],
    ['a buffer', ({ body, headers }) => ({ body: new TextEncoder().encode(body).buffer, headers })],
    ['Headers', ({ body, headers }) => ({ body, headers: new Headers(headers) })],
    [
      'header names in capitals',
      ({ body, headers }) => {
        const entries = Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]);
        return { body, headers: Object.fromEntries(entries) };
      },
    ],
    [
      'a Request',
      ({ body, headers }) => new Request('http://hook.test/', { method: 'POST', body, headers }),
    ],
  ])('takes %s', async (_what, from) => {
    const options = { toleranceSeconds: 0, now: () => NOW };
    expect(await verifyWebhook(from(deliver(EVENT)), SECRET, options)).toEqual(EVENT);
  });

  test.each<[string, string, (signed: ReturnType<typeof deliver>) => WebhookDelivery]>([
    ['another body', 'wrong', ({ headers }) => ({ body: '{}', headers })],
    ['a body with white space', 'wrong', ({ body, headers }) => ({ body: `${body}\n`, headers })],
    [
      'another signature',
      'wrong',
      ({ body, headers }) => ({
        body,
        headers: { ...headers, 'x-craftkit-signature': '0'.repeat(64) },
      }),
    ],
    ['no signature', 'missing', ({ body }) => ({ body, headers: {} })],
    ['no signature in Headers', 'missing', ({ body }) => ({ body, headers: new Headers() })],
    [
      'two signatures',
      'missing',
      ({ body, headers }) => ({
        body,
        headers: { ...headers, 'x-craftkit-signature': ['a', 'b'] },
      }),
    ],
    [
      'a signature with a prefix',
      'malformed',
      ({ body, headers }) => ({
        body,
        headers: {
          ...headers,
          'x-craftkit-signature': `sha256=${headers['x-craftkit-signature']}`,
        },
      }),
    ],
    [
      'no time',
      'missing',
      ({ body, headers: { 'x-craftkit-timestamp': _, ...headers } }) => ({ body, headers }),
    ],
    [
      'a time in words',
      'malformed',
      ({ body, headers }) => ({ body, headers: { ...headers, 'x-craftkit-timestamp': 'now' } }),
    ],
  ])('refuses %s as %s', async (_what, reason, change) => {
    const options = { toleranceSeconds: 300, now: () => NOW };
    const refused = verifyWebhook(change(deliver(EVENT)), SECRET, options);
    await expect(refused).rejects.toMatchObject({ name: 'WebhookSignatureError', reason });
    await expect(refused).rejects.not.toThrow(SECRET);
  });

  test('refuses another secret, and tells neither', async () => {
    const refused = verifyWebhook(deliver(EVENT), 'another', {});
    await expect(refused).rejects.toMatchObject({ reason: 'wrong' });
    await expect(refused).rejects.not.toThrow(/another secret|whsec/);
    await expect(verifyWebhook(deliver(EVENT), '')).rejects.toThrow(TypeError);
  });

  test.each([
    [300, true],
    [301, false],
    [-300, true],
    [-301, false],
  ])('keeps to the tolerance: a delivery of %i seconds ago', async (age, isAccepted) => {
    const options = { toleranceSeconds: 300, now: () => NOW + age * 1000 };
    const verified = verifyWebhook(deliver(EVENT), SECRET, options);
    if (isAccepted) expect(await verified).toEqual(EVENT);
    else await expect(verified).rejects.toMatchObject({ reason: 'expired' });
  });

  test('does not look at the time unless a tolerance is given', async () => {
    expect(await verifyWebhook(deliver(EVENT, 0), SECRET)).toEqual(EVENT);
  });

  test.each([
    ['no JSON', '{', 'expected a body of JSON in UTF-8'],
    ['no object', 'null', 'found no object'],
    ['a list', '[]', 'found no object'],
    ['a member less', { ...EVENT, renderId: undefined }, 'found none for renderId'],
    [
      'an event outside the contract',
      { ...EVENT, event: 'render.done' },
      'found the event "render.done"',
    ],
    ['a name that every object has', { ...EVENT, event: 'toString' }, 'found the event "toString"'],
  ])('refuses a signed body that is %s', async (_what, body, found) => {
    const refused = verifyWebhook(deliver(body), SECRET);
    await expect(refused).rejects.toMatchObject({ name: 'WebhookBodyError' });
    await expect(refused).rejects.toThrow(found);
  });
});

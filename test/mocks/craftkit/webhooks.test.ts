import { describe, expect, test } from 'vitest';
import { describeDelivery } from '../../../mocks/craftkit/describe-delivery.ts';
import { readFrom } from '../../../src/contract/model/header-reader.ts';
import type { WebhookMessage } from '../../../src/mock/create-mock.ts';
import { type Stage, stageOf } from './stage.ts';

const RENDER = '0193c2c3-1111-7aaa-8bbb-000000000001';
const SHARE = '9a8b7c6d-5e4f-3a2b-1c0d-9e8f7a6b5c4d';
const path = { id: RENDER };
const UUID = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);

const happenings: Record<string, [act: (stage: Stage) => unknown, body: object]> = {
  'document.share_created': [
    ({ call }) => call('createShare', { path, body: {} }),
    { eventType: 'share_created', actorKind: 'partner', shareId: UUID },
  ],
  'document.email_sent': [
    ({ call }) => call('emailRender', { path, body: { to: 'client@acme.com' } }),
    { eventType: 'email_sent', actorKind: 'partner', shareId: UUID },
  ],
  'document.share_revoked': [
    ({ call }) => call('revokeShare', { path: { id: RENDER, shareId: SHARE } }),
    { eventType: 'share_revoked', actorKind: 'partner', shareId: SHARE },
  ],
  'document.viewed': [
    ({ open }) =>
      open('/share/cks_abc123', { 'x-forwarded-for': '198.51.100.1', 'user-agent': 'Firefox' }),
    {
      eventType: 'viewed',
      actorKind: 'recipient',
      shareId: SHARE,
      sourceIp: '198.51.100.1',
      userAgent: 'Firefox',
    },
  ],
  'document.downloaded': [
    ({ call }) =>
      call('trackEvent', { path, body: { eventType: 'downloaded', metadata: { source: 'x' } } }),
    { eventType: 'downloaded', actorKind: 'partner', shareId: null, metadata: { source: 'x' } },
  ],
  'document.printed': [
    ({ call }) => call('trackEvent', { path, body: { eventType: 'printed' } }),
    { eventType: 'printed', actorKind: 'partner', shareId: null },
  ],
};

/** Ways in which a message breaks the contract, delivered with the secret `secret`. */
function findViolations({ contract, checks }: Stage, { body, headers }: WebhookMessage): unknown[] {
  const [operation] = contract.webhooks;
  if (operation === undefined) throw new Error('The contract has no webhook.');
  const delivery = { text: JSON.stringify(body), secret: 'secret', id: RENDER, now: 0 };
  const source = {
    path: {},
    query: new URLSearchParams(),
    headers: readFrom({ ...headers(delivery) }),
  };
  return [
    ...checks.checkRequestBody(operation, operation.body?.content[0], body),
    ...checks.readParameters(operation, source).violations,
  ];
}

describe('document.event', () => {
  test.each(Object.entries(happenings))('tells of %s', (event, [act, expected]) => {
    const stage = stageOf('craftkit', 'default');
    act(stage);
    const [message, ...others] = stage.sent;
    expect(others).toEqual([]);
    expect(message?.webhook).toBe('document.event');
    expect(message?.body).toEqual({
      event,
      renderId: RENDER,
      templateId: '0193c2c3-0000-7aaa-8bbb-000000000000',
      eventId: UUID,
      sourceIp: '203.0.113.7',
      userAgent: null,
      metadata: null,
      createdAt: '2026-06-06T09:00:00.000Z',
      ...expected,
    });
    expect(message && findViolations(stage, message)).toEqual([]);
  });

  test('tells of an event by the id that it is stored with', () => {
    const { call, rows, sent } = stageOf('craftkit', 'empty');
    call('createShare', { path, body: {} });
    const [eventId] = rows('events').map((event) => 'id' in event && event.id);
    expect(sent[0]?.body).toMatchObject({ eventId });
  });

  test('tells of nothing that is refused or dropped as a duplicate', () => {
    const { call, open, sent } = stageOf('craftkit', 'empty');
    call('trackEvent', { path, body: { eventType: 'viewed' } });
    call('trackEvent', { path, body: { eventType: 'viewed' } });
    call('revokeShare', { path: { id: RENDER, shareId: SHARE } });
    open('/share/cks_abc123');
    expect(sent).toHaveLength(1);
  });

  test('is signed and described by its headers as in the documented delivery', () => {
    const { contract } = stageOf('craftkit', 'empty');
    const [operation] = contract.webhooks;
    const body = operation?.body?.content[0]?.examples[0]?.value;
    const documented = operation?.parameters.map(({ name, example }) => [name, example]);
    const delivery = {
      text: JSON.stringify(body),
      secret: 'secret',
      id: '0193c2c3-5555-7aaa-8bbb-000000000005',
      now: Date.parse('2026-06-05T11:03:00.999Z'),
    };
    expect(describeDelivery('document.viewed', delivery)).toEqual({
      'user-agent': 'Craftkit-Webhook/1.0',
      ...Object.fromEntries(documented ?? []),
    });
  });
});

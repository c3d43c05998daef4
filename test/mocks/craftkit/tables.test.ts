import { describe, expect, test } from 'vitest';
import { type EventRow, tables } from '../../../mocks/craftkit/tables.ts';

const view: EventRow = {
  id: '0193c2c3-4444-7aaa-8bbb-000000000004',
  renderId: '0193c2c3-1111-7aaa-8bbb-000000000001',
  eventType: 'viewed',
  actorKind: 'recipient',
  shareId: '0193c2c3-3333-7aaa-8bbb-000000000003',
  sourceIp: null,
  userAgent: null,
  metadata: null,
  createdAt: '2026-06-05T11:03:00.000Z',
};

describe('events', () => {
  test.each<[what: string, changes: Partial<EventRow>, clicked: string | undefined]>([
    ['a view by a recipient', {}, '0193c2c3-3333-7aaa-8bbb-000000000003'],
    ['a view by the partner', { actorKind: 'partner' }, undefined],
    ['a view without a share', { shareId: null }, undefined],
    ['a download', { eventType: 'downloaded' }, undefined],
  ])('are clicks of a share: %s', (_what, changes, clicked) => {
    expect(tables.events.indexes?.clicks.group({ ...view, ...changes })).toBe(clicked);
  });
});

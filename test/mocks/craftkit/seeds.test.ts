import { describe, expect, test } from 'vitest';
import { createSchemaValidator } from '../../../src/contract/validate/schema-validator.ts';
import { type Stage, stageOf } from './stage.ts';

const RENDER = '0193c2c3-1111-7aaa-8bbb-000000000001';
const SEEDS = ['default', 'empty', 'one', 'many', 'expired', 'revoked'];
const path = { id: RENDER };

function listShares({ call }: Stage): unknown {
  return call('listShares', { path });
}

const page = (...shares: object[]) => ({ status: 200, body: { shares } });

describe('seeds', () => {
  test('are the ones that scenarios name', () => {
    expect(Object.keys(stageOf('craftkit', 'default').behaviour.seeds)).toEqual(SEEDS);
  });

  test.each(SEEDS)('%s has rows that keep the schemas of their tables', (seed) => {
    const { behaviour, contract, rows } = stageOf('craftkit', seed);
    for (const [name, { schema }] of Object.entries(behaviour.tables)) {
      if (schema === undefined) continue;
      const document = { ...contract.document, 'x-row': schema };
      const validate = createSchemaValidator({ file: contract.file, document });
      const place = { pointer: '/x-row', schema };
      expect(rows(name).flatMap((row) => validate(place, row, 'body'))).toEqual([]);
      expect(validate(place, {}, 'body')).not.toEqual([]);
    }
  });

  test.each(SEEDS)('%s has a render in each state that is ever produced', (seed) => {
    const statuses = stageOf('craftkit', seed)
      .rows('renders')
      .map((row) => 'status' in row && row.status);
    expect(statuses).toEqual(['succeeded', 'rendering', 'failed', 'queued']);
  });

  test('empty has neither shares nor events', () => {
    const { rows } = stageOf('craftkit', 'empty');
    expect([rows('shares'), rows('events')]).toEqual([[], []]);
  });

  test('one has a share that nobody has opened', () => {
    const stage = stageOf('craftkit', 'one');
    const share = { createdAt: '2026-06-05T10:05:00.000Z', clickCount: 0, revokedAt: null };
    expect(listShares(stage)).toMatchObject(page(share));
    expect(stage.open('/share/cks_abc123')).toMatchObject({ status: 200 });
  });

  test('many has 250 shares of the sample render, each created before the one above it', () => {
    const { rows, call } = stageOf('craftkit', 'many');
    const times = rows('shares').map((row) => ('createdAt' in row ? row.createdAt : ''));
    expect(new Set(times).size).toBe(250);
    const listed = times.toReversed().map((createdAt) => expect.objectContaining({ createdAt }));
    expect(call('listShares', { path })).toMatchObject(page(...listed));
    expect(times).toEqual(times.toSorted());
    const counts = { share_created: 250 };
    expect(call('getEngagement', { path })).toMatchObject({ body: { counts, total: 250 } });
  });

  test('expired has the documented share, whose link is gone', () => {
    const stage = stageOf('craftkit', 'expired');
    const share = { expiresAt: '2026-06-06T08:59:00.000Z', revokedAt: null, clickCount: 3 };
    expect(listShares(stage)).toMatchObject(page(share));
    expect(stage.open('/share/cks_abc123')).toMatchObject({ status: 404 });
  });

  test('revoked has the documented share, revoked when the page says', () => {
    const stage = stageOf('craftkit', 'revoked');
    const revokedAt = '2026-06-06T09:00:00.000Z';
    const share = { revokedAt, revokedReason: 'revoked_by_partner', clickCount: 3 };
    expect(listShares(stage)).toMatchObject(page(share));
    expect(stage.open('/share/cks_abc123')).toMatchObject({ status: 404 });
    expect(stage.call('getEngagement', { path })).toMatchObject({
      body: { counts: { share_revoked: 1 }, total: 24 },
    });
  });
});

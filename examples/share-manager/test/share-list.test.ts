import { describe, expect } from 'vitest';
import { describeExpiry } from '../src/expiry/describe-expiry.ts';
import { expiryAfter } from '../src/expiry/expiry-choices.ts';
import { test } from './page-test.ts';

describe('loading', () => {
  test('gives the shares newest first, and their number', async ({ list }) => {
    expect(await list.load()).toBe(true);
    const { shares, total, task, failure } = list.read();
    expect(shares?.map(({ created_at }) => created_at)).toEqual(
      shares
        ?.map(({ created_at }) => created_at)
        .sort()
        .reverse(),
    );
    expect({ count: shares?.length, total, task, failure }).toEqual({ count: 2, total: 2 });
  });

  test('gives an empty list where no one has a link', async ({ list, mock }) => {
    mock.scenario('empty');
    await list.load();
    expect(list.read()).toMatchObject({ shares: [], total: 0 });
  });

  test('tells each change to who listens, and to no one who has left', async ({ list }) => {
    const tasks: unknown[] = [];
    const leave = list.subscribe(() => tasks.push(list.read().task));
    await list.load();
    leave();
    await list.load();
    expect(tasks).toEqual(['load', 'load', undefined]);
  });

  test('is given up for a later one', async ({ list, mock }) => {
    const first = list.load();
    const second = list.load();
    expect([await first, await second]).toEqual([false, true]);
    expect(list.read()).toMatchObject({ total: 2, task: undefined, failure: undefined });
    expect(mock.journal({ operation: 'listShares' }).length).toBeGreaterThan(0);
  });
});

describe('paging', () => {
  test('adds a page at a time, until all are there', async ({ list, mock }) => {
    mock.scenario('many');
    await list.load();
    const counts: unknown[] = [list.read().shares?.length];
    while ((list.read().shares?.length ?? 0) < list.read().total) {
      await list.loadMore();
      counts.push(list.read().shares?.length);
    }
    expect(counts.slice(0, 3)).toEqual([15, 30, 45]);
    expect(counts.at(-1)).toBe(250);
    expect(new Set(list.read().shares?.map(({ id }) => id)).size).toBe(250);
  });

  test('shows every share once, though some came and went since', async ({ list, mock, clock }) => {
    mock.scenario('many');
    await list.load();
    await list.create(expiryAfter(1, clock.now()));
    for (const { id } of list.read().shares?.slice(1, 4) ?? []) await list.revoke(id);
    while ((list.read().shares?.length ?? 0) < list.read().total) await list.loadMore();
    const shown = list.read().shares?.map(({ id }) => id) ?? [];
    await list.load();
    while ((list.read().shares?.length ?? 0) < list.read().total) await list.loadMore();
    expect(shown).toEqual(list.read().shares?.map(({ id }) => id));
    expect(shown).toHaveLength(248);
  });
});

describe('creating', () => {
  test('puts the new share first, as the provider does', async ({ list, clock }) => {
    await list.load();
    const expiresAt = expiryAfter(7, clock.now());
    expect(await list.create(expiresAt)).toBe(true);
    const shown = list.read();
    expect(Date.parse(shown.shares?.[0]?.expires_at ?? '')).toBe(Date.parse(expiresAt));
    await list.load();
    expect(list.read()).toEqual(shown);
  });

  test('refuses an instant that is none before it is sent', async ({ list, mock }) => {
    expect(await list.create('tomorrow')).toBe(false);
    expect(list.read().failure).toMatchObject({ title: 'This cannot be sent.', task: 'create' });
    expect(mock.journal({ operation: 'createShare' })).toEqual([]);
  });
});

describe('revoking', () => {
  test('takes the share out, here and at the provider', async ({ list }) => {
    await list.load();
    const [first, second] = list.read().shares ?? [];
    expect(await list.revoke(first?.id ?? '')).toBe(true);
    expect(list.read()).toMatchObject({ shares: [second], total: 1 });
    await list.load();
    expect(list.read()).toMatchObject({ shares: [second], total: 1 });
  });

  test('takes out a share that someone else has revoked', async ({ list, crego }) => {
    await list.load();
    const [share] = list.read().shares ?? [];
    const { document: document_id = '', id: share_id = '' } = share ?? {};
    await crego.deleteShare({ path: { document_id, share_id } });
    expect(await list.revoke(share_id)).toBe(true);
    expect(list.read()).toMatchObject({ total: 1, failure: undefined });
  });
});

describe('time', () => {
  test('is the provider’s: a share expires when its time comes', async ({ list, mock, clock }) => {
    await list.load();
    const states = () =>
      list.read().shares?.map(({ expires_at }) => describeExpiry(expires_at, clock.now()).state);
    expect(states()).toEqual(['active', 'active']);
    mock.clock.advance('8d');
    await list.load();
    expect(states()).toEqual(['expired', 'expired']);
  });

  test('makes a link unreadable once it has expired', async ({ list, mock, crego }) => {
    await list.load();
    const path = { token: list.read().shares?.[0]?.token ?? '' };
    expect(await crego.previewShare.safe({ path })).toMatchObject({ status: 200 });
    mock.clock.advance('8d');
    expect(await crego.previewShare.safe({ path })).toMatchObject({ status: 404 });
  });
});

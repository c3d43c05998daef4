import { createCregoClient } from 'share-contracts/clients/crego';
import { describe, expect } from 'vitest';
import { createShareList } from '../src/shares/share-list.ts';
import { DOCUMENT, test } from './page-test.ts';

describe('a provider that fails', () => {
  test('is told apart by what it does', async ({ list, mock }) => {
    const titles: unknown[] = [];
    for (const outcome of ['error', 'reset'] as const) {
      mock.faults.set([{ outcome }]);
      expect(await list.load()).toBe(false);
      titles.push(list.read().failure?.title);
    }
    expect(titles).toEqual(['Crego has a problem (500).', 'Crego cannot be reached.']);
  });

  test('is asked again, and the user sees nothing of it', async ({ mock, options }) => {
    mock.faults.set([{ operation: 'listShares', outcome: 'error' }]);
    const crego = createCregoClient({
      ...options,
      baseUrl: mock.url('crego'),
      fetch: async (request) => {
        const answer = await mock.fetch(request);
        mock.faults.clear();
        return answer;
      },
    });
    const list = createShareList(crego, DOCUMENT);
    expect(await list.load()).toBe(true);
    expect(mock.journal().map(({ status }) => status)).toEqual([500, 200]);
  });

  test('is not asked twice to create', async ({ list, mock }) => {
    mock.faults.set([{ operation: 'createShare', outcome: 'error' }]);
    expect(await list.create('2030-01-01T00:00:00Z')).toBe(false);
    expect(mock.journal()).toHaveLength(1);
  });

  test('leaves what was shown', async ({ list, mock }) => {
    await list.load();
    const { shares } = list.read();
    mock.faults.set([{ outcome: 'error' }]);
    expect(await list.revoke(shares?.[0]?.id ?? '')).toBe(false);
    expect(list.read()).toMatchObject({ shares, total: 2, failure: { task: 'revoke' } });
    list.forgetFailure();
    expect(list.read().failure).toBeUndefined();
  });
});

describe('a slow provider', () => {
  test.override('timeout', 50);

  test('is given up when the time is over', async ({ list, mock }) => {
    mock.faults.set([{ delay: 60_000 }]);
    expect(await list.load()).toBe(false);
    expect(list.read().failure?.title).toBe('Crego takes too long to answer.');
  });
});

import { createCregoClient } from 'share-contracts/clients/crego';
import { mockTest } from 'share-contracts/testing/vitest';
import { describe, expect } from 'vitest';

const test = mockTest({ apis: ['crego', 'craftkit'] });
const DOCUMENT = '01JVVJNAVTB19FN3F7W1NHBPT6';
const path = { document_id: DOCUMENT };

/** The code under test: says how many shares there are. */
async function countShares(baseUrl: string, send: typeof fetch): Promise<number> {
  const headers = { authorization: 'Bearer x' };
  const response = await send(`${baseUrl}/documents/${DOCUMENT}/shares/`, { headers });
  const { count } = await response.json();
  return count;
}

describe.concurrent('each of many tests', () => {
  test.for([1, 2, 3, 4])('has shares of its own (%i)', async (added, { mock }) => {
    const crego = mock.client('crego', createCregoClient, { token: 'x' });
    for (let number = 0; number < added; number += 1) {
      await crego.createShare({ path, body: { expires_at: '2030-01-01T00:00:00Z' } });
    }
    expect(await countShares(mock.url('crego'), mock.fetch)).toBe(2 + added);
  });
});

test('shares expire when the time comes', async ({ mock }) => {
  const before = mock.clock.now('crego');
  mock.clock.advance('8d');
  expect(mock.clock.now('crego').getTime() - before.getTime()).toBeGreaterThanOrEqual(691_200_000);
});

test('a share without expiry is refused', async ({ mock }) => {
  const response = await mock.fetch(`${mock.url('crego')}/documents/${DOCUMENT}/shares/`, {
    method: 'POST',
    headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
    body: JSON.stringify({ expiry: 'tomorrow' }),
  });
  expect(response.status).toBe(400);
});

describe('where it is meant', () => {
  test.override('checks', { except: ['createShare'] });

  test('a share without expiry may be refused', async ({ mock }) => {
    const response = await mock.fetch(`${mock.url('crego')}/documents/${DOCUMENT}/shares/`, {
      method: 'POST',
      headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(400);
  });
});

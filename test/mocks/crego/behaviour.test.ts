import { describe, expect, test } from 'vitest';
import { signJwt } from '../../../src/mock/authoring/jwt.ts';
import { sandboxMockOf } from '../../support/sandbox-mock.ts';

const DOCUMENT = '01JQ8MZ0P94HR6HSH1DGY5VNH9';
const OTHER = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const USER = '6da08401-b1f7-46ec-9013-2a9d7bc6185c';
const DAY = 24 * 60 * 60 * 1000;
const list = (document = DOCUMENT, query = '') => `GET /documents/${document}/shares/${query}`;
const create = (document = DOCUMENT) => `POST /documents/${document}/shares/`;
const one = (method: string, id: string, document = DOCUMENT) =>
  `${method} /documents/${document}/shares/${id}/`;
const DOCUMENTED = '01JQ8NZY29A8XYWQ1ZAQR4KRJD';
const body = { expires_at: '2025-08-01T05:38:35+00:00' };

describe('listShares', () => {
  test('answers the documented shares at first, by either id of the sample document', async () => {
    const { ask } = sandboxMockOf('crego');
    const documented = await ask(list(), { headers: { prefer: 'example=documented' } });
    expect((await ask(list())).body).toEqual(documented.body);
    expect((await ask(list('01JVVJNAVTB19FN3F7W1NHBPT6'))).body).toEqual(documented.body);
  });

  test('answers an empty page for a document that nobody has shared', async () => {
    expect((await sandboxMockOf('crego').ask(list(OTHER))).body).toEqual({
      count: 0,
      total_pages: 1,
      current_page: 1,
      has_previous: false,
      has_next: false,
      previous_page: null,
      next_page: null,
      results: [],
    });
  });

  test('pages newest first, 15 shares unless told, with the numbers of both neighbours', async () => {
    const { ask, advance } = sandboxMockOf('crego');
    const ids: string[] = [];
    for (let count = 0; count < 16; count += 1) {
      advance(1000);
      ids.unshift((await ask(create(OTHER), { body })).body.id);
    }
    const page = async (query: string) => (await ask(list(OTHER, query))).body;
    const idsOf = ({ results }: { results: { id: string }[] }) => results.map(({ id }) => id);
    expect(idsOf(await page(''))).toEqual(ids.slice(0, 15));
    expect(idsOf(await page('?page=2'))).toEqual(ids.slice(15));
    const middle = await page('?page=2&page_size=5');
    expect(idsOf(middle)).toEqual(ids.slice(5, 10));
    expect(middle).toMatchObject({
      count: 16,
      total_pages: 4,
      current_page: 2,
      has_previous: true,
      has_next: true,
      previous_page: 1,
      next_page: 3,
    });
    expect(await page('?page=5&page_size=5')).toEqual({ detail: 'Invalid page.' });
  });

  test.each([
    ['expires_at_gte=2025-04-02T00:00:00Z', 2],
    ['expires_at_lte=2025-04-02T00:00:00Z', 1],
    ['expires_at_lte=2025-04-02T00:00:00.000001Z', 2],
    ['expires_at_gte=2025-04-02T02:00:00%2B02:00', 2],
    ['expires_at=2025-04-03T00:00:00Z', 1],
    ['expires_at=2025-04-03T00:00:00.000000%2B00:00', 1],
    ['expires_at_gte=2025-04-02T00:00:00Z&expires_at_lte=2025-04-02T23:59:59Z', 1],
  ])('keeps the shares of ?%s', async (query, count) => {
    const { ask } = sandboxMockOf('crego');
    for (const expires_at of [
      '2025-04-01T00:00:00Z',
      '2025-04-02T00:00:00.000001Z',
      '2025-04-03T00:00:00Z',
    ]) {
      await ask(create(OTHER), { body: { expires_at } });
    }
    expect((await ask(list(OTHER, `?${query}`))).body.count).toBe(count);
  });
});

describe('createShare', () => {
  test('answers a share with ULID, six-digit timestamps and no update, and lists it first', async () => {
    const { ask } = sandboxMockOf('crego');
    const { status, body: share } = await ask(create(), { body });
    expect(status).toBe(201);
    expect(share).toEqual({
      id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
      tenant_id: '23067dbc-6c62-4203-9014-7100e4ffe811',
      created_by: USER,
      updated_by: '',
      created_at: '2025-03-26T14:20:38.000000Z',
      updated_at: '2025-03-26T14:20:38.000028Z',
      expires_at: '2025-08-01T05:38:35.000000Z',
      token: expect.stringMatching(/^[\da-f-]{36}$/),
      document: DOCUMENT,
    });
    const page = (await ask(list())).body;
    expect(page.count).toBe(3);
    expect(page.results[0]).toEqual(share);
  });

  test.each([
    ['9999-12-31T23:59:59-12:00', '9999-12-31T23:59:59.000000Z'],
    ['0000-01-01T00:00:00+12:00', '0000-01-01T00:00:00.000000Z'],
  ])('keeps an expiry of %s within the years that can be written', async (expiry, expected) => {
    const { ask } = sandboxMockOf('crego');
    const { status, body: share } = await ask(create(), { body: { expires_at: expiry } });
    expect([status, share.expires_at]).toEqual([201, expected]);
  });

  test('lets shares of one document with the same expiry coexist', async () => {
    const { ask } = sandboxMockOf('crego');
    const shares = [await ask(create(OTHER), { body }), await ask(create(OTHER), { body })];
    const [first, second] = shares.map((answer) => answer.body);
    expect(first.expires_at).toBe(second.expires_at);
    expect(first.id).not.toBe(second.id);
    expect(first.token).not.toBe(second.token);
  });

  test.each([
    [{}, { expires_at: ['This field is required.'] }],
    [{ expires_at: null }, { expires_at: ['This field may not be null.'] }],
    [{ expires_at: 'soon' }, { expires_at: [expect.stringMatching(/^Datetime has wrong format/)] }],
  ])('refuses %j with a list of messages per field', async (broken, expected) => {
    const { status, body: errors } = await sandboxMockOf('crego').ask(create(), { body: broken });
    expect(status).toBe(400);
    expect(errors).toEqual(expected);
  });
});

describe('getShare', () => {
  test('answers a share of its document alone', async () => {
    const { ask } = sandboxMockOf('crego');
    expect((await ask(one('GET', DOCUMENTED))).body.id).toBe(DOCUMENTED);
    expect(await ask(one('GET', DOCUMENTED, OTHER))).toMatchObject({
      status: 404,
      body: { detail: 'Not found.' },
    });
  });
});

describe('updateShare', () => {
  test('changes the expiry, names who did it and moves the time of the update', async () => {
    const { ask, advance } = sandboxMockOf('crego');
    const before = (await ask(one('GET', DOCUMENTED))).body;
    advance(1500);
    const { status, body: share } = await ask(one('PATCH', DOCUMENTED), { body });
    expect(status).toBe(200);
    expect(share).toEqual({
      ...before,
      expires_at: '2025-08-01T05:38:35.000000Z',
      updated_by: USER,
      updated_at: '2025-03-26T14:20:39.500000Z',
    });
    expect((await ask(one('GET', DOCUMENTED))).body).toEqual(share);
    expect((await ask(one('PATCH', DOCUMENTED), { body: {} })).body).toEqual(share);
  });

  test('answers 404 for a share that is not there', async () => {
    expect((await sandboxMockOf('crego').ask(one('PATCH', OTHER), { body })).status).toBe(404);
  });
});

describe('deleteShare', () => {
  test('answers 204 without a body, and then 404 with a detail', async () => {
    const { ask } = sandboxMockOf('crego');
    expect(await ask(one('DELETE', DOCUMENTED))).toMatchObject({ status: 204, body: '' });
    for (const method of ['DELETE', 'GET', 'PATCH']) {
      expect(await ask(one(method, DOCUMENTED), method === 'PATCH' ? { body } : {})).toMatchObject({
        status: 404,
        body: { detail: 'Not found.' },
      });
    }
    expect((await ask(list())).body.count).toBe(1);
  });
});

describe('previewShare', () => {
  test('shows a stranger what a token leads to until it expires or is deleted', async () => {
    const { ask, advance } = sandboxMockOf('crego');
    const expires_at = '2025-03-27T14:20:38Z';
    const share = (await ask(create(), { body: { expires_at } })).body;
    const preview = () =>
      ask(`GET /shares/${share.token}/preview/`, { headers: { authorization: '' } });
    expect(await preview()).toMatchObject({
      status: 200,
      body: { document: DOCUMENT, expires_at: '2025-03-27T14:20:38.000000Z' },
    });
    advance(DAY);
    expect((await preview()).status).toBe(404);
    await ask(one('PATCH', share.id), { body });
    expect((await preview()).status).toBe(200);
    await ask(one('DELETE', share.id));
    expect((await preview()).status).toBe(404);
  });
});

describe('crego', () => {
  test('redirects a path without its trailing slash', async () => {
    const { status, headers } = await sandboxMockOf('crego').ask(
      `GET /documents/${DOCUMENT}/shares?page=1`,
    );
    expect(status).toBe(301);
    expect(headers.get('location')).toBe(
      `http://mock.test/crego/documents/${DOCUMENT}/shares/?page=1`,
    );
  });

  test('knows the documents of the examples alone in a closed world', async () => {
    const { ask } = sandboxMockOf('crego', { closedWorld: true });
    expect((await ask(list())).status).toBe(200);
    for (const request of [list(OTHER), create(OTHER)]) {
      expect(await ask(request, request.startsWith('POST') ? { body } : {})).toMatchObject({
        status: 404,
        body: { detail: 'Not found.' },
      });
    }
  });

  test('refuses an expired token, and any unknown one where authentication is strict', async () => {
    const claims = { exp: Date.parse('2025-03-26T14:20:37Z') / 1000 };
    const expired = { authorization: `Bearer ${signJwt(claims, 'key')}` };
    const refused = { status: 401, body: { code: 'token_not_valid' } };
    expect(await sandboxMockOf('crego').ask(list(), { headers: expired })).toMatchObject(refused);
    const { ask } = sandboxMockOf('crego', { strictAuth: true, credentials: new Set(['good']) });
    expect(await ask(list())).toMatchObject(refused);
    const good = { headers: { authorization: 'Bearer good' } };
    const { results } = (await ask(list(), good)).body;
    expect(results.length).toBe(2);
    // A stranger needs no token for what a link leads to.
    const stranger = { headers: { authorization: '' } };
    expect((await ask(`GET /shares/${results[0].token}/preview/`, stranger)).status).toBe(200);
  });
});

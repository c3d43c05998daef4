import { describe, expect, test } from 'vitest';
import { type SandboxMock, sandboxMockOf } from '../../support/sandbox-mock.ts';

const SAMPLE = '0193c2c3-1111-7aaa-8bbb-000000000001';
const RENDERING = '0193c2c3-1111-7aaa-8bbb-000000000002';
const FAILED = '0193c2c3-1111-7aaa-8bbb-000000000003';
const QUEUED = '0193c2c3-1111-7aaa-8bbb-000000000004';
const OTHER = '7f3b9a52-0c1d-4e8f-9a6b-5d4c3b2a1f0e';
const SHARE = '9a8b7c6d-5e4f-3a2b-1c0d-9e8f7a6b5c4d';
const MINUTE = 60_000;
const NOW = '2026-06-06T09:00:00.000Z';
const UUID = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
const HOST = 'http://mock.test/craftkit';

const render = (id = SAMPLE) => `GET /v1/renders/${id}`;
const list = (id = SAMPLE) => `GET /v1/renders/${id}/shares`;
const create = (id = SAMPLE) => `POST /v1/renders/${id}/shares`;
const revoke = (share = SHARE, id = SAMPLE) => `DELETE /v1/renders/${id}/shares/${share}`;
const email = (id = SAMPLE) => `POST /v1/renders/${id}/email`;
const engagement = (id = SAMPLE) => `GET /v1/renders/${id}/engagement`;
const track = (id = SAMPLE) => `POST /v1/renders/${id}/events`;

const documented = { headers: { prefer: 'example=documented' } };
const from = (address: string) => ({ 'x-forwarded-for': address });
const stranger = (address: string) => ({ headers: { authorization: '', ...from(address) } });
const notFound = { status: 404, body: { error: { code: 'not_found' } } };
const notReady = { status: 409, body: { error: { code: 'not_ready' } } };

/** Operations with requests that are good but for the render that they name. */
const requests: [operation: string, request: (id: string) => string, body?: unknown][] = [
  ['getRender', render],
  ['listShares', list],
  ['createShare', create, {}],
  ['revokeShare', (id) => revoke(SHARE, id)],
  ['emailRender', email, { to: 'client@acme.com' }],
  ['getEngagement', engagement],
  ['trackEvent', track, { eventType: 'viewed' }],
];

/** Clicks that the list shows for the first share. */
async function clicksOf({ ask }: SandboxMock, id = SAMPLE): Promise<unknown> {
  return (await ask(list(id))).body.shares[0].clickCount;
}

describe('getRender', () => {
  test('answers the documented render with its elided id completed', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const { body } = await ask(render(), documented);
    expect((await ask(render())).body).toEqual({
      ...body,
      id: SAMPLE,
      pollUrl: `${HOST}/v1/renders/${SAMPLE}`,
      downloadUrl: `${HOST}/renders/${SAMPLE}/${SAMPLE}.pdf`,
    });
  });

  test.each([
    [SAMPLE, 'succeeded'],
    [RENDERING, 'rendering'],
    [FAILED, 'failed'],
    [QUEUED, 'queued'],
  ])('answers a render %s that is %s', async (id, status) => {
    const { ask } = sandboxMockOf('craftkit');
    const { body } = await ask(render(id));
    expect(body).toMatchObject({ id, status });
    expect(body.downloadUrl === null).toBe(status !== 'succeeded');
    expect(body.completedAt === null).toBe(status === 'queued' || status === 'rendering');
    expect(body.errorMessage === null).toBe(status !== 'failed');
  });

  test('answers a succeeded one for a render that nobody created, the same at any time', async () => {
    const { ask, advance } = sandboxMockOf('craftkit');
    const { status, body } = await ask(render(OTHER));
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: OTHER, status: 'succeeded' });
    advance(MINUTE);
    expect((await ask(render(OTHER))).body).toEqual(body);
  });

  test('gives URLs that open', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const { pollUrl, downloadUrl } = (await ask(render())).body;
    expect((await ask(`GET ${pollUrl}`)).status).toBe(200);
    const file = await ask(`GET ${downloadUrl}`, stranger('198.51.100.1'));
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.body).toMatch(/^%PDF-/);
  });

  test.each([`/renders/${FAILED}/${FAILED}.pdf`, `/renders/${SAMPLE}/${FAILED}.pdf`])(
    'gives no file at %s',
    async (path) => {
      expect(await sandboxMockOf('craftkit').ask(`GET ${path}`)).toMatchObject(notFound);
    },
  );
});

describe('listShares', () => {
  test('answers the documented share with its elided id, token and link completed', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const [share] = (await ask(list(), documented)).body.shares;
    expect((await ask(list())).body).toEqual({
      shares: [
        { ...share, id: SHARE, shareToken: 'cks_abc123', shareUrl: `${HOST}/share/cks_abc123` },
      ],
    });
  });

  test('answers an empty list for a render that nobody has shared', async () => {
    expect(await sandboxMockOf('craftkit').ask(list(OTHER))).toMatchObject({
      status: 200,
      body: { shares: [] },
    });
  });

  test('answers all shares of one render at once, newest first, revoked ones included', async () => {
    const { ask, advance } = sandboxMockOf('craftkit');
    const ids: string[] = [];
    for (let count = 0; count < 60; count += 1) {
      advance(count % 2);
      ids.unshift((await ask(create(OTHER), { body: {} })).body.id);
    }
    await ask(create(), { body: {} });
    await ask(revoke(ids[1], OTHER));
    const { shares } = (await ask(list(OTHER))).body;
    expect(shares.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  test('shows an expired share unmarked', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const expiresAt = '2020-01-01T00:00:00.000Z';
    const { body: share } = await ask(create(OTHER), { body: { expiresAt } });
    expect((await ask(list(OTHER))).body.shares).toEqual([
      { ...share, clickCount: 0, revokedReason: null },
    ]);
  });
});

describe('createShare', () => {
  test('makes a link without recipient, message or expiry unless told', async () => {
    const { ask } = sandboxMockOf('craftkit');
    for (const options of [{ body: {} }, {}]) {
      const { status, body } = await ask(create(), options);
      expect(status).toBe(201);
      expect(body).toEqual({
        id: UUID,
        shareToken: expect.stringMatching(/^cks_\w{24}$/),
        shareUrl: `${HOST}/share/${body.shareToken}`,
        channel: 'link',
        recipientEmail: null,
        message: null,
        expiresAt: null,
        revokedAt: null,
        createdAt: NOW,
      });
    }
  });

  test('echoes what was asked for, the expiry with milliseconds, and lists it', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const body = {
      channel: 'email',
      recipientEmail: 'client@acme.com',
      message: 'x'.repeat(2000),
      expiresAt: '2026-12-31T23:59:59Z',
    };
    const { body: share } = await ask(create(), { body });
    expect(share).toMatchObject({ ...body, expiresAt: '2026-12-31T23:59:59.000Z' });
    const listed = { ...share, clickCount: 0, revokedReason: null };
    expect((await ask(list())).body.shares[0]).toEqual(listed);
  });

  test.each([
    ['2027-01-01T01:59:59.5+02:00', '2026-12-31T23:59:59.500Z'],
    ['2027-01-01T01:59:59+02', '2026-12-31T23:59:59.000Z'],
    ['2026-12-31t23:59:60z', '2026-12-31T23:59:59.000Z'],
    ['2026-12-31\t23:59:59Z', '2026-12-31T23:59:59.000Z'],
    ['9999-12-31T23:59:59-02:00', '9999-12-31T23:59:59.999Z'],
    ['0000-01-01T00:00:00+02:00', '0000-01-01T00:00:00.000Z'],
  ])('reads the expiry %j as %s', async (expiresAt, expected) => {
    const { status, body } = await sandboxMockOf('craftkit').ask(create(), { body: { expiresAt } });
    expect(status).toBe(201);
    expect(body.expiresAt).toBe(expected);
  });

  test('makes a second share when it is repeated', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const headers = { 'idempotency-key': 'same' };
    const [one, other] = [
      (await ask(create(OTHER), { body: {}, headers })).body,
      (await ask(create(OTHER), { body: {}, headers })).body,
    ];
    expect(one.id).not.toBe(other.id);
    expect(one.shareToken).not.toBe(other.shareToken);
    expect((await ask(list(OTHER))).body.shares).toHaveLength(2);
  });

  test('only stores a share for a mailbox and sends nothing', async () => {
    const { ask } = sandboxMockOf('craftkit');
    await ask(create(OTHER), { body: { channel: 'email', recipientEmail: 'client@acme.com' } });
    expect((await ask(engagement(OTHER))).body.counts).toMatchObject({
      share_created: 1,
      email_sent: 0,
    });
  });

  test.each([
    [{ channel: 'email' }, { recipientEmail: ['Required'] }],
    [{ message: 'x'.repeat(2001) }, { message: [expect.any(String)] }],
    [{ expiresAt: null }, { expiresAt: [expect.any(String)] }],
  ])('refuses %j with issues per field and makes nothing', async (body, fieldErrors) => {
    const { ask } = sandboxMockOf('craftkit');
    expect(await ask(create(OTHER), { body })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_request', issues: { formErrors: [], fieldErrors } } },
    });
    expect((await ask(list(OTHER))).body.shares).toEqual([]);
  });

  test.each([RENDERING, FAILED, QUEUED])(
    'refuses a render %s that has not succeeded',
    async (id) => {
      const { ask } = sandboxMockOf('craftkit');
      expect(await ask(create(id), { body: {} })).toMatchObject(notReady);
      expect((await ask(list(id))).body.shares).toEqual([]);
    },
  );
});

describe('emailRender', () => {
  test('makes a share for a mailbox, says when and under which id its mail went out', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const body = { to: 'client@acme.com', recipientName: 'Jane Doe', message: 'Signed.' };
    const answer = await ask(email(), { body: { ...body, expiresAt: '2026-12-31T23:59:59Z' } });
    expect(answer.status).toBe(201);
    const { id, shareToken } = answer.body;
    expect(answer.body).toEqual({
      id: UUID,
      shareToken: expect.stringMatching(/^cks_\w{24}$/),
      shareUrl: `${HOST}/share/${shareToken}`,
      emailMessageId: expect.stringMatching(/^re_\w{24}$/),
      sentAt: NOW,
    });
    expect((await ask(list())).body.shares[0]).toMatchObject({
      id,
      shareToken,
      channel: 'email',
      recipientEmail: 'client@acme.com',
      message: 'Signed.',
      expiresAt: '2026-12-31T23:59:59.000Z',
    });
  });

  test('makes a share that never expires by itself unless told', async () => {
    const { ask } = sandboxMockOf('craftkit');
    await ask(email(), { body: { to: 'client@acme.com' } });
    expect((await ask(list())).body.shares[0]).toMatchObject({ expiresAt: null, message: null });
  });

  test('counts as a mail and not as a created share', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const { id } = (await ask(email(OTHER), { body: { to: 'client@acme.com' } })).body;
    expect((await ask(engagement(OTHER))).body).toMatchObject({
      counts: { email_sent: 1, share_created: 0 },
      recent: [{ eventType: 'email_sent', actorKind: 'partner', shareId: id }],
    });
  });

  test.each([RENDERING, FAILED, QUEUED])(
    'refuses a render %s that has not succeeded',
    async (id) => {
      const { ask } = sandboxMockOf('craftkit');
      expect(await ask(email(id), { body: { to: 'client@acme.com' } })).toMatchObject(notReady);
      expect((await ask(list(id))).body.shares).toEqual([]);
    },
  );
});

describe('revokeShare', () => {
  test('answers the documented revocation of the documented share', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const { body } = await ask(revoke(), documented);
    expect(await ask(revoke())).toMatchObject({ status: 200, body: { ...body, id: SHARE } });
  });

  test('leaves the share in the list with time and reason', async () => {
    const { ask, advance } = sandboxMockOf('craftkit');
    const [before] = (await ask(list())).body.shares;
    advance(1500);
    await ask(revoke());
    const revokedAt = '2026-06-06T09:00:01.500Z';
    expect((await ask(list())).body.shares).toEqual([
      { ...before, revokedAt, revokedReason: 'revoked_by_partner' },
    ]);
  });

  test('answers 404 the second time and keeps the time of the first', async () => {
    const { ask, advance } = sandboxMockOf('craftkit');
    await ask(revoke());
    advance(MINUTE);
    expect(await ask(revoke())).toMatchObject(notFound);
    expect((await ask(list())).body.shares[0].revokedAt).toBe(NOW);
    expect((await ask(engagement())).body.counts.share_revoked).toBe(1);
  });

  test.each([
    ['that nobody made', OTHER, SAMPLE],
    ['of another render', SHARE, OTHER],
  ])('answers 404 for a share %s', async (_which, share, id) => {
    expect(await sandboxMockOf('craftkit').ask(revoke(share, id))).toMatchObject(notFound);
  });
});

describe('getEngagement', () => {
  test('answers the documented counts, and the documented event as the newest of all', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const { recent, ...counted } = (await ask(engagement(), documented)).body;
    const { body } = await ask(engagement());
    expect(body).toEqual({ ...counted, recent: expect.any(Array) });
    expect(body.recent).toHaveLength(23);
    expect(body.recent[0]).toEqual({
      ...recent[0],
      id: UUID,
      shareId: SHARE,
      userAgent: expect.stringMatching(/^Mozilla\/5\.0 [^…]+$/),
    });
  });

  test('answers all seven counts, and zero, for a render that nobody has touched', async () => {
    const nothing = { prefer: 'example=nothing-yet' };
    const { ask } = sandboxMockOf('craftkit');
    const { body } = await ask(engagement(OTHER), { headers: nothing });
    expect((await ask(engagement(OTHER))).body).toEqual(body);
  });

  test('counts each event by its type, and the views with a share as link opens', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const { shareUrl, id } = (await ask(create(OTHER), { body: {} })).body;
    await ask(`GET ${shareUrl}`);
    for (const eventType of ['viewed', 'downloaded', 'printed']) {
      await ask(track(OTHER), { body: { eventType } });
    }
    await ask(email(OTHER), { body: { to: 'client@acme.com' } });
    await ask(revoke(id, OTHER));
    expect((await ask(engagement(OTHER))).body).toMatchObject({
      counts: {
        viewed: 2,
        downloaded: 1,
        printed: 1,
        email_opened: 0,
        email_sent: 1,
        share_created: 1,
        share_revoked: 1,
      },
      linkOpens: 1,
      total: 7,
    });
  });

  test('shows the newest 25 events, newest first', async () => {
    const { ask } = sandboxMockOf('craftkit');
    for (let count = 0; count < 26; count += 1) {
      await ask(track(OTHER), {
        body: { eventType: 'printed', metadata: { count } },
        headers: from(`198.51.100.${count}`),
      });
    }
    const { total, recent } = (await ask(engagement(OTHER))).body;
    expect(total).toBe(26);
    expect(recent.map(({ metadata }: { metadata: object }) => metadata)).toEqual(
      Array.from({ length: 25 }, (_, place) => ({ count: 25 - place })),
    );
  });
});

describe('trackEvent', () => {
  test('stores an event of the partner with its source and bag', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const body = { eventType: 'downloaded', metadata: { source: 'dashboard' } };
    const headers = { ...from('198.51.100.1, 10.0.0.1'), 'user-agent': 'Dashboard/1' };
    const answer = await ask(track(OTHER), { body, headers });
    expect(answer).toMatchObject({ status: 200, body: { recorded: true } });
    expect((await ask(engagement(OTHER))).body.recent).toEqual([
      {
        id: UUID,
        ...body,
        actorKind: 'partner',
        shareId: null,
        sourceIp: '198.51.100.1',
        userAgent: 'Dashboard/1',
        createdAt: NOW,
      },
    ]);
  });

  test('drops an event of the same type and address within five minutes', async () => {
    const { ask, advance } = sandboxMockOf('craftkit');
    const recorded = async (eventType: string, address: string, id = OTHER) =>
      (await ask(track(id), { body: { eventType }, headers: from(address) })).body.recorded;
    expect(await recorded('viewed', '198.51.100.1')).toBe(true);
    expect(await recorded('viewed', '198.51.100.1')).toBe(false);
    expect(await recorded('printed', '198.51.100.1')).toBe(true);
    expect(await recorded('viewed', '198.51.100.2')).toBe(true);
    expect(await recorded('viewed', '198.51.100.1', SAMPLE)).toBe(true);
    advance(5 * MINUTE - 1);
    expect(await recorded('viewed', '198.51.100.1')).toBe(false);
    advance(1);
    expect(await recorded('viewed', '198.51.100.1')).toBe(true);
    expect((await ask(engagement(OTHER))).body.total).toBe(4);
  });

  test('adds no click to a share', async () => {
    const mock = sandboxMockOf('craftkit');
    await mock.ask(track(), { body: { eventType: 'viewed' } });
    expect(await clicksOf(mock)).toBe(3);
    expect((await mock.ask(engagement())).body).toMatchObject({
      counts: { viewed: 13 },
      linkOpens: 8,
    });
  });

  test.each([{}, { eventType: 'email_opened' }, { eventType: 'viewed', metadata: 1 }])(
    'refuses %j with issues',
    async (body) => {
      const { ask } = sandboxMockOf('craftkit');
      expect(await ask(track(OTHER), { body })).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid_request', issues: { fieldErrors: expect.anything() } } },
      });
      expect((await ask(engagement(OTHER))).body.total).toBe(0);
    },
  );
});

describe('craftkit', () => {
  test.each(requests)(
    '%s answers 404 for an unknown render in a closed world',
    async (_operation, request, body) => {
      const { ask } = sandboxMockOf('craftkit', { closedWorld: true });
      expect(await ask(request(OTHER), { body })).toMatchObject(notFound);
      expect((await ask(request(SAMPLE), { body })).status).toBeLessThan(300);
    },
  );

  test.each(requests)(
    '%s refuses a key of an account, and an empty one',
    async (_operation, request, body) => {
      const { ask } = sandboxMockOf('craftkit');
      for (const authorization of ['Bearer ck_acct_x', 'Bearer ', '']) {
        expect(await ask(request(SAMPLE), { body, headers: { authorization } })).toMatchObject({
          status: 401,
          body: { error: { code: 'unauthorized' } },
        });
      }
    },
  );

  test('accepts keys of both kinds, and configured ones alone where it is strict', async () => {
    const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });
    const { ask } = sandboxMockOf('craftkit');
    for (const key of ['ck_live_x', 'ck_test_x']) {
      expect((await ask(list(), bearer(key))).status).toBe(200);
    }
    const credentials = new Set(['ck_live_good', 'ck_acct_x']);
    const strict = sandboxMockOf('craftkit', { strictAuth: true, credentials });
    expect((await strict.ask(list(), bearer('ck_live_good'))).status).toBe(200);
    for (const key of ['ck_live_x', 'ck_acct_x']) {
      expect((await strict.ask(list(), bearer(key))).status).toBe(401);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { sandboxMockOf } from '../../support/sandbox-mock.ts';
import {
  create,
  documented,
  email,
  engagement,
  FAILED,
  HOST,
  list,
  MINUTE,
  NOW,
  notFound,
  notReady,
  OTHER,
  QUEUED,
  RENDERING,
  revoke,
  SAMPLE,
  SHARE,
} from './requests.ts';

const UUID = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);

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
    ['2026-12-31\u202823:59:59Z', '2026-12-31T23:59:59.000Z'],
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

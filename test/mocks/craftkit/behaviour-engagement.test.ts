import { describe, expect, test } from 'vitest';
import { type SandboxMock, sandboxMockOf } from '../../support/sandbox-mock.ts';
import {
  create,
  documented,
  email,
  engagement,
  from,
  list,
  MINUTE,
  NOW,
  OTHER,
  revoke,
  SAMPLE,
  SHARE,
  track,
} from './requests.ts';

const UUID = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);

/** Clicks that the list shows for the first share. */
async function clicksOf({ ask }: SandboxMock, id = SAMPLE): Promise<unknown> {
  return (await ask(list(id))).body.shares[0].clickCount;
}

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

import { describe, expect, test } from 'vitest';
import { type SandboxMock, sandboxMockOf } from '../../support/sandbox-mock.ts';

const RENDER = '7f3b9a52-0c1d-4e8f-9a6b-5d4c3b2a1f0e';
const MINUTE = 60_000;
const shares = `/v1/renders/${RENDER}/shares`;

/** A recipient, who has no key. */
const recipient = (address = '198.51.100.1') => ({
  headers: { authorization: '', 'x-forwarded-for': address, 'user-agent': 'Firefox' },
});

async function share({ ask }: SandboxMock, body: object = {}) {
  return (await ask(`POST ${shares}`, { body })).body;
}

async function clicks({ ask }: SandboxMock): Promise<number[]> {
  const { body } = await ask(`GET ${shares}`);
  return body.shares.map(({ clickCount }: { clickCount: number }) => clickCount);
}

describe('share page', () => {
  test('shows a recipient without a key what was shared', async () => {
    const mock = sandboxMockOf('craftkit', { strictAuth: true, credentials: new Set(['x']) });
    const { shareUrl } = await share(mock, { message: '<b>"Signed" & sealed</b>' });
    const page = await mock.ask(`GET ${shareUrl}`, recipient());
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('&lt;b&gt;&quot;Signed&quot; &amp; sealed&lt;/b&gt;');
    const [, download] = /href="([^"]+)"/.exec(page.body) ?? [];
    expect((await mock.ask(`GET ${download}`, recipient())).status).toBe(200);
  });

  test('records the view of a recipient, which is a click of its share alone', async () => {
    const mock = sandboxMockOf('craftkit');
    const { id, shareUrl } = await share(mock);
    await share(mock);
    await mock.ask(`GET ${shareUrl}`, recipient());
    expect(await clicks(mock)).toEqual([0, 1]);
    const { body } = await mock.ask(`GET /v1/renders/${RENDER}/engagement`);
    expect(body.linkOpens).toBe(1);
    expect(body.recent[0]).toMatchObject({
      eventType: 'viewed',
      actorKind: 'recipient',
      shareId: id,
      sourceIp: '198.51.100.1',
      userAgent: 'Firefox',
      metadata: null,
    });
  });

  test('counts views of one share from one address once in five minutes', async () => {
    const mock = sandboxMockOf('craftkit');
    const one = await share(mock);
    const other = await share(mock);
    await mock.ask(`GET ${one.shareUrl}`, recipient());
    await mock.ask(`GET ${one.shareUrl}`, recipient());
    await mock.ask(`GET ${other.shareUrl}`, recipient());
    expect(await clicks(mock)).toEqual([1, 1]);
    await mock.ask(`GET ${one.shareUrl}`, recipient('198.51.100.2'));
    mock.advance(5 * MINUTE);
    await mock.ask(`GET ${one.shareUrl}`, recipient());
    expect(await clicks(mock)).toEqual([1, 3]);
  });

  test('opens for the link of an e-mail', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const body = { to: 'client@acme.com' };
    const { shareUrl } = (await ask(`POST /v1/renders/${RENDER}/email`, { body })).body;
    expect((await ask(`GET ${shareUrl}`, recipient())).status).toBe(200);
  });

  test('is gone as soon as its share is revoked', async () => {
    const mock = sandboxMockOf('craftkit');
    const { id, shareUrl } = await share(mock);
    await mock.ask(`DELETE ${shares}/${id}`);
    expect((await mock.ask(`GET ${shareUrl}`, recipient())).status).toBe(404);
    expect(await clicks(mock)).toEqual([0]);
  });

  test('is gone from the moment at which its share expires', async () => {
    const mock = sandboxMockOf('craftkit');
    const { shareUrl } = await share(mock, { expiresAt: '2026-06-06T09:10:00Z' });
    mock.advance(10 * MINUTE - 1);
    expect((await mock.ask(`GET ${shareUrl}`, recipient())).status).toBe(200);
    mock.advance(1);
    const { status, headers } = await mock.ask(`GET ${shareUrl}`, recipient('198.51.100.2'));
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await clicks(mock)).toEqual([1]);
  });

  test('is not there for a token that nobody was given', async () => {
    const { ask } = sandboxMockOf('craftkit');
    expect((await ask('GET /share/cks_none', recipient())).status).toBe(404);
  });

  test('is at a link of its own sandbox', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const { body } = await ask(`POST ${shares}`, { body: {}, sandbox: 'mine' });
    expect(body.shareUrl).toBe(`http://mock.test/~mine/craftkit/share/${body.shareToken}`);
    expect((await ask(`GET ${body.shareUrl}`, recipient())).status).toBe(200);
    expect((await ask(`GET /share/${body.shareToken}`, recipient())).status).toBe(404);
  });
});

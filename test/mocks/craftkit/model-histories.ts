import fc from 'fast-check';
import { expect } from 'vitest';
import {
  type HistoryOptions,
  type SandboxMock,
  sandboxMockOf,
} from '../../support/sandbox-mock.ts';

/** What the model knows of a share; ids and tokens are the mock's to choose. */
interface ModelShare {
  readonly id: string;
  readonly url: string;
  readonly render: string;
  readonly recipient: string | null;
  readonly expiresAt: number;
  revokedAt: number | null;
  clicks: number;
}

interface ModelEvent {
  readonly render: string;
  /** Id of the share, or nothing for what the partner's own application tells. */
  readonly share: string | null;
  readonly type: string;
  readonly address: string;
  readonly at: number;
}

/** A second opinion on how Craftkit behaves: shares and events of all renders, newest last. */
interface Model {
  now: number;
  readonly shares: ModelShare[];
  readonly events: ModelEvent[];
}

type Command = fc.AsyncCommand<Model, SandboxMock>;

const READY = ['7f3b9a52-0c1d-4e8f-9a6b-5d4c3b2a1f0e', '00000000-0000-4000-8000-000000000000'];
/** Seeded render that does not succeed. */
const FAILED = '0193c2c3-1111-7aaa-8bbb-000000000003';
const ADDRESSES = ['198.51.100.1', '198.51.100.2'];
const TYPES = ['viewed', 'downloaded', 'printed'];
const START = Date.parse('2026-06-06T09:00:00Z');
const MINUTE = 60_000;

const iso = (time: number) => new Date(time).toISOString();
const from = (address: string) => ({ 'x-forwarded-for': address });

/** Command whose text is what fast-check prints of a failing history. */
function command(text: string, run: (model: Model, mock: SandboxMock) => Promise<void>): Command {
  return { check: () => true, run, toString: () => text };
}

const render = fc.constantFrom(...READY);
const anyRender = fc.constantFrom(...READY, FAILED);
const address = fc.constantFrom(...ADDRESSES);
const minutes = fc.integer({ min: -1, max: 6 });
const place = fc.nat({ max: 2 });

/** Share at a place of the model, or one that is not there. */
function pick({ shares }: Model, at: number): ModelShare {
  const id = '9a8b7c6d-5e4f-3a2b-1c0d-9e8f7a6b5c4d';
  const missing = { id, url: 'http://mock.test/craftkit/share/cks_none', render: FAILED };
  return shares[at] ?? { ...missing, recipient: null, expiresAt: 0, revokedAt: null, clicks: 0 };
}

/** Adds an event unless the same was there within five minutes; says whether it did. */
function record({ now, events }: Model, event: Omit<ModelEvent, 'at'>): boolean {
  const isKnown = events.some(
    ({ at, ...other }) =>
      now - at < 5 * MINUTE &&
      Object.entries(event).every(([key, value]) => value === Object(other)[key]),
  );
  if (!isKnown) events.push({ ...event, at: now });
  return !isKnown;
}

const create = fc.tuple(anyRender, fc.option(minutes)).map(([of, offset]) =>
  command(`create(${of}, ${offset} min)`, async (model, { ask }) => {
    const expiresAt = offset === null ? Number.POSITIVE_INFINITY : model.now + offset * MINUTE;
    const body = offset === null ? {} : { expiresAt: iso(expiresAt) };
    const answer = await ask(`POST /v1/renders/${of}/shares`, { body });
    expect(answer.status).toBe(of === FAILED ? 409 : 201);
    if (of === FAILED) return;
    const { id, shareUrl: url } = answer.body;
    expect(model.shares.some((share) => share.id === id || share.url === url)).toBe(false);
    const share = { id, url, render: of, recipient: null, expiresAt, revokedAt: null, clicks: 0 };
    model.shares.push(share);
    record(model, { render: of, share: id, type: 'share_created', address: '203.0.113.7' });
  }),
);

const email = anyRender.map((of) =>
  command(`email(${of})`, async (model, { ask }) => {
    const recipient = 'client@acme.com';
    const answer = await ask(`POST /v1/renders/${of}/email`, { body: { to: recipient } });
    expect(answer.status).toBe(of === FAILED ? 409 : 201);
    if (of === FAILED) return;
    const { id, shareUrl: url, sentAt } = answer.body;
    expect(sentAt).toBe(iso(model.now));
    const expiresAt = Number.POSITIVE_INFINITY;
    model.shares.push({ id, url, render: of, recipient, expiresAt, revokedAt: null, clicks: 0 });
    record(model, { render: of, share: id, type: 'email_sent', address: '203.0.113.7' });
  }),
);

const revoke = fc.tuple(place, fc.option(render)).map(([at, other]) =>
  command(`revoke(${at}, ${other})`, async (model, { ask }) => {
    const share = pick(model, at);
    const of = other ?? share.render;
    const answer = await ask(`DELETE /v1/renders/${of}/shares/${share.id}`);
    const isThere = model.shares.includes(share) && share.render === of;
    const isActive = isThere && share.revokedAt === null;
    expect(answer.status).toBe(isActive ? 200 : 404);
    if (!isActive) return;
    expect(answer.body).toEqual({ id: share.id, revokedAt: iso(model.now) });
    share.revokedAt = model.now;
    record(model, { render: of, share: share.id, type: 'share_revoked', address: '203.0.113.7' });
  }),
);

const open = fc.tuple(place, address).map(([at, by]) =>
  command(`open(${at}, ${by})`, async (model, { ask }) => {
    const share = pick(model, at);
    const { status } = await ask(`GET ${share.url}`, {
      headers: { authorization: '', ...from(by) },
    });
    const isOpen = share.revokedAt === null && share.expiresAt > model.now;
    expect(status).toBe(isOpen ? 200 : 404);
    if (!isOpen) return;
    const view = { render: share.render, share: share.id, type: 'viewed', address: by };
    if (record(model, view)) share.clicks += 1;
  }),
);

const track = fc.tuple(anyRender, fc.constantFrom(...TYPES), address).map(([of, type, by]) =>
  command(`track(${of}, ${type}, ${by})`, async (model, { ask }) => {
    const answer = await ask(`POST /v1/renders/${of}/events`, {
      body: { eventType: type },
      headers: from(by),
    });
    const recorded = record(model, { render: of, share: null, type, address: by });
    expect(answer).toMatchObject({ status: 200, body: { recorded } });
  }),
);

const list = anyRender.map((of) =>
  command(`list(${of})`, async (model, { ask }) => {
    const answer = await ask(`GET /v1/renders/${of}/shares`);
    const expected = model.shares
      .filter((share) => share.render === of)
      .reverse()
      .map(({ id, recipient, expiresAt, revokedAt, clicks }) => ({
        id,
        channel: recipient === null ? 'link' : 'email',
        recipientEmail: recipient,
        expiresAt: expiresAt === Number.POSITIVE_INFINITY ? null : iso(expiresAt),
        revokedAt: revokedAt === null ? null : iso(revokedAt),
        revokedReason: revokedAt === null ? null : 'revoked_by_partner',
        clickCount: clicks,
      }));
    expect(answer.body).toMatchObject({ shares: expected });
  }),
);

const engagement = anyRender.map((of) =>
  command(`engagement(${of})`, async (model, { ask }) => {
    const { counts, linkOpens, total, recent } = (await ask(`GET /v1/renders/${of}/engagement`))
      .body;
    const events = model.events.filter((event) => event.render === of);
    const viewed = events.filter(({ type }) => type === 'viewed');
    expect({ linkOpens, total }).toEqual({
      linkOpens: viewed.filter(({ share }) => share !== null).length,
      total: events.length,
    });
    for (const [type, count] of Object.entries(counts)) {
      expect(count).toBe(events.filter((event) => event.type === type).length);
    }
    expect(recent).toMatchObject(
      events
        .slice(-25)
        .reverse()
        .map(({ type, share, address: sourceIp, at }) => ({
          eventType: type,
          actorKind: type === 'viewed' && share !== null ? 'recipient' : 'partner',
          shareId: share,
          sourceIp,
          createdAt: iso(at),
        })),
    );
  }),
);

const wait = minutes.map((offset) =>
  command(`wait(${Math.abs(offset)} min)`, async (model, { advance }) => {
    model.now += Math.abs(offset) * MINUTE;
    advance(Math.abs(offset) * MINUTE);
  }),
);

/** Each history has a sandbox of its own, in one mock that knows its schemas already. */
async function enter({ ask, advance }: SandboxMock, sandbox: string): Promise<SandboxMock> {
  // Its time begins with its first request.
  await ask(`GET /v1/renders/${FAILED}`, { sandbox });
  return { ask: (request, options) => ask(request, { ...options, sandbox }), advance };
}

/** Lets model and mock agree on random histories, each in a sandbox of its own. */
export async function checkHistories({ make, space = '', runs }: HistoryOptions): Promise<void> {
  const commands = fc.commands([create, email, revoke, open, track, list, engagement, wait], {
    maxCommands: 25,
    // Histories of the usual size are too short to revoke twice or to outlive a duplicate.
    size: 'medium',
  });
  const mock = sandboxMockOf('craftkit', {}, undefined, make);
  let count = 0;
  const setup = async () => {
    count += 1;
    const real = await enter(mock, `${space}run-${count}`);
    return { model: { now: START, shares: [], events: [] }, real };
  };
  await fc.assert(
    fc.asyncProperty(commands, (history) => fc.asyncModelRun(setup, history)),
    runs,
  );
}

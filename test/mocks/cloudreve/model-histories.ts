import fc from 'fast-check';
import { expect } from 'vitest';
import { seeds } from '../../../mocks/cloudreve/seeds.ts';
import type { HistoryOptions } from '../../support/sandbox-mock.ts';
import {
  ADMIN,
  anonymous,
  bearer,
  type CloudreveMock,
  cloudreveMock,
  EPOCH_MS,
  HOUR,
  LUKE,
  PASSWORD,
} from './cloudreve-mock.ts';

/** What the model knows of a share; ids and drawn passwords are the mock's to choose. */
interface ModelShare {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly password: string | undefined;
  readonly expiresAt: number | undefined;
  readonly downloads: number | undefined;
  readonly readme: boolean;
  readonly visited: number;
}

/** Sign-in and the tokens that came of it. */
interface ModelSession {
  readonly user: string;
  readonly access: string;
  readonly refresh: string;
  /** Which of them belong together. */
  readonly family: number;
  readonly issuedAt: number;
}

/** Where a list was left. */
interface Cursor {
  readonly user: string;
  readonly isDescending: boolean;
  /** Shares ever made before the one that the cursor names, and the token. */
  readonly place: number;
  readonly token: string;
}

/** A second opinion on how Cloudreve behaves: all shares ever made, oldest first. */
interface Model {
  now: number;
  all: string[];
  shares: Map<string, ModelShare>;
  sessions: ModelSession[];
  revoked: Set<number>;
  cursor: Cursor | undefined;
}

type Command = fc.AsyncCommand<Model, CloudreveMock>;

const PAGE = 10;
const EMAILS: Readonly<Record<string, string>> = {
  [LUKE]: 'luke@skywalker.com',
  [ADMIN]: 'admin@cloudreve.org',
};

/** Command whose text is what fast-check prints of a failing history. */
function command(text: string, run: (model: Model, mock: CloudreveMock) => Promise<void>): Command {
  return { check: () => true, run, toString: () => text };
}

const user = fc.constantFrom(LUKE, ADMIN);
const visitor = fc.constantFrom(LUKE, ADMIN, '');
const name = fc.constantFrom('a.txt', 'folder');
const hours = fc.constantFrom(undefined, 0, 1, 3);
const place = fc.nat({ max: 30 });
const setting = fc.record({
  expire: hours.map((count) => count && count * 3600),
  downloads: fc.constantFrom(undefined, 0, 2),
  show_readme: fc.boolean(),
});
type Setting = typeof setting extends fc.Arbitrary<infer Value> ? Value : never;

const hoursLater = (now: number, seconds: number | undefined) =>
  seconds ? now + seconds * 1000 : undefined;

/** Token that nobody has issued. */
const FORGED = bearer({ sub: ADMIN }, 'other key');

/** Headers of the latest sign-in of the administrator that is valid, or of a token that stands for Luke. */
function as(model: Model, who: string) {
  if (who === '') return anonymous;
  if (who === LUKE) return { headers: { authorization: 'Bearer x' } };
  const valid = model.sessions.findLast(
    (session) => session.user === who && session.issuedAt + HOUR > model.now,
  );
  return valid ? { headers: { authorization: `Bearer ${valid.access}` } } : FORGED;
}

/** Who a request comes from after all: without a valid token nobody. */
function actor(model: Model, who: string): string {
  return as(model, who) === FORGED ? '' : who;
}

function pick(model: Model, at: number): ModelShare {
  const missing = { owner: '', name: '', password: undefined, expiresAt: undefined };
  const id = model.all[at % Math.max(1, model.all.length)] ?? 'nonfA';
  return (
    model.shares.get(id) ?? { ...missing, id, downloads: undefined, readme: false, visited: 0 }
  );
}

const isOver = ({ expiresAt }: ModelShare, now: number) =>
  expiresAt !== undefined && expiresAt <= now;

/** What a share looks like to somebody, as far as the model has an opinion. */
function expectView(model: Model, share: ModelShare, who: string, isUnlocked: boolean) {
  const path = isUnlocked && share.password ? `${share.id}/${share.password}` : share.id;
  const isOwner = who === share.owner;
  return {
    id: share.id,
    name: share.name,
    visited: share.visited,
    unlocked: isUnlocked,
    expired: isOver(share, model.now),
    url: `/cloudreve/s/${path}`,
    source_type: share.name === 'folder' ? 1 : 0,
    password: isUnlocked ? share.password : undefined,
    password_protected: share.password === undefined ? undefined : true,
    is_private: isOwner && share.password !== undefined ? true : undefined,
    show_readme: isUnlocked && share.readme ? true : undefined,
    remain_downloads: isUnlocked ? share.downloads : undefined,
    expires: isUnlocked ? printed(share.expiresAt) : undefined,
    email: who === '' ? undefined : EMAILS[share.owner],
  };
}

type View = ReturnType<typeof expectView>;

/** The same fields of an answer. */
function read(answer: View & { owner: { email?: string } }) {
  const { id, visited, unlocked, expired, url, source_type, password, password_protected } = answer;
  const { is_private, show_readme, remain_downloads, expires, owner } = answer;
  return {
    ...{ id, name: answer.name, visited, unlocked, expired, source_type, password },
    url: url.replace(/^http:\/\/mock\.test\/~[\w-]*history-\d+/, ''),
    ...{ password_protected, is_private, show_readme, remain_downloads, expires },
    email: owner.email,
  };
}

/** Instant as Cloudreve writes it. */
function printed(time: number | undefined): string | undefined {
  return time === undefined
    ? undefined
    : `${new Date(time + 8 * HOUR).toISOString().slice(0, 19)}+08:00`;
}

function applySetting(now: number, { expire, downloads, show_readme }: Setting) {
  return {
    expiresAt: hoursLater(now, expire),
    downloads: downloads || undefined,
    readme: show_readme,
  };
}

const create = fc
  .tuple(user, name, fc.constantFrom(undefined, '', 'pw1'), setting, fc.integer({ min: 1, max: 6 }))
  .map(([who, of, password, settings, count]) =>
    command(`create(${who}, ${of}, ${password}, ${count})`, async (model, { call }) => {
      for (let made = 0; made < count; made += 1) {
        const body = {
          ...{ uri: `cloudreve://my/${of}`, is_private: password !== undefined, password },
          ...settings,
        };
        const { code, data } = await call('PUT /share', { ...as(model, who), body });
        const owner = actor(model, who);
        expect(code).toBe(owner === '' ? 401 : 0);
        if (owner === '') return;
        const [id = '', secret] = data.split('/s/')[1].split('/');
        expect(model.all).not.toContain(id);
        expect(secret).toEqual(password === '' ? expect.stringMatching(/^[a-z0-9]{8}$/) : password);
        model.all.push(id);
        const made = { id, owner, name: of, password: secret, visited: 0 };
        model.shares.set(id, { ...made, ...applySetting(model.now, settings) });
      }
    }),
  );

const edit = fc.tuple(user, place, setting).map(([who, at, settings]) =>
  command(`edit(${who}, ${at})`, async (model, { call }) => {
    const share = pick(model, at);
    const uri = `cloudreve://my/${share.name || 'a.txt'}`;
    const request = { ...as(model, who), body: { uri, ...settings } };
    const { code, msg } = await call(`POST /share/${share.id}`, request);
    const caller = actor(model, who);
    if (caller === '') return expect(code).toBe(401);
    if (!model.shares.has(share.id)) return expect(msg).toBe('failed to get existed share');
    if (caller !== share.owner) return expect(msg).toBe('share link not found');
    expect(code).toBe(0);
    model.shares.set(share.id, { ...share, ...applySetting(model.now, settings) });
  }),
);

const info = fc
  .tuple(visitor, place, fc.constantFrom('none', 'wrong', 'right'), fc.boolean())
  .map(([who, at, kind, isCounted]) =>
    command(`info(${who}, ${at}, ${kind}, ${isCounted})`, async (model, { call }) => {
      const share = pick(model, at);
      const sent = { none: '', wrong: 'no', right: share.password ?? '' }[kind];
      const query = `password=${sent}&count_views=${isCounted}`;
      const answer = await call(`GET /share/info/${share.id}?${query}`, as(model, who));
      if (!model.shares.has(share.id)) return expect(answer.msg).toBe('Share not found');
      if (isOver(share, model.now)) return expect(answer.msg).toBe('Share link expired');
      const caller = actor(model, who);
      const isUnlocked = caller === share.owner || share.password === undefined || kind === 'right';
      expect(read(answer.data)).toEqual(expectView(model, share, caller, isUnlocked));
      model.shares.set(share.id, { ...share, visited: share.visited + Number(isCounted) });
    }),
  );

const remove = fc.tuple(user, place).map(([who, at]) =>
  command(`remove(${who}, ${at})`, async (model, { call }) => {
    const { id, owner } = pick(model, at);
    const { code } = await call(`DELETE /share/${id}`, as(model, who));
    const caller = actor(model, who);
    const mayRemove = model.shares.has(id) && (caller === owner || caller === ADMIN);
    expect(code).toBe(caller === '' ? 401 : mayRemove ? 0 : 404);
    if (mayRemove) model.shares.delete(id);
  }),
);

const removeMany = fc.tuple(user, fc.array(place, { maxLength: 8 })).map(([who, places]) =>
  command(`removeMany(${who}, ${places})`, async (model, { call }) => {
    const picked = places.map((at) => pick(model, at));
    const ids = picked.map(({ id }) => id);
    const { code } = await call('DELETE /share', { ...as(model, who), body: { ids } });
    const caller = actor(model, who);
    expect(code).toBe(caller === '' ? 401 : 0);
    for (const { id, owner } of picked) if (owner === caller) model.shares.delete(id);
  }),
);

/** Shares of a user that a list would give, from a cursor on. */
function listed(model: Model, owner: string, isDescending: boolean, from: number | undefined) {
  const ids = isDescending
    ? model.all.slice(0, from).toReversed()
    : model.all.slice(from === undefined ? 0 : from + 1);
  return ids.flatMap((id) => model.shares.get(id) ?? []).filter((share) => share.owner === owner);
}

const list = fc.tuple(user, fc.boolean(), fc.boolean()).map(([who, isDescending, goesOn]) =>
  command(`list(${who}, ${isDescending}, ${goesOn})`, async (model, { call }) => {
    const cursor =
      model.cursor?.user === who && model.cursor.isDescending === isDescending && goesOn
        ? model.cursor
        : undefined;
    const order = `order_direction=${isDescending ? 'desc' : 'asc'}`;
    const token = encodeURIComponent(cursor?.token ?? '');
    const answer = await call(
      `GET /share?page_size=${PAGE}&${order}&next_page_token=${token}`,
      as(model, who),
    );
    const caller = actor(model, who);
    if (caller === '') return expect(answer.code).toBe(401);
    const rest = listed(model, caller, isDescending, cursor?.place);
    const page = rest.slice(0, PAGE);
    const expected = page.map((share) => expectView(model, share, caller, true));
    expect(answer.data.shares?.map(read) ?? null).toEqual(page.length === 0 ? null : expected);
    const { next_token: next } = answer.data.pagination;
    expect(next !== undefined).toBe(rest.length > PAGE);
    const at = model.all.indexOf(page.at(-1)?.id ?? '');
    model.cursor = next && { user: who, isDescending, place: at, token: next };
  }),
);

const profile = fc.tuple(visitor, user).map(([who, of]) =>
  command(`profile(${who}, ${of})`, async (model, { call }) => {
    const request = `GET /user/shares/${of}?page_size=${PAGE}`;
    const { data } = await call(request, as(model, who));
    const shown = listed(model, of, false, undefined)
      .filter(({ password }) => password === undefined)
      .slice(0, PAGE)
      .map((share) => expectView(model, share, actor(model, who), false));
    expect(data.shares?.map(read) ?? []).toEqual(shown);
  }),
);

const signIn = fc.tuple(user, fc.boolean()).map(([who, isRight]) =>
  command(`signIn(${who}, ${isRight})`, async (model, { call }) => {
    const body = { email: EMAILS[who], password: isRight ? PASSWORD : 'wrong' };
    const { code, data } = await call('POST /session/token', { body });
    expect(code).toBe(isRight ? 0 : 40080);
    if (isRight) keepTokens(model, data.token, { user: who, family: model.sessions.length });
  }),
);

const refresh = place.map((at) =>
  command(`refresh(${at})`, async (model, { call }) => {
    const session = model.sessions[at % Math.max(1, model.sessions.length)];
    const body = { refresh_token: session?.refresh ?? 'none' };
    const { code, data } = await call('POST /session/token/refresh', { body });
    const isGood = session !== undefined && !model.revoked.has(session.family);
    expect(code).toBe(isGood ? 0 : 40020);
    if (isGood) keepTokens(model, data, session);
  }),
);

const signOut = place.map((at) =>
  command(`signOut(${at})`, async (model, { call }) => {
    const session = model.sessions[at % Math.max(1, model.sessions.length)];
    const body = { refresh_token: session?.refresh ?? 'none' };
    const { code } = await call('DELETE /session/token', { body });
    expect(code).toBe(session === undefined ? 40020 : 0);
    if (session !== undefined) model.revoked.add(session.family);
  }),
);

function keepTokens(
  model: Model,
  { access_token, refresh_token }: { access_token: string; refresh_token: string },
  { user: who, family }: Pick<ModelSession, 'user' | 'family'>,
): void {
  const tokens = { access: access_token, refresh: refresh_token, issuedAt: model.now };
  model.sessions.push({ user: who, family, ...tokens });
}

const wait = fc.integer({ min: 0, max: 2 }).map((count) =>
  command(`wait(${count} h)`, async (model, { advance }) => {
    model.now += count * HOUR;
    advance(count * HOUR);
  }),
);

/** Opens one sandbox of a mock after the other, which is quicker than a mock for each history. */
function sandboxes(mock: CloudreveMock, space: string): () => Promise<CloudreveMock> {
  let count = 0;
  return async () => {
    count += 1;
    const sandbox = `${space}history-${count}`;
    const call: CloudreveMock['call'] = async (request, options) =>
      mock.call(request, { ...options, sandbox });
    // A sandbox begins with its first request.
    await call('GET /share?page_size=10');
    return { ...mock, call };
  };
}

/** Lets model and mock agree on random histories, each in a sandbox of its own. */
export async function checkHistories({ make, space = '', runs }: HistoryOptions): Promise<void> {
  const commands = fc.commands(
    [create, edit, info, remove, removeMany, list, profile, signIn, refresh, signOut, wait],
    { maxCommands: 30 },
  );
  const open = sandboxes(cloudreveMock(seeds.empty, {}, make), space);
  const setup = async () => ({
    model: {
      now: EPOCH_MS,
      all: [],
      shares: new Map(),
      sessions: [],
      revoked: new Set<number>(),
      cursor: undefined,
    },
    real: await open(),
  });
  await fc.assert(
    fc.asyncProperty(commands, (history) => fc.asyncModelRun(setup, history)),
    runs,
  );
}

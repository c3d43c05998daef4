import { describe, expect, test } from 'vitest';
import {
  ADMIN,
  asLuke,
  bearer,
  cloudreveMock,
  failure,
  LUKE,
  PASSWORD,
  seedLuke,
} from './cloudreve-mock.ts';
import { asBob, asNobody, recorded, recordedMock } from './recorded-world.ts';

describe('getUserInfo', () => {
  test('answers the recorded user to a visitor', async () => {
    const mock = recordedMock();
    const expected = await recorded(mock, `GET /user/info/${LUKE}`, 'visitor');
    const answer = await mock.call('GET /user/info/qLsR', asNobody);
    expect(JSON.stringify(answer)).toBe(JSON.stringify(expected));
  });

  test('tells the e-mail address to whoever is signed in', async () => {
    const { data } = await recordedMock().call('GET /user/info/qLsR', asBob);
    expect(data.email).toBe('alice@example.com');
  });

  test('shows what the profile has, and no permissions', async () => {
    const mock = cloudreveMock(seedLuke({ share_links_in_profile: 'hide_share' }));
    const { data } = await mock.call(`GET /user/info/${LUKE}`, asNobody);
    expect(data).toEqual({
      id: LUKE,
      nickname: 'Luke Skywalker',
      avatar: 'file',
      created_at: '2023-08-06T19:21:59+08:00',
      group: { id: 'LJsv', name: 'User' },
      share_links_in_profile: 'hide_share',
    });
  });

  test.each([
    ['nonfA', 404, 'User not found'],
    ['g2guA', 40001, 'Failed to parse object ID'],
    ['a-b', 40001, 'Failed to parse object ID'],
  ])('refuses the id %s', async (id, code, msg) => {
    expect(await cloudreveMock().call(`GET /user/info/${id}`)).toEqual(failure(code, msg));
  });
});

describe('prepareSignIn', () => {
  test.each(['luke@skywalker.com', 'user@cloudreve.org'])(
    'finds the account of %s',
    async (email) => {
      const mock = cloudreveMock();
      const expected = await recorded(mock, 'GET /session/prepare?email=a@b.c', 'open-source');
      expect(await mock.call(`GET /session/prepare?email=${email}`, asNobody)).toEqual(expected);
    },
  );

  test('tells that an account has no password', async () => {
    const { call } = cloudreveMock(seedLuke({}, { password: '' }));
    const { data } = await call('GET /session/prepare?email=luke@skywalker.com');
    expect(data.password_enabled).toBe(false);
  });

  test('finds no other account', async () => {
    const answer = await cloudreveMock().call('GET /session/prepare?email=x@example.com');
    expect(answer).toEqual(failure(404, 'User not found'));
  });

  test.each([
    ['', 'Email cannot be empty'],
    ['?email=', 'Email cannot be empty'],
    ['?email=x', 'Email format error'],
  ])('answers "%s" with %s', async (query, msg) => {
    expect(await cloudreveMock().call(`GET /session/prepare${query}`)).toEqual({
      code: 40001,
      msg,
    });
  });
});

describe('pingSite', () => {
  test('tells the version of the server', async () => {
    const mock = cloudreveMock();
    const expected = await recorded(mock, 'GET /site/ping', 'open-source');
    expect(await mock.call('GET /site/ping', asNobody)).toEqual(expected);
  });
});

describe('a token that is none of a signed-in user', () => {
  const PATHS = [
    '/file?uri=cloudreve://g2guA@share',
    '/file/info?uri=cloudreve://my/a',
    `/user/info/${LUKE}`,
    '/site/ping',
  ];

  test.each(PATHS)('is refused by %s', async (path) => {
    const { call } = cloudreveMock();
    const refresh = bearer({ sub: LUKE, token_type: 'refresh' });
    expect(await call(`GET ${path}`, refresh)).toEqual(failure(40020, 'Invalid token type'));
    expect(await call(`GET ${path}`, bearer({ sub: 'nonfA' }))).toEqual(
      failure(50001, 'failed to get login user'),
    );
  });

  test('of an OAuth application needs no scope for files', async () => {
    const scoped = bearer({ sub: ADMIN, client_id: 'x', scopes: [] });
    const { call } = cloudreveMock();
    expect((await call('GET /file?uri=cloudreve://my', scoped)).code).toBe(0);
  });
});

test.each([
  ['GET', '/file/', 301],
  ['GET', '/file/info/', 301],
  ['POST', '/file/url/', 307],
  ['GET', '/file/content/a/0/b.txt/', 301],
  ['GET', '/user/info/a/', 301],
  ['GET', '/session/prepare/', 301],
  ['GET', '/site/ping/', 301],
])('%s %s is redirected with %s', async (method, path, status) => {
  const { ask } = cloudreveMock();
  const answer = await ask(`${method} /api/v4${path}?a=b`, {
    ...asLuke,
    body: method === 'POST' ? {} : undefined,
  });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('location')).toMatch(new RegExp(`/api/v4${path.slice(0, -1)}\\?a=b$`));
});

test('the password of the seeds signs in whoever prepared for it', async () => {
  const { call } = cloudreveMock();
  const email = 'admin@cloudreve.org';
  const { data } = await call(`GET /session/prepare?email=${email}`);
  expect(data.password_enabled).toBe(true);
  expect((await call('POST /session/token', { body: { email, password: PASSWORD } })).code).toBe(0);
});

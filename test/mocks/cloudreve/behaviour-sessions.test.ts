import { describe, expect, test } from 'vitest';
import { seeds } from '../../../mocks/cloudreve/seeds.ts';
import { SIGNING_KEY } from '../../../mocks/cloudreve/tokens.ts';
import { readJwt, signJwt } from '../../../src/mock/authoring/jwt.ts';
import {
  anonymous,
  bearer,
  cloudreveMock,
  EPOCH_MS,
  failure,
  HOUR,
  LUKE,
  PASSWORD,
  seedLuke,
  signIn,
  UUID,
} from './cloudreve-mock.ts';

const DOCUMENTED_PENDING = '1728791b-4e6a-4ac5-adf5-fa717a6b0919';
const DAY = 24 * HOUR;
const email = 'luke@skywalker.com';
const TOKEN = 'POST /session/token';
const REFRESH = 'POST /session/token/refresh';
const SIGN_OUT = 'DELETE /session/token';
const mine = (accessToken: string) => ({ headers: { authorization: `Bearer ${accessToken}` } });

describe('signIn', () => {
  test('answers the documented user to the documented request', async () => {
    const { ask, call } = cloudreveMock();
    const { body } = await ask('POST /api/v4/session/token', {
      body: { email: 'user@cloudreve.org', password: PASSWORD, captcha: 'z3ds', ticket: null },
    });
    const documented = await call(TOKEN, {
      headers: { prefer: 'example=documented' },
      body: { email, password: PASSWORD },
    });
    expect(body.data.user).toEqual(documented.data.user);
    expect(body).toMatchObject({ code: 0, msg: '' });
  });

  test('gives tokens of HS256 with the claims of the server and its lifetimes', async () => {
    const mock = cloudreveMock();
    mock.advance(0.5);
    const { token } = await signIn(mock);
    const nbf = EPOCH_MS / 1000;
    const [access, refresh] = [readJwt(token.access_token), readJwt(token.refresh_token)];
    expect(access?.isSignedWith(SIGNING_KEY)).toBe(true);
    expect(refresh?.isSignedWith(SIGNING_KEY)).toBe(true);
    expect(access?.claims).toEqual({ token_type: 'access', sub: LUKE, exp: nbf + 3600, nbf });
    expect(refresh?.claims).toEqual({
      token_type: 'refresh',
      sub: LUKE,
      exp: nbf + 1_209_600,
      nbf,
      state_hash: expect.stringMatching(/^[\w+/]{43}=$/),
      root_token_id: expect.stringMatching(UUID),
    });
    expect(token.access_expires).toBe('2025-06-10T17:16:39.0005+08:00');
    expect(token.refresh_expires).toBe('2025-06-24T16:16:39.0005+08:00');
  });

  test.each([
    ['a wrong password', { email, password: 'wrong' }],
    ['an unknown address', { email: 'nobody@example.com', password: PASSWORD }],
  ])('refuses %s', async (_what, body) => {
    expect(await cloudreveMock().call(TOKEN, { body })).toEqual(
      failure(40080, 'Incorrect password or email address'),
    );
  });

  test.each([
    ['manual_banned', 40017, 'This account has been blocked'],
    ['sys_banned', 40017, 'This account has been blocked'],
    ['inactive', 40018, 'This account is not activated'],
  ] as const)('refuses the user of a %s account after the password', async (status, code, msg) => {
    const { call } = cloudreveMock(seedLuke({ status }));
    expect(await call(TOKEN, { body: { email, password: PASSWORD } })).toEqual(failure(code, msg));
    expect(await call(TOKEN, { body: { email, password: 'wrong' } })).toMatchObject({
      code: 40080,
    });
  });

  test('asks for a one-time code where the user has two-factor authentication', async () => {
    const { call } = cloudreveMock(seeds['two-factor']);
    expect(await call(TOKEN, { body: { email, password: PASSWORD } })).toEqual({
      code: 203,
      data: expect.stringMatching(UUID),
      msg: '',
    });
  });
});

describe('finishTwoFactorSignIn', () => {
  const FINISH = 'POST /session/token/2fa';
  const otp = '123456';

  test('signs in once with the right code', async () => {
    const { call } = cloudreveMock(seeds['two-factor']);
    const { data: session_id } = await call(TOKEN, { body: { email, password: PASSWORD } });
    expect(await call(FINISH, { body: { otp: '654321', session_id } })).toEqual(
      failure(40022, 'Incorrect 2FA code'),
    );
    const { code, data } = await call(FINISH, { body: { otp, session_id } });
    expect([code, data.user.id]).toEqual([0, LUKE]);
    expect((await call('GET /share?page_size=10', mine(data.token.access_token))).code).toBe(0);
    expect(await call(FINISH, { body: { otp, session_id } })).toEqual(
      failure(404, 'Session not found'),
    );
  });

  test('finishes the documented sign-in within 600 seconds', async () => {
    const finish = async (seconds: number) => {
      const { call, advance } = cloudreveMock();
      advance(seconds * 1000);
      return call(FINISH, { body: { otp, session_id: DOCUMENTED_PENDING } });
    };
    expect((await finish(599)).data.user.id).toBe('lpua');
    expect(await finish(600)).toEqual(failure(404, 'Session not found'));
  });

  test('answers 404 where the user is gone', async () => {
    const { call } = cloudreveMock((world) => {
      seeds.default(world);
      world.tables.users.delete('lpua');
    });
    expect(await call(FINISH, { body: { otp, session_id: DOCUMENTED_PENDING } })).toEqual(
      failure(404, 'User not found'),
    );
  });

  test('reads "otp", not "opt" as the documentation has it', async () => {
    const body = { opt: otp, session_id: DOCUMENTED_PENDING };
    expect(await cloudreveMock().call(FINISH, { body })).toEqual({
      code: 40001,
      msg: 'OTP cannot be empty',
    });
  });
});

describe('refreshToken', () => {
  test('gives a new pair of the same sign-in and leaves the old one valid', async () => {
    const mock = cloudreveMock();
    const { token } = await signIn(mock);
    mock.advance(HOUR);
    expect((await mock.call('GET /share?page_size=10', mine(token.access_token))).code).toBe(401);
    const { code, data, msg } = await mock.call(REFRESH, { body: token });
    expect([code, msg]).toEqual([0, '']);
    expect(data.access_expires).toBe('2025-06-10T18:16:39+08:00');
    expect((await mock.call('GET /share?page_size=10', mine(data.access_token))).code).toBe(0);
    const roots = [token, data].map((pair) => readJwt(pair.refresh_token)?.claims.root_token_id);
    expect(roots[1]).toBe(roots[0]);
    expect((await mock.call(REFRESH, { body: token })).code).toBe(0);
  });

  test('takes the documented refresh token until it expires', async () => {
    const { call, advance } = cloudreveMock();
    const { data } = await call(TOKEN, {
      headers: { prefer: 'example=documented' },
      body: { email, password: PASSWORD },
    });
    expect((await call(REFRESH, { body: data.token })).code).toBe(0);
    advance(136 * DAY);
    expect((await call(REFRESH, { body: data.token })).code).toBe(40020);
  });

  test('refuses a token that is expired, foreign, of another type or no token', async () => {
    const mock = cloudreveMock();
    const { token } = await signIn(mock);
    const forged = signJwt(readJwt(token.refresh_token)?.claims ?? {}, 'other key');
    const refused = failure(40020, 'Failed to issue token pair');
    for (const refresh_token of [forged, token.access_token, 'x']) {
      expect(await mock.call(REFRESH, { body: { refresh_token } })).toEqual(refused);
    }
    mock.advance(14 * DAY - 1);
    expect((await mock.call(REFRESH, { body: token })).code).toBe(0);
    mock.advance(1);
    expect(await mock.call(REFRESH, { body: token })).toEqual(refused);
  });

  test('refuses a token from before a change of the password', async () => {
    const { refresh_token } = (await signIn(cloudreveMock())).token;
    const changed = cloudreveMock(seedLuke({}, { password: 'changed' }));
    const body = { email, password: 'changed' };
    const root = (await changed.call(TOKEN, { body })).data.token.refresh_token;
    expect(readJwt(root)?.claims.root_token_id).toBe(readJwt(refresh_token)?.claims.root_token_id);
    expect((await changed.call(REFRESH, { body: { refresh_token: root } })).code).toBe(0);
    expect((await changed.call(REFRESH, { body: { refresh_token } })).code).toBe(40020);
  });
});

describe('signOut', () => {
  test('makes all refresh tokens of the sign-in useless, and no others', async () => {
    const mock = cloudreveMock();
    const { token } = await signIn(mock);
    const other = (await signIn(mock)).token;
    const { data: next } = await mock.call(REFRESH, { body: token });
    const out = { code: 0, data: '', msg: '' };
    expect(await mock.call(SIGN_OUT, { body: next })).toEqual(out);
    for (const { refresh_token } of [token, next]) {
      expect((await mock.call(REFRESH, { body: { refresh_token } })).code).toBe(40020);
    }
    expect((await mock.call(REFRESH, { body: other })).code).toBe(0);
    expect((await mock.call('GET /share?page_size=10', mine(token.access_token))).code).toBe(0);
    expect(await mock.call(SIGN_OUT, { body: next })).toEqual(out);
  });

  test('refuses what it cannot read as a token', async () => {
    const expired = signJwt({ token_type: 'refresh', exp: EPOCH_MS / 1000 - 1 }, SIGNING_KEY);
    for (const refresh_token of ['x', expired]) {
      expect(await cloudreveMock().call(SIGN_OUT, { body: { refresh_token } })).toEqual(
        failure(40020, 'Failed to parse token'),
      );
    }
  });

  test('takes an access token, and revokes nothing', async () => {
    const mock = cloudreveMock();
    const { token } = await signIn(mock);
    const { root_token_id } = readJwt(token.refresh_token)?.claims ?? {};
    const access = signJwt({ token_type: 'access', sub: LUKE, root_token_id }, SIGNING_KEY);
    for (const refresh_token of [token.access_token, access]) {
      const answer = await mock.call(SIGN_OUT, { body: { refresh_token } });
      expect(answer).toEqual({ code: 0, data: '', msg: '' });
    }
    expect((await mock.call(REFRESH, { body: token })).code).toBe(0);
  });
});

describe('the token of a session request', () => {
  const refused = (code: number, msg: string) => failure(code, msg);
  const body = { email: 'luke@skywalker.com', password: PASSWORD };

  test.each([
    ['a refresh token', { token_type: 'refresh' }, refused(40020, 'Invalid token type')],
    ['of an unknown user', { sub: 'nonfA' }, refused(50001, 'failed to get login user')],
    ['of an undecodable user', { sub: 'zz-zz' }, refused(404, 'User not found')],
  ])('that is %s is refused', async (_what, claims, expected) => {
    const mock = cloudreveMock();
    const { headers } = bearer(claims);
    const answer = await mock.ask('POST /api/v4/session/token', { headers, body });
    expect(answer.body).toEqual(expected);
    expect(answer.headers.has('cache-control')).toBe(false);
  });

  test('needs offline_access to refresh, where it has scopes', async () => {
    const mock = cloudreveMock();
    const { token } = await signIn(mock);
    const scoped = (...scopes: string[]) => bearer({ sub: LUKE, client_id: 'app', scopes });
    const refused40089 = failure(40089, 'Insufficient scope: offline_access');
    const refreshWith = (...scopes: string[]) =>
      mock.call(REFRESH, { ...scoped(...scopes), body: token });
    expect(await refreshWith('Shares.Read')).toEqual(refused40089);
    expect((await refreshWith('offline_access')).code).toBe(0);
  });

  test('may be missing', async () => {
    const mock = cloudreveMock();
    const { token } = await signIn(mock);
    expect((await mock.call(SIGN_OUT, { ...anonymous, body: token })).code).toBe(0);
  });
});

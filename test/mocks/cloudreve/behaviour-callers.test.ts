import { describe, expect, test } from 'vitest';
import {
  ADMIN,
  anonymous,
  asAdmin,
  asLuke,
  bearer,
  cloudreveMock,
  EPOCH_MS,
  failure,
  HOUR,
  LUKE,
  seedLuke,
  signIn,
} from './cloudreve-mock.ts';

const MINE = 'GET /share?page_size=10';
const INFO = 'GET /share/info/g2guA';
const PROFILE = 'GET /user/shares/lpua?page_size=10';
const REPORT = 'POST /site/abuse';
const report = { category: 0, share_id: 'g2guA' };
const signedIn = EPOCH_MS / 1000;

/** Requests that need a sign-in, none of them with a body that could pass. */
const PRIVATE: [request: string, body?: unknown][] = [
  [MINE],
  ['GET /share?page_size=1'],
  ['PUT /share', {}],
  ['DELETE /share', {}],
  ['POST /share/g2guA', {}],
  ['DELETE /share/g2guA'],
  ['DELETE /share/info'],
];

const options = (headers: Readonly<Record<string, string>>, body?: unknown) =>
  body === undefined ? { headers } : { headers, body };

/** Tokens that make their bearer a stranger. */
const INVALID = {
  expired: bearer({ sub: LUKE, exp: signedIn }),
  early: bearer({ sub: LUKE, nbf: signedIn + 1 }),
  forged: bearer({ sub: LUKE }, 'other key'),
  'of another scheme': { headers: { authorization: 'Bearer Cr 0123' } },
  missing: anonymous,
};

describe.each(Object.entries(INVALID))('a token that is %s', (_what, { headers }) => {
  test.each(PRIVATE)('makes %s answer "Login required", whatever its body', async (what, body) => {
    const answer = await cloudreveMock().call(what, options(headers, body));
    expect(answer).toEqual(failure(401, 'Login required'));
  });

  test('makes its bearer an anonymous visitor where sign-in is optional', async () => {
    const { call } = cloudreveMock();
    const { data } = await call(INFO, { headers });
    expect([data.unlocked, data.owner.email]).toEqual([false, undefined]);
    expect((await call(PROFILE, { headers })).data.shares[0].owner.email).toBeUndefined();
    expect((await call(REPORT, { headers, body: report })).code).toBe(0);
  });
});

describe('a valid token', () => {
  test.each([
    ['a refresh token', bearer({ sub: LUKE, token_type: 'refresh' }), 40020, 'Invalid token type'],
    ['one of an undecodable user', bearer({ sub: 'a-b' }), 404, 'User not found'],
    ['one of a share', bearer({ sub: 'g2guA' }), 404, 'User not found'],
    ['one without a user', bearer({}), 404, 'User not found'],
    ['one of a deleted user', bearer({ sub: 'aaauA' }), 50001, 'failed to get login user'],
  ])('that is %s is refused, where sign-in is optional too', async (_what, auth, code, msg) => {
    const { call } = cloudreveMock();
    for (const what of [MINE, INFO, PROFILE, 'DELETE /share/g2guA']) {
      expect(await call(what, auth)).toEqual(failure(code, msg));
    }
    expect(await call(REPORT, { ...auth, body: report })).toEqual(failure(code, msg));
  });

  test.each(['inactive', 'manual_banned', 'sys_banned'] as const)(
    'of a user who is %s is refused',
    async (status) => {
      expect(await cloudreveMock(seedLuke({ status })).call(MINE, asLuke)).toEqual(
        failure(50001, 'failed to get login user'),
      );
    },
  );

  test('tells its user, with the prefix as it is written and without it', async () => {
    const { call } = cloudreveMock();
    const { authorization } = asAdmin.headers;
    const idsOf = async (header: string) => {
      const { data } = await call(MINE, { headers: { authorization: header } });
      return data.shares.map(({ id }: { id: string }) => id);
    };
    expect(await idsOf(authorization)).toEqual(['KDVIn', 'VoMFL']);
    expect(await idsOf(authorization.replace('Bearer ', ''))).toEqual(['KDVIn', 'VoMFL']);
    const bare = { headers: { authorization: authorization.replace('Bearer ', '') } };
    expect((await call(INFO, bare)).data.owner.email).toBe('luke@skywalker.com');
    expect((await call('GET /share/info/VoMFL', bare)).data.unlocked).toBe(true);
  });

  test.each(['bearer ', 'BEARER ', 'Bearer  ', 'Bearer\t', 'Token '])(
    'is none behind the prefix "%s"',
    async (prefix) => {
      const authorization = asAdmin.headers.authorization.replace('Bearer ', prefix);
      const { call } = cloudreveMock();
      const headers = { authorization };
      expect(await call(MINE, { headers })).toEqual(failure(401, 'Login required'));
      expect((await call('GET /share/info/VoMFL', { headers })).data.unlocked).toBe(false);
    },
  );
});

describe('a token of an OAuth application', () => {
  const scoped = (...scopes: string[]) => bearer({ sub: LUKE, client_id: 'app', scopes });
  const writes: typeof PRIVATE = [
    ['PUT /share', {}],
    ['DELETE /share', {}],
    ['POST /share/g2guA', {}],
    ['DELETE /share/g2guA'],
  ];

  test.each([[MINE], [INFO], ...writes] as typeof PRIVATE)(
    'without a scope may not %s',
    async (what, body) => {
      expect(await cloudreveMock().call(what, options(scoped().headers, body))).toEqual(
        failure(40089, 'Insufficient scope: Shares.Read'),
      );
    },
  );

  test.each(writes)('that may only read may not %s', async (what, body) => {
    const { headers } = scoped('Shares.Read');
    expect(await cloudreveMock().call(what, options(headers, body))).toEqual(
      failure(40089, 'Insufficient scope: Shares.Write'),
    );
  });

  test('may read with either scope and write with the second', async () => {
    const { call } = cloudreveMock();
    for (const scope of ['Shares.Read', 'Shares.Write']) {
      expect((await call(MINE, scoped(scope))).code).toBe(0);
      expect((await call(INFO, scoped(scope))).code).toBe(0);
    }
    expect((await call('DELETE /share/g2guA', scoped('Shares.Write'))).code).toBe(0);
  });

  test('needs no scope for the profile of a user', async () => {
    expect((await cloudreveMock().call(PROFILE, scoped())).code).toBe(0);
  });
});

describe('any other token', () => {
  test('stands for the owner of the seed data', async () => {
    const { call } = cloudreveMock();
    const { data } = await call(MINE, { headers: { authorization: 'Bearer anything' } });
    expect(data.shares.map(({ id }: { id: string }) => id)).toEqual(['8X9FD', 'g2guA']);
  });

  test('is refused where authentication is strict, unless it was issued or configured', async () => {
    const mock = cloudreveMock(undefined, {
      strictAuth: true,
      credentials: new Set(['good', 'a.b.c']),
    });
    const code = async (authorization: string) =>
      (await mock.call(MINE, { headers: { authorization } })).code;
    const { token } = await signIn(mock);
    expect(await code('Bearer x')).toBe(401);
    expect(await code('Bearer good')).toBe(0);
    expect(await code('Bearer a.b.c')).toBe(0);
    expect(await code(`Bearer ${token.access_token}`)).toBe(0);
    mock.advance(HOUR);
    expect(await code(`Bearer ${token.access_token}`)).toBe(401);
  });
});

describe('a failure', () => {
  const correlationId = 'b4351ecc-ee1a-4455-bc94-2c3dbcc58538';
  const headers = { 'x-cr-correlation-id': correlationId };

  test('repeats the correlation id of the request', async () => {
    const { call } = cloudreveMock();
    const missing = failure(404, 'Share not found', correlationId);
    expect(await call('GET /share/info/aaauA', { headers })).toEqual(missing);
    const stranger = { headers: { ...headers, authorization: '' } };
    expect(await call(MINE, stranger)).toEqual(failure(401, 'Login required', correlationId));
  });

  test('has another random correlation id each time, the same ones in each run', async () => {
    const ids = async () => {
      const { call } = cloudreveMock();
      const answers = [await call('GET /share/info/a'), await call('GET /share/info/a')];
      return answers.map((answer) => answer.correlation_id);
    };
    const [first, second] = await ids();
    expect(first).not.toBe(second);
    expect(await ids()).toEqual([first, second]);
  });

  test.each([
    [MINE, 0],
    ['GET /share/info/aaauA', 404],
    ['GET /share?page_size=1', 40001],
  ])('and a success alike are HTTP 200, private and not cached: %s', async (what, code) => {
    const {
      status,
      headers: sent,
      body,
    } = await cloudreveMock().ask(what.replace(' ', ' /api/v4'));
    expect([status, body.code]).toEqual([200, code]);
    expect(sent.get('cache-control')).toBe('private, no-cache');
    expect(sent.get('content-type')).toBe('application/json; charset=utf-8');
  });
});

describe('reportAbuse', () => {
  test('answers a success to a visitor and to a user', async () => {
    const { call } = cloudreveMock();
    for (const auth of [anonymous, asAdmin]) {
      const body = { category: 1, user_id: ADMIN };
      expect(await call(REPORT, { ...auth, body })).toEqual({ code: 0, msg: '' });
    }
  });
});

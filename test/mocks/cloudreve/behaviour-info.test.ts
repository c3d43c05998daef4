import { describe, expect, test } from 'vitest';
import type { ShareRow } from '../../../mocks/cloudreve/tables.ts';
import type { AskOptions } from '../../support/sandbox-mock.ts';
import {
  ADMIN,
  anonymous,
  asAdmin,
  type CloudreveMock,
  cloudreveMock,
  EPOCH_MS,
  failure,
  LUKE,
  seedLuke,
  seedWith,
} from './cloudreve-mock.ts';

const INFO = 'GET /share/info/g2guA';
const SITE = 'http://mock.test/cloudreve';

/** Share of Luke with every field that a share may have. */
const FULL: ShareRow = {
  id: 'fuLL1',
  owner: LUKE,
  uri: `cloudreve://${LUKE}@my/folder/a.txt`,
  created_at: '2025-06-10T16:00:00+08:00',
  visited: 4,
  downloaded: 2,
  remain_downloads: 3,
  expires: '2025-06-10T17:00:00+08:00',
  password: 'pass1',
  share_view: true,
  show_readme: true,
  price: 5,
  permission_setting: {
    same_group: null,
    everyone: 'AQ==',
    other: null,
    anonymous: 'AQ==',
    group_explicit: {},
    user_explicit: {},
  },
};
const file = { uri: FULL.uri, source_type: 0, size: 99 } as const;
const full = (change: Partial<ShareRow> = {}) =>
  seedWith({ shares: [{ ...FULL, ...change }], files: [file] });
const FULL_INFO = 'GET /share/info/fuLL1';

/** What everybody sees. */
const LOCKED = {
  id: 'fuLL1',
  name: 'a.txt',
  visited: 4,
  price: 5,
  unlocked: false,
  password_protected: true,
  source_type: 0,
  owner: {
    id: LUKE,
    nickname: 'Luke Skywalker',
    avatar: 'file',
    created_at: '2023-08-06T19:21:59+08:00',
  },
  created_at: FULL.created_at,
  expired: false,
  url: `${SITE}/s/fuLL1`,
  size: 0,
};
/** What they see besides who have the password. */
const UNLOCKED = {
  ...LOCKED,
  remain_downloads: 3,
  downloaded: 2,
  expires: FULL.expires,
  unlocked: true,
  url: `${SITE}/s/fuLL1/pass1`,
  show_readme: true,
  size: 99,
  password: 'pass1',
};
const WITH_EMAIL = { owner: { ...LOCKED.owner, email: 'luke@skywalker.com' } };
/** What the owner sees. */
const OWN = {
  ...UNLOCKED,
  ...WITH_EMAIL,
  permission_setting: FULL.permission_setting,
  is_private: true,
  share_view: true,
};

describe('getShareInfo', () => {
  test('answers the documented share to its owner, in the place of the sample site', async () => {
    const { call } = cloudreveMock();
    const { data } = await call(INFO, { headers: { prefer: 'example=documented' } });
    const answer = await call(`${INFO}?password=gcqzfaze&owner_extended=true`);
    expect(answer).toEqual({
      code: 0,
      data: { ...data, password_protected: true, size: 0, url: `${SITE}/s/g2guA/gcqzfaze` },
      msg: '',
    });
  });

  test.each<[who: string, query: string, auth: AskOptions, expected: object]>([
    ['an anonymous visitor', '', anonymous, LOCKED],
    ['an anonymous visitor with a wrong password', '?password=x', anonymous, LOCKED],
    ['an anonymous visitor with the password', '?password=pass1', anonymous, UNLOCKED],
    ['another user', '', asAdmin, { ...LOCKED, ...WITH_EMAIL }],
    [
      'another user with a wrong password',
      '?password=PASS1',
      asAdmin,
      { ...LOCKED, ...WITH_EMAIL },
    ],
    ['another user with the password', '?password=pass1', asAdmin, { ...UNLOCKED, ...WITH_EMAIL }],
    ['the owner', '', {}, OWN],
    ['the owner with a wrong password', '?password=x', {}, OWN],
  ])('shows to %s what is theirs to see', async (_who, query, auth, expected) => {
    const { data } = await cloudreveMock(full()).call(FULL_INFO + query, auth);
    expect(data).toEqual(expected);
  });

  test('writes the fields in the order of the server', async () => {
    const { data: share } = await cloudreveMock(full()).call(
      `${FULL_INFO}?password=pass1&owner_extended=true`,
    );
    const pro = ['price', 'permission_setting'];
    expect(Object.keys(share).filter((name) => !pro.includes(name))).toEqual([
      'id',
      'name',
      'remain_downloads',
      'visited',
      'downloaded',
      'expires',
      'unlocked',
      'password_protected',
      'source_type',
      'owner',
      'created_at',
      'expired',
      'url',
      'show_readme',
      'size',
      'is_private',
      'password',
      'share_view',
      'source_uri',
    ]);
  });

  test('unlocks a share without a password for everybody', async () => {
    const { password: _, ...open } = FULL;
    const { call } = cloudreveMock(seedWith({ shares: [open], files: [file] }));
    const { password: __, password_protected: ___, ...expected } = UNLOCKED;
    const { data } = await call(`${FULL_INFO}?password=x`, anonymous);
    expect(data).toEqual({ ...expected, url: `${SITE}/s/fuLL1` });
  });

  test('leaves out a count of downloads that is zero, and shows that one is left', async () => {
    const { call } = cloudreveMock(full({ downloaded: 0, remain_downloads: 1 }));
    const { data } = await call(FULL_INFO);
    expect(data).not.toHaveProperty('downloaded');
    expect(data.remain_downloads).toBe(1);
  });

  test('shows who has a profile setting', async () => {
    const { call } = cloudreveMock(seedLuke({ share_links_in_profile: 'all_share' }));
    expect((await call(INFO)).data.owner.share_links_in_profile).toBe('all_share');
  });
});

describe('getShareInfo with count_views', () => {
  const visited = async ({ call }: CloudreveMock) =>
    (await call('GET /share/info/8X9FD')).data.visited;

  test('answers the number before its own view', async () => {
    const mock = cloudreveMock();
    const counted = 'GET /share/info/8X9FD?count_views=true';
    expect((await mock.call(counted)).data.visited).toBe(17);
    expect((await mock.call(counted, anonymous)).data.visited).toBe(18);
    expect(await visited(mock)).toBe(19);
  });

  test('counts nothing where it is false, empty or absent', async () => {
    const mock = cloudreveMock();
    await mock.call('GET /share/info/8X9FD?count_views=false');
    expect(await visited(mock)).toBe(17);
  });

  test('counts a call that finds the share locked', async () => {
    const { call } = cloudreveMock();
    const answer = await call(`${INFO}?count_views=true&password=x`, anonymous);
    expect(answer.data).toMatchObject({ unlocked: false, visited: 0 });
    expect((await call(INFO)).data.visited).toBe(1);
  });
});

describe('getShareInfo with owner_extended', () => {
  test('tells the owner the folder, or for a file its parent', async () => {
    const { call } = cloudreveMock(full());
    const folder = await call(`${INFO}?owner_extended=true&password=gcqzfaze`);
    expect(folder.data.source_uri).toBe(`cloudreve://${LUKE}@my/Inspirations`);
    const inFolder = await call(`${FULL_INFO}?owner_extended=true&password=pass1`);
    expect(inFolder.data.source_uri).toBe(`cloudreve://${LUKE}@my/folder`);
    const inRoot = await call('GET /share/info/8X9FD?owner_extended=true');
    expect(inRoot.data.source_uri).toBe(`cloudreve://${LUKE}@my`);
  });

  test('tells nobody else', async () => {
    const { call } = cloudreveMock();
    for (const auth of [anonymous, asAdmin]) {
      const { data } = await call(`${INFO}?owner_extended=true&password=gcqzfaze`, auth);
      expect([data.unlocked, data.source_uri]).toEqual([true, undefined]);
    }
  });

  test('refuses the owner without the password, after it has counted the view', async () => {
    const { call } = cloudreveMock();
    for (const query of ['', '&password=x']) {
      const answer = await call(`${INFO}?owner_extended=true&count_views=true${query}`);
      expect(answer).toEqual(failure(40069, 'File not found'));
    }
    expect((await call(INFO)).data.visited).toBe(2);
  });

  test('shows a visitor without the password what is locked', async () => {
    const { call } = cloudreveMock();
    for (const auth of [anonymous, asAdmin]) {
      const { code, data } = await call(`${INFO}?owner_extended=true`, auth);
      expect([code, data.unlocked]).toEqual([0, false]);
    }
  });

  test('cannot find a file below a trashed folder, whose share goes on', async () => {
    const folder = { uri: `cloudreve://${LUKE}@my/folder`, source_type: 1, size: 0 } as const;
    const files = [file, { ...folder, is_trashed: true }];
    const { call } = cloudreveMock(seedWith({ shares: [FULL], files }));
    expect((await call(FULL_INFO)).code).toBe(0);
    const extended = await call(`${FULL_INFO}?owner_extended=true&password=pass1`);
    expect(extended).toEqual(failure(404, 'File not found'));
    const body = { uri: 'cloudreve://my/folder/a.txt' };
    expect(await call('PUT /share', { body })).toEqual(failure(40016, 'src file not found'));
  });
});

describe('getShareInfo of a share that is over', () => {
  const over = failure(404, 'Share link expired');
  const TRASHED = { ...file, is_trashed: true };

  test('answers 404 from the moment of the expiry on, to the owner too', async () => {
    const { call, advance } = cloudreveMock(full());
    advance(Date.parse('2025-06-10T17:00:00+08:00') - EPOCH_MS - 1);
    expect((await call(FULL_INFO)).data.expired).toBe(false);
    advance(1);
    expect(await call(FULL_INFO)).toEqual(over);
    expect(await call(FULL_INFO, anonymous)).toEqual(over);
  });

  test.each([
    ['no download is left', 'fuLL1', full({ remain_downloads: 0 })],
    ['the owner is inactive', 'g2guA', seedLuke({ status: 'inactive' })],
    ['the owner is gone', 'fuLL1', full({ owner: 'gone1' })],
    ['the file is trashed', 'fuLL1', seedWith({ shares: [FULL], files: [TRASHED] })],
  ])('answers 404 where %s', async (_why, id, seed) => {
    expect(await cloudreveMock(seed).call(`GET /share/info/${id}`, anonymous)).toEqual(over);
  });

  test('is gone with its file, which takes a closed world', async () => {
    const seed = seedWith({ shares: [FULL] });
    const { call } = cloudreveMock(seed, { closedWorld: true });
    expect(await call(FULL_INFO)).toEqual(failure(404, 'Share not found'));
    expect(await call('DELETE /share/fuLL1')).toEqual(failure(404, 'share not found'));
    const listed = await call('GET /share?page_size=100');
    expect(listed.data.shares.map(({ id }: { id: string }) => id)).not.toContain('fuLL1');
    expect((await cloudreveMock(seed).call(FULL_INFO)).code).toBe(0);
  });
});

describe('getShareInfo', () => {
  test.each([
    ['an unknown share', 'aaauA', 404, 'Share not found'],
    ['the id of a user', ADMIN, 40001, 'Failed to parse object ID'],
    ['an id with other characters', 'a-b', 40001, 'Failed to parse object ID'],
    [
      'an id with other characters and a bad boolean',
      'a-b?count_views=x',
      40001,
      'Failed to parse object ID',
    ],
  ])('refuses %s', async (_what, id, code, msg) => {
    expect(await cloudreveMock().call(`GET /share/info/${id}`)).toEqual(failure(code, msg));
  });

  test.each(['count_views', 'owner_extended'])('refuses "%s" that is no boolean', async (name) => {
    expect(await cloudreveMock().call(`${INFO}?${name}=x`)).toEqual({
      code: 40001,
      msg: 'Parameter error',
    });
  });
});

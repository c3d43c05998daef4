import { describe, expect, test } from 'vitest';
import type { FileRow, UserRow } from '../../../mocks/cloudreve/tables.ts';
import {
  ADMIN,
  asAdmin,
  type CloudreveMock,
  cloudreveMock,
  failure,
  LUKE,
  seedLuke,
  seedWith,
} from './cloudreve-mock.ts';

const CREATE = 'PUT /share';
const uri = 'cloudreve://my/Inspirations';
const cannotShare = { id: 'ZZZZ', name: 'Guests', permission: 'AA==' };

const idOf = (url: string) => url.split('/s/')[1]?.split('/')[0] ?? '';
const info = async ({ call }: CloudreveMock, id: string) =>
  (await call(`GET /share/info/${id}`)).data;

/** Creates a share and answers what its owner sees of it. */
async function create(mock: CloudreveMock, body: object = {}) {
  const { data } = await mock.call(CREATE, { body: { uri, ...body } });
  return info(mock, idOf(data));
}

describe('createShare', () => {
  test('answers the short link of a new share, which its owner then sees', async () => {
    const mock = cloudreveMock();
    mock.advance(1500);
    const { code, data: url, msg } = await mock.call(CREATE, { body: { uri } });
    expect([code, msg]).toEqual([0, '']);
    expect(url).toMatch(/^http:\/\/mock\.test\/cloudreve\/s\/[A-Za-z0-9]{5}$/);
    expect(await info(mock, idOf(url))).toEqual({
      id: idOf(url),
      name: 'Inspirations',
      visited: 0,
      unlocked: true,
      source_type: 1,
      owner: {
        id: LUKE,
        email: 'luke@skywalker.com',
        nickname: 'Luke Skywalker',
        avatar: 'file',
        created_at: '2023-08-06T19:21:59+08:00',
      },
      created_at: '2025-06-10T16:16:40.5+08:00',
      expired: false,
      url,
      size: 0,
    });
  });

  test('makes a new share of a file each time', async () => {
    const mock = cloudreveMock();
    const shares = [await create(mock), await create(mock)];
    expect(new Set(shares.map(({ id }) => id)).size).toBe(2);
    expect((await mock.call('GET /share?page_size=10')).data.shares).toHaveLength(4);
  });

  test('gives a private share its password, or else eight random lower-case letters and digits', async () => {
    const mock = cloudreveMock();
    const own = await create(mock, { is_private: true, password: 'Secret1' });
    expect(own).toMatchObject({ password: 'Secret1', is_private: true, password_protected: true });
    expect(own.url).toBe(`http://mock.test/cloudreve/s/${own.id}/Secret1`);
    for (const password of [undefined, '', null]) {
      const drawn = await create(mock, { is_private: true, password });
      expect(drawn.password).toMatch(/^[a-z0-9]{8}$/);
      expect(drawn.url).toMatch(new RegExp(`/s/${drawn.id}/${drawn.password}$`));
    }
  });

  test('uses a password only where the share is private', async () => {
    const share = await create(cloudreveMock(), { password: 'Secret1' });
    expect([share.password, share.is_private]).toEqual([undefined, undefined]);
  });

  test('sets the expiry, the download limit and the flags', async () => {
    const body = { expire: 604_800, downloads: 3, share_view: true, show_readme: true };
    expect(await create(cloudreveMock(), body)).toMatchObject({
      expires: '2025-06-17T16:16:39+08:00',
      remain_downloads: 3,
      share_view: true,
      show_readme: true,
    });
  });

  test.each([
    ['zero', { expire: 0, downloads: 0 }],
    ['negative', { expire: -1, downloads: -1 }],
    ['null', { expire: null, downloads: null, share_view: null, show_readme: null }],
    ['false', { share_view: false, show_readme: false }],
  ])('takes %s for no limit and no flag', async (_what, body) => {
    const share = await create(cloudreveMock(), body);
    for (const name of ['expires', 'remain_downloads', 'share_view', 'show_readme']) {
      expect(share).not.toHaveProperty(name);
    }
  });

  test('counts an expiry in nanoseconds of 64 bits, which overflow', async () => {
    const mock = cloudreveMock();
    const longest = await create(mock, { expire: 9_223_372_036 });
    expect(longest.expires).toMatch(/^2317-/);
    const body = { uri: 'cloudreve://my/a', expire: 9_223_372_037 };
    const { data } = await mock.call('PUT /share', { body });
    const [, id] = /\/s\/(\w+)$/.exec(data) ?? [];
    expect(await mock.call(`GET /share/info/${id}`)).toEqual(failure(404, 'Share link expired'));
  });

  test('ignores what only the Pro edition knows, and unknown fields', async () => {
    const permissions = { everyone: 'AQ==', anonymous: 'BQ==' };
    const share = await create(cloudreveMock(), { permissions, price: 20, unknown: true });
    expect(share).not.toHaveProperty('price');
    expect(share).not.toHaveProperty('permission_setting');
  });

  test.each([
    ['cloudreve://my/a%20b/c.txt', 'c.txt', 0],
    ['cloudreve://my/%E6%96%B0/', '新', 1],
    [`cloudreve://${LUKE}@my/x`, 'x', 1],
  ])('shares %s, which nobody created', async (of, name, source_type) => {
    expect(await create(cloudreveMock(), { uri: of })).toMatchObject({
      name,
      source_type,
      size: 0,
    });
  });

  test('tells the size of a file that is there', async () => {
    const of = 'cloudreve://my/%E6%96%B0%E6%96%87%E4%BB%B62.txt';
    expect(await create(cloudreveMock(), { uri: of })).toMatchObject({ size: 2048 });
  });
});

const luke = `cloudreve://${LUKE}@my`;
const FILES: FileRow[] = [
  { uri: `${luke}/shortcut`, source_type: 1, size: 0, is_shortcut: true },
  { uri: `${luke}/trashed`, source_type: 1, size: 0, is_trashed: true },
];

describe.each(['createShare', 'editShare'])('%s', (operation) => {
  const request = operation === 'createShare' ? CREATE : 'POST /share/g2guA';
  const closed = { closedWorld: true };

  test.each([
    ['a scheme of another kind', 'https://example.com/a', 40001, 'unknown uri'],
    ['a path that does not decode', 'cloudreve://my/%zz', 40001, 'unknown uri'],
    ['a path that does not exist', 'cloudreve://my/none', 40016, 'src file not found'],
    ['a trashed file', 'cloudreve://my/trashed', 40016, 'src file not found'],
    ['the root', 'cloudreve://my', 403, 'src file not found'],
    ['the root with a slash', 'cloudreve://my/', 403, 'src file not found'],
    ['the files of a share', 'cloudreve://8X9FD@share/a', 403, 'src file not found'],
    ['the trash', 'cloudreve://trash/a', 403, 'src file not found'],
    ['what others share', 'cloudreve://shared_with_me/a', 403, 'src file not found'],
    ['files of another user', `cloudreve://${ADMIN}@my/1`, 403, 'src file not found'],
    ['an unknown file system', 'cloudreve://your/a', 404, 'src file not found'],
    ['a shortcut', 'cloudreve://my/shortcut', 403, 'cannot share symbolic file'],
  ])('refuses %s', async (_what, of, code, msg) => {
    const { call } = cloudreveMock(seedWith({ files: FILES }), closed);
    expect(await call(request, { body: { uri: of } })).toEqual(failure(code, msg));
  });

  test('refuses an administrator the files of another user too', async () => {
    const body = { uri: `${luke}/Inspirations` };
    expect(await cloudreveMock().call(CREATE, { ...asAdmin, body })).toEqual(
      failure(403, 'src file not found'),
    );
  });

  test('refuses a group that may not share before it looks at the file', async () => {
    const { call } = cloudreveMock(seedLuke({ group: cannotShare }), closed);
    expect(await call(request, { body: { uri: 'cloudreve://your/a' } })).toEqual(
      failure(40007, 'Group permission denied'),
    );
    expect(await call(request, { body: {} })).toEqual({ code: 40001, msg: 'Uri cannot be empty' });
  });
});

describe('editShare', () => {
  const EDIT = 'POST /share/g2guA';

  test('clears what is left out, and nothing else', async () => {
    const mock = cloudreveMock();
    const before = await info(mock, 'g2guA');
    const { expires: _, share_view: __, ...kept } = before;
    const { code, data: url } = await mock.call(EDIT, { body: { uri } });
    expect([code, url]).toEqual([0, before.url]);
    expect(await info(mock, 'g2guA')).toEqual(kept);
  });

  test('replaces expiry, limit and flags as a whole', async () => {
    const mock = cloudreveMock();
    mock.advance(1000);
    await mock.call(EDIT, { body: { uri, expire: 60, downloads: 5 } });
    await mock.call(EDIT, { body: { uri, expire: 60, show_readme: true } });
    const share = await info(mock, 'g2guA');
    expect(share).toMatchObject({ expires: '2025-06-10T16:17:40+08:00', show_readme: true });
    expect(share).not.toHaveProperty('remain_downloads');
    expect(share).not.toHaveProperty('share_view');
    await mock.call(EDIT, { body: { uri, share_view: true } });
    const last = await info(mock, 'g2guA');
    expect(last.share_view).toBe(true);
    expect(last).not.toHaveProperty('show_readme');
    expect(last).not.toHaveProperty('expires');
  });

  test('never changes the password nor whether there is one', async () => {
    const mock = cloudreveMock();
    const body = { uri, is_private: false, password: 'Other1' };
    const { data: url } = await mock.call(EDIT, { body });
    expect(url).toBe('http://mock.test/cloudreve/s/g2guA/gcqzfaze');
    const open = await create(mock);
    await mock.call(`POST /share/${open.id}`, { body: { ...body, is_private: true } });
    expect(await info(mock, open.id)).not.toHaveProperty('password');
    expect(await mock.call(EDIT, { body: { uri, password: 'a b' } })).toEqual({
      code: 40001,
      msg: 'Invalid parameters.',
    });
  });

  test('makes an expired share valid again', async () => {
    const mock = cloudreveMock();
    const { id } = await create(mock, { expire: 60 });
    mock.advance(60_000);
    await mock.call(`POST /share/${id}`, { body: { uri } });
    expect((await info(mock, id)).expired).toBe(false);
  });

  test.each([
    ['no such share', 'aaauA', uri, 404, 'failed to get existed share'],
    ['a share of another file', 'g2guA', 'cloudreve://my/x', 404, 'share link not found'],
    ['a share of another user', 'KDVIn', uri, 404, 'share link not found'],
    ['the id of a user', LUKE, uri, 40001, 'Failed to parse object ID'],
    ['a missing file and share', 'aaauA', 'cloudreve://my', 403, 'src file not found'],
  ])('refuses %s', async (_what, id, of, code, msg) => {
    const answer = await cloudreveMock().call(`POST /share/${id}`, { body: { uri: of } });
    expect(answer).toEqual(failure(code, msg));
  });

  test('takes the URI with the id of the user for the same file', async () => {
    const body = { uri: `${luke}/Inspirations/` };
    expect((await cloudreveMock().call(EDIT, { body })).code).toBe(0);
  });
});

describe('deleteShare', () => {
  test('answers a success without data, and then 404 in all operations', async () => {
    const { call } = cloudreveMock();
    expect(await call('DELETE /share/g2guA')).toEqual({ code: 0, msg: '' });
    expect(await call('DELETE /share/g2guA')).toEqual(failure(404, 'share not found'));
    expect(await call('GET /share/info/g2guA')).toEqual(failure(404, 'Share not found'));
    expect(await call('POST /share/g2guA', { body: { uri } })).toEqual(
      failure(404, 'failed to get existed share'),
    );
    expect((await call('GET /share?page_size=10')).data.shares).toHaveLength(1);
  });

  test('lets an administrator delete the share of another user, but nobody else', async () => {
    const { call } = cloudreveMock();
    expect(await call('DELETE /share/KDVIn')).toEqual(failure(404, 'share not found'));
    expect((await call('DELETE /share/g2guA', asAdmin)).code).toBe(0);
  });

  test('refuses the id of a user', async () => {
    expect(await cloudreveMock().call(`DELETE /share/${LUKE}`)).toEqual(
      failure(40001, 'Failed to parse object ID'),
    );
  });
});

describe('deleteShares', () => {
  const DELETE = 'DELETE /share';

  test('deletes own shares and skips others, known or not, for an administrator too', async () => {
    const mock = cloudreveMock();
    const ids = ['g2guA', 'KDVIn', 'aaauA', 'g2guA'];
    expect(await mock.call(DELETE, { body: { ids } })).toEqual({ code: 0, msg: '' });
    expect(await mock.call('GET /share/info/g2guA')).toMatchObject({ code: 404 });
    expect(await mock.call('GET /share/info/KDVIn')).toMatchObject({ code: 0 });
    await mock.call(DELETE, { ...asAdmin, body: { ids: ['8X9FD'] } });
    expect(await mock.call('GET /share/info/8X9FD')).toMatchObject({ code: 0 });
  });

  test('accepts an empty list', async () => {
    expect(await cloudreveMock().call(DELETE, { body: { ids: [] } })).toEqual({ code: 0, msg: '' });
  });

  test('deletes nothing where one id cannot be decoded', async () => {
    const { call } = cloudreveMock();
    expect(await call(DELETE, { body: { ids: ['g2guA', LUKE] } })).toEqual(failure(-1, ''));
    expect(await call('GET /share/info/g2guA')).toMatchObject({ code: 0 });
  });
});

describe('cloudreve', () => {
  test('takes a member without a group for one who may not share', async () => {
    const row: UserRow = {
      account: { id: LUKE, nickname: 'Luke', created_at: '2023-08-06T19:21:59+08:00' },
      password: 'x',
    };
    const { call } = cloudreveMock(seedWith({ users: [row] }));
    expect(await call(CREATE, { body: { uri } })).toMatchObject({ code: 40007 });
  });

  test('gives the same answers to the same calls', async () => {
    const run = async () => {
      const mock = cloudreveMock();
      return [await create(mock, { is_private: true }), await create(mock)];
    };
    expect(await run()).toEqual(await run());
  });
});

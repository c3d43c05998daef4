import { describe, expect, test } from 'vitest';
import type { World } from '../../../mocks/cloudreve/documented.ts';
import { seeds } from '../../../mocks/cloudreve/seeds.ts';
import type { FileRow, ShareRow } from '../../../mocks/cloudreve/tables.ts';
import {
  ADMIN,
  anonymous,
  asAdmin,
  asLuke,
  type CloudreveMock,
  cloudreveMock,
  failure,
  LUKE,
  seedLuke,
  seedWith,
} from './cloudreve-mock.ts';

const MINE = 'GET /share?page_size=10';
const PROFILE = `GET /user/shares/${LUKE}?page_size=10`;
const SITE = 'http://mock.test/cloudreve';

type Listed = { readonly id: string; readonly unlocked: boolean };

const idsOf = (answer: { data: { shares: Listed[] | null } }) =>
  (answer.data.shares ?? []).map(({ id }) => id);

/** Ids of 25 shares, oldest first. */
const IDS = Array.from({ length: 25 }, (_, index) => `s${String(index).padStart(4, '0')}`);
const numbered = (change: (index: number) => Partial<ShareRow> = () => ({})) =>
  function seed(world: World): void {
    seeds.empty(world);
    for (const [index, id] of IDS.entries()) {
      world.tables.shares.put({
        id,
        owner: LUKE,
        uri: `cloudreve://${LUKE}@my/x`,
        created_at: '2025-06-10T16:00:00+08:00',
        visited: 0,
        downloaded: 0,
        ...change(index),
      });
    }
  };

/** Seed of many shares of Luke that counts how many of them are read from lists. */
function watchReads(size: number) {
  let reads = 0;
  return { seed, count: () => reads };

  function seed(world: World): void {
    seeds.empty(world);
    const { shares } = world.tables;
    const uri = `cloudreve://${LUKE}@my/x`;
    const created_at = '2025-06-10T16:00:00+08:00';
    for (let index = 0; index < size; index += 1) {
      shares.put({ id: `n${index}`, owner: LUKE, uri, created_at, visited: 0, downloaded: 0 });
    }
    const { list } = shares;
    Object.assign(shares, { list: (...args: Parameters<typeof list>) => watch(list(...args)) });
  }

  function watch(rows: readonly ShareRow[]): readonly ShareRow[] {
    return new Proxy(rows, {
      get: (target, key, receiver) => {
        reads += Number(typeof key === 'string' && /^\d+$/.test(key));
        return Reflect.get(target, key, receiver);
      },
    });
  }
}

/** Follows the cursors of a list to its end, and answers the ids of each page. */
async function readPages({ call }: CloudreveMock, list: string): Promise<string[][]> {
  const pages: string[][] = [];
  let token = '';
  do {
    const answer = await call(`${list}&next_page_token=${encodeURIComponent(token)}`);
    pages.push(idsOf(answer));
    token = answer.data.pagination.next_token ?? '';
  } while (token !== '' && pages.length < 10);
  return pages;
}

const chunk = (ids: readonly string[]) => [ids.slice(0, 10), ids.slice(10, 20), ids.slice(20)];

describe('listMyShares', () => {
  test('answers the documented page at first, in the place of the sample site', async () => {
    const { call } = cloudreveMock();
    const { data } = await call(MINE, { headers: { prefer: 'example=documented' } });
    const [private_, open] = data.shares;
    expect(await call('GET /share?page_size=50&order_direction=desc')).toEqual({
      code: 0,
      data: {
        ...data,
        shares: [
          { ...private_, password_protected: true, size: 0, url: `${SITE}/s/g2guA/gcqzfaze` },
          { ...open, size: 2048, url: `${SITE}/s/8X9FD` },
        ],
      },
      msg: '',
    });
  });

  test('answers null for no shares', async () => {
    expect(await cloudreveMock(seeds.empty).call(MINE)).toEqual({
      code: 0,
      data: { shares: null, pagination: { page: 0, page_size: 10, is_cursor: true } },
      msg: '',
    });
  });

  test('shows a user the own shares alone, all of them unlocked', async () => {
    const { call } = cloudreveMock();
    const answer = await call(MINE, asAdmin);
    expect(idsOf(answer)).toEqual(['KDVIn', 'VoMFL']);
    expect(answer.data.shares[1]).toMatchObject({ unlocked: true, password: '2rje2bdj' });
  });

  test('lists expired shares as such', async () => {
    const { data } = await cloudreveMock(seeds.expired).call(MINE);
    expect(data.shares.map(({ expired }: { expired: boolean }) => expired)).toEqual([true, true]);
  });

  test('lists a share without downloads left, or of a trashed file, as expired', async () => {
    const uri = `cloudreve://${LUKE}@my/Inspirations`;
    const trashed: FileRow = { uri, source_type: 1, size: 0, is_trashed: true };
    const empty = numbered(() => ({ remain_downloads: 0 }));
    expect((await cloudreveMock(empty).call(MINE)).data.shares[0].expired).toBe(true);
    const { data } = await cloudreveMock(seedWith({ files: [trashed] })).call(MINE);
    expect(data.shares).toMatchObject([
      { name: '新文件2.txt', expired: false },
      { name: 'Inspirations', expired: true },
    ]);
  });

  test.each([
    ['', IDS],
    ['&order_by=', IDS],
    ['&order_by=id&order_direction=asc', IDS],
    ['&order_by=price&order_direction=asc', IDS],
    ['&order_direction=desc', IDS.toReversed()],
    ['&order_by=price&order_direction=desc', IDS.toReversed()],
  ])('pages by creation with "%s"', async (query, ids) => {
    const mock = cloudreveMock(numbered((index) => ({ price: (index * 7) % 25 })));
    expect(await readPages(mock, MINE + query)).toEqual(chunk(ids));
  });

  test('names the last share of a page in its cursor, and has none on the last page', async () => {
    const { call } = cloudreveMock(numbered());
    const { data } = await call(MINE);
    expect(data.pagination).toEqual({
      page: 0,
      page_size: 10,
      next_token: Buffer.from('{"id":"s0009"}').toString('base64'),
      is_cursor: true,
    });
    const last = await call('GET /share?page_size=25');
    expect(last.data.pagination).toEqual({ page: 0, page_size: 25, is_cursor: true });
  });

  test.each(['asc', 'desc'])('goes on after a deleted share, %s', async (direction) => {
    const { call } = cloudreveMock(numbered());
    const list = `${MINE}&order_direction=${direction}`;
    const first = await call(list);
    await call('DELETE /share', { body: { ids: idsOf(first) } });
    const next = await call(`${list}&next_page_token=${first.data.pagination.next_token}`);
    const ids = direction === 'asc' ? IDS : IDS.toReversed();
    expect(idsOf(next)).toEqual(ids.slice(10, 20));
  });

  test('forgets the oldest of a thousand deleted shares with the next deletion', async () => {
    const deleted = Array.from({ length: 1000 }, (_, index): ShareRow => {
      const uri = `cloudreve://${LUKE}@my/x`;
      const created_at = '2025-06-10T16:00:00+08:00';
      const share = { id: `d${index}`, owner: LUKE, uri, created_at, visited: 0, downloaded: 0 };
      return { ...share, deletion: index };
    });
    const { call } = cloudreveMock(seedWith({ shares: deleted }));
    const code = async (id: string) => {
      const token = Buffer.from(JSON.stringify({ id })).toString('base64');
      return (await call(`${MINE}&next_page_token=${token}`)).code;
    };
    expect(await code('d0')).toBe(0);
    await call('DELETE /share/g2guA');
    expect([await code('d0'), await code('d1'), await code('g2guA')]).toEqual([50001, 0, 0]);
  });

  test.each(['asc', 'desc'])('finds a share that came while it paged, %s', async (direction) => {
    const { call } = cloudreveMock(numbered());
    const list = `${MINE}&order_direction=${direction}`;
    const first = await call(list);
    await call('PUT /share', { body: { uri: 'cloudreve://my/new' } });
    const rest = await call(
      `${list.replace('10', '100')}&next_page_token=${first.data.pagination.next_token}`,
    );
    expect(rest.data.shares).toHaveLength(direction === 'asc' ? 16 : 15);
  });

  test.each([
    ['views', (index: number) => ({ visited: (index * 7) % 25 })],
    ['downloads', (index: number) => ({ downloaded: (index * 7) % 25 })],
    [
      'remain_downloads',
      (index: number) => (index === 0 ? {} : { remain_downloads: (index * 7) % 25 }),
    ],
  ])('sorts a page by %s', async (order, change) => {
    const { call } = cloudreveMock(numbered(change));
    const sorted = Array.from({ length: 25 }, (_, rank) => IDS[(rank * 18) % 25]);
    const list = `GET /share?page_size=25&order_by=${order}`;
    expect(idsOf(await call(list))).toEqual(sorted);
    expect(idsOf(await call(`${list}&order_direction=desc`))).toEqual(sorted.toReversed());
  });

  test('cuts later pages of another order by id, so that shares are skipped', async () => {
    const mock = cloudreveMock(numbered((index) => ({ visited: 25 - index })));
    const descending = IDS.toReversed();
    // The first page ends with s0015; of what is created after it, nine shares are left.
    expect(await readPages(mock, `${MINE}&order_by=views`)).toEqual([
      descending.slice(0, 10),
      descending.slice(0, 9),
    ]);
  });

  test.each([
    ['page_size=', 'PageSize cannot be empty'],
    ['page_size=0', 'PageSize cannot be empty'],
    ['page_size=9', 'PageSize too short'],
    ['page_size=101', 'PageSize too long'],
    ['page_size=x', 'Parameter error'],
  ])('refuses %s without a correlation id', async (query, msg) => {
    for (const list of ['GET /share', `GET /user/shares/${LUKE}`]) {
      expect(await cloudreveMock().call(`${list}?${query}`)).toEqual({ code: 40001, msg });
    }
  });

  test.each([
    ['no base64 of JSON', 'x'],
    ['no object', Buffer.from('7').toString('base64')],
    ['without an id', Buffer.from('{"page":2}').toString('base64')],
    ['of another kind of id', Buffer.from('{"id":7}').toString('base64')],
    ['of no share', Buffer.from('{"id":"aaaaa"}').toString('base64')],
  ])('refuses a cursor that is %s', async (_what, token) => {
    for (const list of [MINE, PROFILE]) {
      expect(await cloudreveMock().call(`${list}&next_page_token=${token}`)).toEqual(
        failure(50001, 'Failed to list shares'),
      );
    }
  });

  test('pages 100,000 shares without a walk over all of them', async () => {
    const watched = watchReads(100_000);
    const { call } = cloudreveMock(watched.seed);
    const token = Buffer.from('{"id":"n49999"}').toString('base64');
    for (const list of [MINE, PROFILE]) {
      expect(idsOf(await call(`${list}&next_page_token=${token}`))[0]).toBe('n50000');
      const back = `${list}&order_direction=desc&next_page_token=${token}`;
      expect(idsOf(await call(back))[0]).toBe('n49998');
    }
    expect(watched.count()).toBeLessThan(100);
  });
});

describe('listUserShares', () => {
  test('locks every share, for the owner and for users who know passwords too', async () => {
    const mock = cloudreveMock(seedLuke({ share_links_in_profile: 'all_share' }));
    const owner = {
      id: LUKE,
      nickname: 'Luke Skywalker',
      avatar: 'file',
      created_at: '2023-08-06T19:21:59+08:00',
      share_links_in_profile: 'all_share',
    };
    const open = {
      id: '8X9FD',
      name: '新文件2.txt',
      visited: 17,
      unlocked: false,
      source_type: 0,
      owner,
      created_at: '2025-06-05T10:27:18+08:00',
      expired: false,
      url: `${SITE}/s/8X9FD`,
      size: 0,
    };
    const private_ = {
      ...open,
      id: 'g2guA',
      name: 'Inspirations',
      visited: 0,
      price: 20,
      password_protected: true,
      source_type: 1,
      created_at: '2025-06-10T16:16:39+08:00',
      url: `${SITE}/s/g2guA`,
    };
    const pagination = { page: 0, page_size: 10, is_cursor: true };
    const page = { code: 0, data: { shares: [open, private_], pagination }, msg: '' };
    expect(await mock.call(PROFILE, anonymous)).toEqual(page);
    const withEmail = { owner: { ...owner, email: 'luke@skywalker.com' } };
    const { data } = await mock.call(PROFILE, asAdmin);
    expect(data.shares).toEqual([open, private_].map((share) => ({ ...share, ...withEmail })));
    const mine = (await mock.call(PROFILE, asLuke)).data.shares[1];
    expect(mine).toEqual({
      ...private_,
      ...withEmail,
      permission_setting: expect.any(Object),
      is_private: true,
      share_view: true,
    });
  });

  test('lists shares without a password by default, all or none where the user wants it', async () => {
    expect(idsOf(await cloudreveMock().call(PROFILE))).toEqual(['8X9FD']);
    const all = cloudreveMock(seedLuke({ share_links_in_profile: 'all_share' }));
    expect(idsOf(await all.call(PROFILE))).toEqual(['8X9FD', 'g2guA']);
    const none = cloudreveMock(seedLuke({ share_links_in_profile: 'hide_share' }));
    expect(await none.call(PROFILE)).toEqual(
      failure(40001, 'User has disabled share links in profile'),
    );
  });

  test('lists expired shares as such, and null for none', async () => {
    const { data } = await cloudreveMock(seeds.expired).call(PROFILE, anonymous);
    expect(data.shares).toMatchObject([{ id: '8X9FD', expired: true }]);
    expect((await cloudreveMock(seeds.empty).call(PROFILE)).data.shares).toBeNull();
  });

  test('pages like the list of own shares, over the shares that it lists', async () => {
    const mock = cloudreveMock(
      numbered((index) => (index % 5 === 4 ? { password: 'secret' } : {})),
    );
    const shown = IDS.filter((_, index) => index % 5 !== 4);
    expect(await readPages(mock, PROFILE)).toEqual([shown.slice(0, 10), shown.slice(10)]);
    expect(await readPages(mock, `${PROFILE}&order_direction=desc`)).toEqual([
      shown.slice(10).toReversed(),
      shown.slice(0, 10).toReversed(),
    ]);
  });

  test('forgets a deleted share', async () => {
    const { call } = cloudreveMock();
    await call('DELETE /share/8X9FD');
    expect((await call(PROFILE)).data.shares).toBeNull();
  });

  test.each([
    ['an unknown user', 'aaauA', 50001, 'Failed to get user'],
    ['the id of a share', 'g2guA', 40001, 'Failed to parse object ID'],
    ['an id with other characters', 'a-b', 40001, 'Failed to parse object ID'],
  ])('refuses %s', async (_what, id, code, msg) => {
    const answer = await cloudreveMock().call(`GET /user/shares/${id}?page_size=10`);
    expect(answer).toEqual(failure(code, msg));
  });

  test('refuses a user who is not active', async () => {
    const { call } = cloudreveMock(seedLuke({ status: 'manual_banned' }));
    expect(await call(PROFILE, anonymous)).toEqual(failure(50001, 'Failed to get user'));
    expect((await call(`GET /user/shares/${ADMIN}?page_size=10`, anonymous)).code).toBe(0);
  });
});

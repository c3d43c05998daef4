import type { components, operations } from '../../src/generated/cloudreve/types.ts';
import { fail, succeed, undecodableId } from './envelope.ts';
import { viewShare } from './share-view.ts';
import type { CallerContext, Handlers, ShareRow } from './tables.ts';
import { isActive } from './user.ts';

type Query = operations['listMyShares']['parameters']['query'];
type Order = components['schemas']['ShareOrder'];

/** Selects the rows of a list. */
interface Listing {
  readonly index: 'owner' | 'public';
  readonly user: string;
  readonly isUnlocked: boolean;
}

interface Page {
  readonly shares: readonly ShareRow[];
  readonly hasNext: boolean;
}

/** Orders that the server applies; a share without a download limit comes before those with one. */
const RANKS: Partial<Record<Order, (share: ShareRow) => number>> = {
  views: ({ visited }) => visited,
  downloads: ({ downloaded }) => downloaded,
  remain_downloads: ({ remain_downloads = -1 }) => remain_downloads,
};

/** Handlers of the lists of own shares and of those on a profile. */
export const listHandlers: Handlers = {
  listMyShares: (call) => {
    const user = call.caller.account.id;
    return listShares(call, call.query, { index: 'owner', user, isUnlocked: true });
  },
  listUserShares: (call) => {
    const { id } = call.path;
    if (call.tables.shares.get(id) !== undefined) return undecodableId(call);
    const user = call.tables.users.get(id);
    if (user === undefined || !isActive(user)) return fail(call, 50001, 'Failed to get user');
    const { share_links_in_profile: visibility } = user.account;
    if (visibility === 'hide_share') {
      return fail(call, 40001, 'User has disabled share links in profile');
    }
    const index = visibility === 'all_share' ? 'owner' : 'public';
    return listShares(call, call.query, { index, user: id, isUnlocked: false });
  },
};

function listShares(call: CallerContext, query: Query, listing: Listing) {
  const page = findPage(call, query, listing);
  if (page === undefined) return fail(call, 50001, 'Failed to list shares');
  const { shares, hasNext } = page;
  const last = shares.at(-1);
  return succeed({
    shares:
      shares.length === 0
        ? null
        : shares.map((share) => viewShare(call, share, listing.isUnlocked)),
    pagination: {
      page: 0,
      page_size: query.page_size,
      ...(hasNext && last !== undefined && { next_token: writeCursor(last.id) }),
      is_cursor: true,
    },
  });
}

/** Returns a page; `undefined` for an invalid cursor. Cursors are by id in every order. */
function findPage(call: CallerContext, query: Query, listing: Listing): Page | undefined {
  const { page_size: size, order_by: order = '', order_direction: direction } = query;
  const { index, user } = listing;
  const rows = call.tables.shares.list(index, user);
  const range = findRange(call, query, listing, rows);
  if (range === undefined) return undefined;
  const [from, to] = range;
  const rank = RANKS[order];
  const hasNext = to - from > size;
  if (rank !== undefined) {
    const sign = direction === 'desc' ? -1 : 1;
    const sorted = rows.slice(from, to).sort((one, other) => sign * (rank(one) - rank(other)));
    return { shares: sorted.slice(0, size), hasNext };
  }
  const shares =
    direction === 'desc'
      ? rows.slice(Math.max(from, to - size), to).reverse()
      : rows.slice(from, Math.min(from + size, to));
  return { shares, hasNext };
}

/** Finds the range that a cursor leaves of a list in ascending order of ids, end exclusive. */
function findRange(
  call: CallerContext,
  { next_page_token: token = '', order_direction: direction }: Query,
  { index, user }: Listing,
  rows: readonly ShareRow[],
): readonly [from: number, to: number] | undefined {
  if (token === '') return [0, rows.length];
  const id = readCursor(token);
  const position = id && call.tables.shares.position(index, user, id);
  if (position === undefined || position === '') return undefined;
  if (direction === 'desc') return [0, position];
  return [rows[position]?.id === id ? position + 1 : position, rows.length];
}

function writeCursor(id: string): string {
  return Buffer.from(JSON.stringify({ id })).toString('base64');
}

/** Reads the id in a cursor; `undefined` for any other text. */
function readCursor(token: string): string | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64').toString());
    if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
    return typeof value.id === 'string' ? value.id : undefined;
  } catch {
    return undefined;
  }
}

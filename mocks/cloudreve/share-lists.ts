import type { operations } from '../../src/generated/cloudreve/types.ts';
import { fail, succeed } from './envelope.ts';
import { readGoMembers } from './go-json.ts';
import { isShareId } from './ids.ts';
import { isGone, viewShare } from './share-view.ts';
import type { CallerContext, Handlers, ShareRow } from './tables.ts';
import { isActive } from './user.ts';

type Query = operations['listMyShares']['parameters']['query'];

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
const RANKS = new Map<string, (share: ShareRow) => number>([
  ['views', ({ visited }) => visited],
  ['downloads', ({ downloaded }) => downloaded],
  ['remain_downloads', ({ remain_downloads = -1 }) => remain_downloads],
]);

/** Base64 with its padding, https://www.rfc-editor.org/rfc/rfc4648#section-4. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** Types of the members of a cursor that lists of shares do not use. */
const CURSOR_TYPES = { time: 'string', string: 'string', int: 'number' };

/** Handlers of the lists of own shares and of those on a profile. */
export const listHandlers: Handlers = {
  listMyShares: (call) => {
    const user = call.caller.account.id;
    return listShares(call, call.query, { index: 'owner', user, isUnlocked: true });
  },
  listUserShares: (call) => {
    const { id } = call.path;
    const user = call.tables.users.get(id);
    if (user === undefined || !isActive(user)) return fail(call, 50001, 'Failed to get user');
    const { share_links_in_profile: visibility } = user.account;
    if (visibility === 'hide_share') {
      return fail(call, 40001, 'User has disabled share links in profile');
    }
    const index = visibility ? 'owner' : 'public';
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
  const isDescending = direction === 'desc';
  const rank = RANKS.get(order);
  if (rank !== undefined) {
    const sign = isDescending ? -1 : 1;
    const left = rows.slice(from, to).filter((share) => !isGone(call, share));
    // Shares of the same rank follow the direction as well.
    if (isDescending) left.reverse();
    const sorted = left.sort((one, other) => sign * (rank(one) - rank(other)));
    return { shares: sorted.slice(0, size), hasNext: sorted.length > size };
  }
  const shares: ShareRow[] = [];
  for (let i = 0; i < to - from && shares.length <= size; i += 1) {
    const share = rows[isDescending ? to - 1 - i : from + i];
    if (share !== undefined && !isGone(call, share)) shares.push(share);
  }
  return { shares: shares.slice(0, size), hasNext: shares.length > size };
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
  if (id === undefined || !isShareId(call.tables, id)) return undefined;
  // An id that was never given counts as one that comes after all.
  const position = call.tables.shares.position(index, user, id) ?? rows.length;
  if (direction === 'desc') return [0, position];
  return [rows[position]?.id === id ? position + 1 : position, rows.length];
}

function writeCursor(id: string): string {
  return Buffer.from(JSON.stringify({ id })).toString('base64');
}

/** Reads the id in a cursor; `undefined` for any other text. Its other members count for other lists, but have types. */
function readCursor(token: string): string | undefined {
  const text = token.replaceAll(/[\r\n]/g, '');
  if (!BASE64.test(text)) return undefined;
  const members = readGoMembers(Buffer.from(text, 'base64').toString());
  const id = members?.get('id');
  const isTyped = Object.entries(CURSOR_TYPES).every(([name, type]) => {
    const value = members?.get(name) ?? null;
    return value === null || typeof value === type;
  });
  return isTyped && typeof id === 'string' ? id : undefined;
}

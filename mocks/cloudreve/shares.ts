import type { components } from '../../src/generated/cloudreve/types.ts';
import { fail, succeed, succeedEmpty, undecodableIds } from './envelope.ts';
import { isSet } from './go-query.ts';
import { drawId, isShareId } from './ids.ts';
import { formatInstant } from './instant.ts';
import { isExpired, isGone, linkShare, viewShare } from './share-view.ts';
import { findShareable, isReachable, parentOf } from './source-file.ts';
import type { CallerContext, CloudreveContext, FileRow, Handlers, ShareRow } from './tables.ts';
import { ADMINISTRATOR_BIT, hasPermission, SHARE_BIT } from './user.ts';

/** Settings that the last create or edit request gave a share. */
type Settings = Required<
  Pick<ShareRow, 'remain_downloads' | 'expires' | 'share_view' | 'show_readme'>
>;

const PASSWORD_ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Number of deleted shares that are kept, because cursors may still name them. */
const MAX_DELETED = 1000;

/** Handlers that create, edit, read and delete shares. */
export const shareHandlers: Handlers = {
  createShare: (call) => {
    const found = findSource(call, call.body.uri);
    if ('failure' in found) return found.failure;
    const { is_private, password } = call.body;
    const share: ShareRow = {
      ...readSettings(call.body, call.now),
      id: createShareId(call),
      owner: call.caller.account.id,
      uri: found.file.uri,
      created_at: formatInstant(call.now),
      visited: 0,
      downloaded: 0,
      password: is_private ? password || call.random.text(PASSWORD_ALPHABET, 8) : undefined,
    };
    call.tables.shares.put(share);
    return succeed(linkShare(call, share, true));
  },
  editShare: (call) => {
    const { id } = call.path;
    const found = findSource(call, call.body.uri);
    if ('failure' in found) return found.failure;
    const share = findShare(call, id);
    if (share === undefined) return fail(call, 404, 'failed to get existed share');
    if (share.uri !== found.file.uri) return fail(call, 404, 'share link not found');
    const edited = { ...share, ...readSettings(call.body, call.now) };
    call.tables.shares.put(edited);
    return succeed(linkShare(call, edited, true));
  },
  getShareInfo: (call) => {
    const share = findShare(call, call.path.id);
    if (share === undefined) return fail(call, 404, 'Share not found');
    if (isExpired(call, share)) return fail(call, 404, 'Share link expired');
    const { password, count_views: isCounted, owner_extended: isExtended } = call.query;
    const isOpen = share.password === undefined || share.password === password;
    if (isSet(isCounted)) call.tables.shares.put({ ...share, visited: share.visited + 1 });
    const isOwner = share.owner === call.caller.account.id;
    const view = viewShare(call, share, isOwner || isOpen);
    if (!isOwner || !isSet(isExtended)) return succeed(view);
    // The look-up of the source is that of a visitor, who needs the password and a path.
    if (!isOpen) return fail(call, 40069, 'File not found');
    if (!isReachable(call, share.uri)) return fail(call, 404, 'File not found');
    const source_uri = view.source_type === 1 ? share.uri : parentOf(share.uri);
    return succeed({ ...view, source_uri });
  },
  deleteShare: (call) => {
    const share = findShare(call, call.path.id);
    const mayDelete =
      share?.owner === call.caller.account.id || hasPermission(call.caller, ADMINISTRATOR_BIT);
    if (share === undefined || !mayDelete) return fail(call, 404, 'share not found');
    softDelete(call, share);
    return succeedEmpty();
  },
  deleteShares: (call) => {
    if (!call.body.ids.every((id) => isShareId(call.tables, id))) return undecodableIds(call);
    for (const id of call.body.ids) {
      const share = findShare(call, id);
      if (share?.owner === call.caller.account.id) softDelete(call, share);
    }
    return succeedEmpty();
  },
};

/** Returns the file that a request may share, or the failure. */
function findSource(
  call: CallerContext,
  uri: string,
): { readonly file: FileRow } | { readonly failure: ReturnType<typeof fail> } {
  return hasPermission(call.caller, SHARE_BIT)
    ? findShareable(call, uri)
    : { failure: fail(call, 40007, 'Group permission denied') };
}

/** Whether an id is that of a user: ids encode the kind of object, so it cannot be a share. */
function isUser({ tables: { users } }: CloudreveContext, id: string): boolean {
  return users.get(id) !== undefined;
}

/** Finds a share that was neither deleted nor lost with its file. */
export function findShare(context: CloudreveContext, id: string): ShareRow | undefined {
  const { shares } = context.tables;
  const share = shares.get(id);
  if (share === undefined || share.deletion !== undefined) return undefined;
  return isGone(context, share) ? undefined : share;
}

function readSettings(
  { downloads, expire, share_view, show_readme }: components['schemas']['ShareEdit'],
  now: number,
): Settings {
  return {
    remain_downloads: downloads && downloads > 0 ? downloads : undefined,
    expires: expire && expire > 0 ? formatInstant(now + toDuration(expire)) : undefined,
    share_view: share_view || undefined,
    show_readme: show_readme || undefined,
  };
}

/** Milliseconds of a number of seconds, which the server counts in nanoseconds of an `int64` that overflows. */
function toDuration(seconds: number): number {
  return Number(BigInt.asIntN(64, BigInt(seconds) * 1_000_000_000n) / 1_000_000n);
}

/** Soft-deletes a share, and removes the oldest deleted one for good when there are too many. */
function softDelete({ tables: { shares } }: CloudreveContext, share: ShareRow): void {
  const { deletion = 0 } = shares.list('deleted', 'all').at(-1) ?? {};
  shares.put({ ...share, deletion: deletion + 1 });
  const deleted = shares.list('deleted', 'all');
  const [oldest] = deleted;
  if (oldest !== undefined && deleted.length > MAX_DELETED) shares.delete(oldest.id);
}

/** Creates an unused short id. */
function createShareId(context: CloudreveContext): string {
  const { shares } = context.tables;
  let id = drawId(context.random);
  while (shares.get(id) !== undefined || isUser(context, id)) id = drawId(context.random);
  return id;
}

import type { components } from '../../src/generated/cloudreve/types.ts';
import type { Random } from '../../src/mock/authoring/index.ts';
import { fail, succeed, succeedEmpty, undecodableId, undecodableIds } from './envelope.ts';
import { formatInstant } from './instant.ts';
import { isExpired, linkShare, viewShare } from './share-view.ts';
import { findShareable, parentOf } from './source-file.ts';
import type { CallerContext, CloudreveContext, FileRow, Handlers, ShareRow } from './tables.ts';
import { ADMINISTRATOR_BIT, hasPermission, SHARE_BIT } from './user.ts';

/** Settings that the last create or edit request gave a share. */
type Settings = Required<
  Pick<ShareRow, 'remain_downloads' | 'expires' | 'share_view' | 'show_readme'>
>;

const LOWER_CASE = 'abcdefghijklmnopqrstuvwxyz';
const ID_ALPHABET = `${LOWER_CASE.toUpperCase()}${LOWER_CASE}0123456789`;
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
      password: is_private ? password || call.random.text(LOWER_CASE, 8) : undefined,
    };
    call.tables.shares.put(share);
    return succeed(linkShare(call, share, true));
  },
  editShare: (call) => {
    const { id } = call.path;
    if (isUser(call, id)) return undecodableId(call);
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
    const { id } = call.path;
    if (isUser(call, id)) return undecodableId(call);
    const share = findShare(call, id);
    if (share === undefined) return fail(call, 404, 'Share not found');
    if (isExpired(call, share)) return fail(call, 404, 'Share link expired');
    const { password, count_views: isCounted, owner_extended: isExtended } = call.query;
    const isOpen = share.password === undefined || share.password === password;
    if (isExtended && !isOpen) return fail(call, 40069, 'File not found');
    if (isCounted) call.tables.shares.put({ ...share, visited: share.visited + 1 });
    const isOwner = share.owner === call.caller.account.id;
    const view = viewShare(call, share, isOwner || isOpen);
    return succeed(
      isOwner && isExtended
        ? { ...view, source_uri: view.source_type === 1 ? share.uri : parentOf(share.uri) }
        : view,
    );
  },
  deleteShare: (call) => {
    const { id } = call.path;
    if (isUser(call, id)) return undecodableId(call);
    const share = findShare(call, id);
    const mayDelete =
      share?.owner === call.caller.account.id || hasPermission(call.caller, ADMINISTRATOR_BIT);
    if (share === undefined || !mayDelete) return fail(call, 404, 'share not found');
    softDelete(call, share);
    return succeedEmpty();
  },
  deleteShares: (call) => {
    if (call.body.ids.some((id) => isUser(call, id))) return undecodableIds(call);
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

function findShare({ tables: { shares } }: CloudreveContext, id: string): ShareRow | undefined {
  const share = shares.get(id);
  return share?.deletion === undefined ? share : undefined;
}

function readSettings(
  { downloads, expire, share_view, show_readme }: components['schemas']['ShareEdit'],
  now: number,
): Settings {
  return {
    remain_downloads: downloads && downloads > 0 ? downloads : undefined,
    expires: expire && expire > 0 ? formatInstant(now + expire * 1000) : undefined,
    share_view: share_view || undefined,
    show_readme: show_readme || undefined,
  };
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

/** Draws a short id, which may already be in use. */
export function drawId(random: Random): string {
  return random.text(ID_ALPHABET, 5);
}

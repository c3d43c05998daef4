import type { components } from '../../src/generated/cloudreve/types.ts';
import { parseInstant } from './instant.ts';
import { findFile, nameOf } from './source-file.ts';
import type { CallerContext, CloudreveContext, ShareRow, UserRow } from './tables.ts';
import { ANONYMOUS, isActive } from './user.ts';

type Share = components['schemas']['Share'];
type ShareOwner = components['schemas']['ShareOwner'];
/** What the state of a share depends on. */
type StateView = Pick<CloudreveContext, 'tables' | 'now' | 'settings'>;

/** Builds what the caller sees of a locked or unlocked share, in the member order of the server. */
export function viewShare(call: CallerContext, share: ShareRow, isUnlocked: boolean): Share {
  const { remain_downloads, downloaded, expires, password, price, permission_setting } = share;
  const owner = findOwner(call, share);
  const isOwner = owner.account.id === call.caller.account.id;
  const { source_type = 1, size = 0 } = findFile(call, share.uri) ?? {};
  return {
    id: share.id,
    name: nameOf(share.uri),
    ...(isUnlocked && remain_downloads !== undefined && { remain_downloads }),
    visited: share.visited,
    ...(isUnlocked && downloaded > 0 && { downloaded }),
    ...(price !== undefined && { price }),
    ...(isUnlocked && expires !== undefined && { expires }),
    unlocked: isUnlocked,
    ...(password !== undefined && { password_protected: true }),
    source_type,
    owner: viewOwner(owner, call.caller),
    created_at: share.created_at,
    expired: isExpired(call, share),
    url: linkShare(call, share, isUnlocked),
    ...(isOwner && permission_setting !== undefined && { permission_setting }),
    ...(isUnlocked && share.show_readme && { show_readme: true }),
    size: isUnlocked && source_type === 0 ? size : 0,
    ...(isOwner && password !== undefined && { is_private: true }),
    ...(isUnlocked && password !== undefined && { password }),
    ...(isOwner && share.share_view && { share_view: true }),
  };
}

/** Builds the short link of a share, with its password if the caller may know it. */
export function linkShare(
  { link }: Pick<CloudreveContext, 'link'>,
  { id, password }: ShareRow,
  isUnlocked: boolean,
): string {
  return link(isUnlocked && password !== undefined ? `/s/${id}/${password}` : `/s/${id}`);
}

/** Whether the file of a share was deleted for good, and the share with it. */
export function isGone(context: StateView, { uri }: ShareRow): boolean {
  return findFile(context, uri) === undefined;
}

/** Whether a share has expired: by time or downloads, or because its owner or file is gone. */
export function isExpired(context: StateView, share: ShareRow): boolean {
  const { expires, remain_downloads } = share;
  if (expires !== undefined && parseInstant(expires) <= context.now) return true;
  if (remain_downloads !== undefined && remain_downloads <= 0) return true;
  const file = findFile(context, share.uri);
  return file === undefined || file.is_trashed === true || !isActive(findOwner(context, share));
}

/** Returns the owner of a share; an owner without a row counts as inactive. */
export function findOwner({ tables: { users } }: StateView, share: ShareRow): UserRow {
  const { owner: id, created_at } = share;
  const gone: UserRow = {
    account: { id, nickname: '', created_at, status: 'inactive' },
    password: '',
  };
  return users.get(id) ?? gone;
}

/** Builds what others see of an account; the e-mail address is for signed-in callers only. */
function viewOwner({ account }: UserRow, caller: UserRow): ShareOwner {
  const { id, email, nickname, avatar, created_at, share_links_in_profile } = account;
  return {
    id,
    ...(caller !== ANONYMOUS && email !== undefined && { email }),
    nickname,
    ...(avatar !== undefined && { avatar }),
    created_at,
    ...(share_links_in_profile !== undefined && { share_links_in_profile }),
  };
}

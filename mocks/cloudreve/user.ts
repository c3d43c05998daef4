import type { CloudreveContext, UserRow } from './tables.ts';

/** Caller who is not signed in. */
export const ANONYMOUS: UserRow = {
  account: { id: '', nickname: 'Anonymous', created_at: '', anonymous: true },
  password: '',
};

/** Bits of the permission set of a group. */
export const ADMINISTRATOR_BIT = 0;
export const SHARE_BIT = 2;
export const ARCHIVE_DOWNLOAD_BIT = 4;
export const SHARE_DOWNLOAD_BIT = 7;

/** Whether the group of a user has a permission: bit `n % 8` of byte `n / 8`. */
export function hasPermission({ account }: UserRow, bit: number): boolean {
  const bytes = Buffer.from(account.group?.permission ?? '', 'base64');
  return (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
}

/** Whether an account is active; one without a status is. */
export function isActive({ account: { status = 'active' } }: UserRow): boolean {
  return status === 'active';
}

/** Builds what a user sees of the own account, in the member order of the server. */
export function viewUser({ account }: UserRow): UserRow['account'] {
  const { id, email, nickname, status, avatar, created_at, preferred_theme, ...rest } = account;
  const { credit, group, pined, language, disable_view_sync, share_links_in_profile } = rest;
  return {
    id,
    ...(email !== undefined && { email }),
    nickname,
    ...(status !== undefined && { status }),
    ...(avatar !== undefined && { avatar }),
    created_at,
    ...(preferred_theme !== undefined && { preferred_theme }),
    ...(credit !== undefined && { credit }),
    ...(group !== undefined && { group }),
    ...(pined !== undefined && { pined }),
    ...(language !== undefined && { language }),
    ...(disable_view_sync && { disable_view_sync }),
    ...(share_links_in_profile && { share_links_in_profile }),
  };
}

/** Finds a user by e-mail address, the main or the second one. */
export function findUserByEmail({ tables: { users } }: CloudreveContext, email: string) {
  const address = email.toLowerCase();
  return users.list('email', address)[0] ?? users.list('alias', address)[0];
}

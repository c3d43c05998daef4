import type { CloudreveContext, UserRow } from './tables.ts';

/** Caller who is not signed in. */
export const ANONYMOUS: UserRow = {
  account: { id: '', nickname: 'Anonymous', created_at: '', anonymous: true },
  password: '',
};

/** Bits of the permission set of a group. */
export const ADMINISTRATOR_BIT = 0;
export const SHARE_BIT = 2;

/** Whether the group of a user has a permission: bit `n % 8` of byte `n / 8`. */
export function hasPermission({ account }: UserRow, bit: number): boolean {
  const bytes = Buffer.from(account.group?.permission ?? '', 'base64');
  return (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
}

/** Whether an account is active; one without a status is. */
export function isActive({ account: { status = 'active' } }: UserRow): boolean {
  return status === 'active';
}

/** Finds a user by e-mail address, the main or the second one. */
export function findUserByEmail({ tables: { users } }: CloudreveContext, email: string) {
  return users.list('email', email)[0] ?? users.list('alias', email)[0];
}

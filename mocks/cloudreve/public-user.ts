import type { components } from '../../src/generated/cloudreve/types.ts';
import { fail, succeed } from './envelope.ts';
import type { Handlers, UserRow } from './tables.ts';
import { ANONYMOUS } from './user.ts';

type PublicUser = components['schemas']['PublicUser'];

/** Group of an account that has none; the server gives every account one. */
const NO_GROUP = { id: 'LJsv', name: 'User' };

/** Handler of the public profile of a user. */
export const userHandlers: Handlers = {
  getUserInfo: (call) => {
    const { id } = call.path;
    const user = call.tables.users.get(id);
    if (user === undefined) return fail(call, 404, 'User not found');
    return succeed(viewPublicUser(user.account, call.caller !== ANONYMOUS));
  },
};

/** Builds what others see of an account; the e-mail address is for signed-in callers only. */
export function viewPublicUser(account: UserRow['account'], isSignedIn: boolean): PublicUser {
  const { id, email, nickname, avatar, created_at, share_links_in_profile } = account;
  const { id: groupId, name } = account.group ?? NO_GROUP;
  return {
    id,
    ...(isSignedIn && email !== undefined && { email }),
    nickname,
    ...(avatar !== undefined && { avatar }),
    created_at,
    group: { id: groupId, name },
    ...(share_links_in_profile !== undefined && { share_links_in_profile }),
  };
}

import { fail, succeed } from './envelope.ts';
import { formatInstant, parseInstant } from './instant.ts';
import type { CloudreveContext, Handlers, SessionRow, UserRow } from './tables.ts';
import { hashState, issueTokens, readClaims } from './tokens.ts';
import { findUserByEmail, isActive, viewUser } from './user.ts';

/** One-time code that the mock accepts for every user. */
const ONE_TIME_CODE = '123456';
/** Time to finish a sign-in in two steps. */
export const PENDING_MS = 600_000;

/** Decoded token. */
interface SessionToken {
  /** Id of its sign-in; absent from access tokens. */
  readonly root: string | undefined;
  /** Absent from the documented token, which does not name a sign-in either. */
  readonly stateHash?: unknown;
}

/** Handlers of sign-in, its second step, refresh and sign-out. */
export const sessionHandlers: Handlers = {
  signIn: (call) => {
    const user = findUserByEmail(call, call.body.email);
    if (user === undefined || user.password !== call.body.password) {
      return fail(call, 40080, 'Incorrect password or email address');
    }
    const { status = 'active' } = user.account;
    if (status === 'inactive') return fail(call, 40018, 'This account is not activated');
    if (status !== 'active') return fail(call, 40017, 'This account has been blocked');
    return user.is_two_factor ? askForCode(call, user) : succeed(openSession(call, user));
  },
  finishTwoFactorSignIn: (call) => {
    const { session_id, otp } = call.body;
    const pending = call.tables.pending.get(session_id);
    if (pending === undefined || isOver(call, pending)) {
      return fail(call, 404, 'Session not found');
    }
    const user = call.tables.users.get(pending.user);
    if (user === undefined) return fail(call, 404, 'User not found');
    if (otp.trim() !== ONE_TIME_CODE) return fail(call, 40022, 'Incorrect 2FA code');
    call.tables.pending.delete(session_id);
    return succeed(openSession(call, user));
  },
  refreshToken: (call) => {
    const found = findRefresher(call, call.body.refresh_token);
    return found === undefined
      ? fail(call, 40020, 'Failed to issue token pair')
      : succeed(extendSession(call, found.user, found.root));
  },
  signOut: (call) => {
    const token = readToken(call, call.body.refresh_token);
    if (token === undefined) return fail(call, 40020, 'Failed to parse token');
    if (token.root !== undefined) call.tables.sessions.delete(token.root);
    return succeed('' as const);
  },
};

function askForCode({ tables, random, now }: CloudreveContext, { account }: UserRow) {
  const id = random.uuid();
  tables.pending.put({ id, user: account.id, expires: formatInstant(now + PENDING_MS) });
  return { ...succeed(id), body: { code: 203, data: id, msg: '' } } as const;
}

function openSession(context: CloudreveContext, user: UserRow) {
  return { user: viewUser(user), token: extendSession(context, user, context.random.uuid()) };
}

/** Issues new tokens for a sign-in; earlier ones stay valid. */
function extendSession({ tables, now }: CloudreveContext, user: UserRow, id: string) {
  const pair = issueTokens(user, id, now);
  tables.sessions.put({ id, user: user.account.id, expires: pair.refresh_expires });
  return pair;
}

/** Reads a valid token of any kind. */
function readToken({ tables, now }: CloudreveContext, text: string): SessionToken | undefined {
  const documented = tables.sessions.get(text);
  if (documented !== undefined && !isOver({ now }, documented)) return { root: text };
  const claims = readClaims(text, now);
  if (claims === undefined) return undefined;
  const { token_type, root_token_id: root, state_hash: stateHash } = claims;
  const isRefresh = token_type === 'refresh' && typeof root === 'string';
  return { root: isRefresh ? root : undefined, stateHash };
}

/** Finds the active user of a refresh token, unless it is revoked or older than the password. */
function findRefresher(context: CloudreveContext, text: string) {
  const { root = '', stateHash } = readToken(context, text) ?? {};
  const { sessions, users } = context.tables;
  const user = users.get(sessions.get(root)?.user ?? '');
  const isUnchanged = user && (stateHash === undefined || stateHash === hashState(user));
  return isUnchanged && isActive(user) ? { user, root } : undefined;
}

function isOver({ now }: Pick<CloudreveContext, 'now'>, { expires }: SessionRow): boolean {
  return parseInstant(expires) <= now;
}

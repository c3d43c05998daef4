import { type Identified, type Reply, readJwt } from '../../src/mock/authoring/index.ts';
import { fail, failToken, loginRequired, undecodableId } from './envelope.ts';
import { isShareId, isUserId } from './ids.ts';
import type { Caller, CloudreveContext } from './tables.ts';
import { readClaims } from './tokens.ts';
import { ANONYMOUS, isActive } from './user.ts';

/** Seeded user whom every unknown token stands for. */
export const SEED_OWNER = 'bnUn';

const PREFIX = 'Bearer ';
/** Path of an operation on one share, or on the shares of a user. */
const PATH_WITH_ID = /^\/(share|user)\/(?:info\/|shares\/)?([A-Za-z0-9]+)$/;

/**
 * Returns the user of a token, or the anonymous user if it is missing or invalid; refuses tokens of the wrong kind, whoever may not call,
 * and ids of the wrong kind of object.
 */
export function identify(context: CloudreveContext): Identified<Caller> {
  const { operation } = context.request;
  if (operation === undefined) return { caller: ANONYMOUS };
  const identified = readCaller(context);
  if ('reply' in identified) return identified;
  if (identified.caller === ANONYMOUS && requiresSignIn(operation)) {
    return { reply: loginRequired(context) };
  }
  return hasUndecodableId(context) ? { reply: undecodableId(context) } : identified;
}

/** Whether no alternative of the security requirements is empty. */
function requiresSignIn({ security }: NonNullable<CloudreveContext['request']['operation']>) {
  return security.length > 0 && security.every((alternative) => alternative.length > 0);
}

/** Whether the id in the path cannot be decoded, or is of a user where a share is expected, or the other way round. */
function hasUndecodableId({ request: { path }, tables }: CloudreveContext): boolean {
  const [, kind, id] = PATH_WITH_ID.exec(path) ?? [];
  if (id === undefined) return false;
  return kind === 'user' ? !isUserId(tables, id) : !isShareId(tables, id);
}

/** The prefix is read as it is written, with one space. */
function readToken({ request }: CloudreveContext): string {
  const header = request.headers.get('authorization') ?? '';
  return header.startsWith(PREFIX) ? header.slice(PREFIX.length) : header;
}

function readCaller(context: CloudreveContext): Identified<Caller> {
  const { settings, tables, now } = context;
  const token = readToken(context);
  // Two words, as in `Bearer Cr …`, are not a token.
  if (!/^\S+$/.test(token)) return { caller: ANONYMOUS };
  const isForeign = readJwt(token) === undefined && !settings.strictAuth;
  if (isForeign || settings.credentials.has(token)) {
    return { caller: tables.users.get(SEED_OWNER) ?? ANONYMOUS };
  }
  const claims = readClaims(token, now);
  // Scopes that are no list make the whole token unreadable.
  const isReadable = claims !== undefined && Array.isArray(claims.scopes ?? []);
  return isReadable ? findBearer(context, claims) : { caller: ANONYMOUS };
}

/** Returns the user of a valid token, or the failure. */
function findBearer(
  context: CloudreveContext,
  claims: Readonly<Record<string, unknown>>,
): Identified<Caller> {
  const { token_type: type, sub } = claims;
  if (type !== 'access') return { reply: failToken(context, 40020, 'Invalid token type') };
  if (typeof sub !== 'string' || !isUserId(context.tables, sub)) {
    return { reply: failToken(context, 404, 'User not found') };
  }
  const user = context.tables.users.get(sub);
  if (user === undefined || !isActive(user)) {
    return { reply: failToken(context, 50001, 'failed to get login user') };
  }
  const refused = refuseScope(context, claims);
  return refused === undefined ? { caller: user } : { reply: refused };
}

/** Checks the scopes of tokens of OAuth applications; write access includes read access. */
function refuseScope(
  context: CloudreveContext,
  { client_id, scopes }: Readonly<Record<string, unknown>>,
): Reply | undefined {
  const { path, method } = context.request;
  if (client_id === undefined || client_id === '') return undefined;
  const granted: readonly unknown[] = Array.isArray(scopes) ? scopes : [];
  if (path === '/session/token/refresh' && !granted.includes('offline_access')) {
    return insufficientScope('offline_access');
  }
  if (!path.startsWith('/share')) return undefined;
  const isWriter = granted.includes('Shares.Write');
  if (!isWriter && !granted.includes('Shares.Read')) return insufficientScope('Shares.Read');
  return isWriter || method === 'GET' ? undefined : insufficientScope('Shares.Write');

  function insufficientScope(scope: string): Reply {
    return fail(context, 40089, `Insufficient scope: ${scope}`);
  }
}

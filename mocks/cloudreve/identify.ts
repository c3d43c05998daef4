import { type Identified, type Reply, readJwt } from '../../src/mock/authoring/index.ts';
import { fail, loginRequired } from './envelope.ts';
import type { Caller, CloudreveContext } from './tables.ts';
import { readClaims } from './tokens.ts';
import { ANONYMOUS, isActive } from './user.ts';

/** Seeded user whom every unknown token stands for. */
export const SEED_OWNER = 'bnUn';

/** Paths where the server reads tokens, and those of them that require a sign-in. */
const CHECKED = /^\/(share|user|site)(\/|$)/;
const PRIVATE = /^\/share(\/[^/]+)?$/;
const HASH_ID = /^[A-Za-z0-9]+$/;

/** Returns the user of a token, or the anonymous user if the token is missing or invalid. */
export function identify(context: CloudreveContext): Identified<Caller> {
  const { path } = context.request;
  if (!CHECKED.test(path)) return { caller: ANONYMOUS };
  const identified = readCaller(context);
  if ('reply' in identified || identified.caller !== ANONYMOUS) return identified;
  return PRIVATE.test(path) ? { reply: loginRequired(context) } : identified;
}

function readCaller(context: CloudreveContext): Identified<Caller> {
  const { credentials: token, settings, tables, now } = context;
  // Two words after the scheme, as in `Bearer Cr …`, are not a token.
  if (!/^\S+$/.test(token)) return { caller: ANONYMOUS };
  const isForeign = readJwt(token) === undefined && !settings.strictAuth;
  if (isForeign || settings.credentials.has(token)) {
    return { caller: tables.users.get(SEED_OWNER) ?? ANONYMOUS };
  }
  const claims = readClaims(token, now);
  return claims === undefined ? { caller: ANONYMOUS } : findBearer(context, claims);
}

/** Returns the user of a valid token, or the failure. */
function findBearer(
  context: CloudreveContext,
  claims: Readonly<Record<string, unknown>>,
): Identified<Caller> {
  const { token_type: type, sub } = claims;
  if (type !== 'access') return { reply: fail(context, 40020, 'Invalid token type') };
  if (typeof sub !== 'string' || !HASH_ID.test(sub) || context.tables.shares.get(sub)) {
    return { reply: fail(context, 404, 'User not found') };
  }
  const user = context.tables.users.get(sub);
  if (user === undefined || !isActive(user)) {
    return { reply: fail(context, 50001, 'failed to get login user') };
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
  if (client_id === undefined || !path.startsWith('/share')) return undefined;
  const granted: readonly unknown[] = Array.isArray(scopes) ? scopes : [];
  const isWriter = granted.includes('Shares.Write');
  if (!isWriter && !granted.includes('Shares.Read')) return insufficientScope('Shares.Read');
  return isWriter || method === 'GET' ? undefined : insufficientScope('Shares.Write');

  function insufficientScope(scope: string): Reply {
    return fail(context, 40089, `Insufficient scope: ${scope}`);
  }
}

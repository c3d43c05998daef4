import { rememberNewest } from '../../src/contract/remember.ts';
import type { Identified, Reply } from '../../src/mock/create-mock.ts';
import { readJwt } from '../../src/mock/jwt.ts';
import { fail, loginRequired } from './envelope.ts';
import type { Caller, CloudreveVisit } from './tables.ts';
import { readClaims } from './tokens.ts';
import { ANONYMOUS, isActive } from './user.ts';

/** User of the seed data, for whom every foreign token stands. */
export const SEED_OWNER = 'bnUn';

/** Paths on which the server looks at tokens, and those of them that need a sign-in. */
const CHECKED = /^\/(share|user|site)(\/|$)/;
const PRIVATE = /^\/share(\/[^/]+)?$/;
const HASH_ID = /^[A-Za-z0-9]+$/;

/** Tells who calls: the user of a token, or the anonymous one where the token is missing or not valid. */
export function identify(visit: CloudreveVisit): Identified<Caller> {
  const { path } = visit.request;
  if (!CHECKED.test(path)) return { caller: ANONYMOUS };
  const identified = readCaller(visit);
  if ('reply' in identified || identified.caller !== ANONYMOUS) return identified;
  return PRIVATE.test(path) ? { reply: loginRequired(visit) } : identified;
}

/** Most callers send the same token again. */
const readToken = rememberNewest((authorization: string | null) => {
  // A value of two words after the scheme, such as `Bearer Cr …`, is no token.
  const [, token] = /^(?:Bearer\s+)?(\S+)$/i.exec(authorization ?? '') ?? [];
  return { token, isJwt: token !== undefined && readJwt(token) !== undefined };
});

function readCaller(visit: CloudreveVisit): Identified<Caller> {
  const { request, settings, tables, now } = visit;
  const { token, isJwt } = readToken(request.headers.get('authorization'));
  if (token === undefined) return { caller: ANONYMOUS };
  const isForeign = !isJwt && !settings.strictAuth;
  if (isForeign || settings.credentials.has(token)) {
    return { caller: tables.users.get(SEED_OWNER) ?? ANONYMOUS };
  }
  const claims = readClaims(token, now);
  return claims === undefined ? { caller: ANONYMOUS } : findBearer(visit, claims);
}

/** User of a valid token, or what is wrong with it. */
function findBearer(
  visit: CloudreveVisit,
  claims: Readonly<Record<string, unknown>>,
): Identified<Caller> {
  const { token_type: type, sub } = claims;
  if (type !== 'access') return { reply: fail(visit, 40020, 'Invalid token type') };
  if (typeof sub !== 'string' || !HASH_ID.test(sub) || visit.tables.shares.get(sub)) {
    return { reply: fail(visit, 404, 'User not found') };
  }
  const user = visit.tables.users.get(sub);
  if (user === undefined || !isActive(user)) {
    return { reply: fail(visit, 50001, 'failed to get login user') };
  }
  const refused = refuseScope(visit, claims);
  return refused === undefined ? { caller: user } : { reply: refused };
}

/** Tokens of OAuth applications are good for what their scopes name; writing implies reading. */
function refuseScope(
  visit: CloudreveVisit,
  { client_id, scopes }: Readonly<Record<string, unknown>>,
): Reply | undefined {
  const { path, method } = visit.request;
  if (client_id === undefined || !path.startsWith('/share')) return undefined;
  const granted: readonly unknown[] = Array.isArray(scopes) ? scopes : [];
  const isWriter = granted.includes('Shares.Write');
  if (!isWriter && !granted.includes('Shares.Read')) return insufficientScope('Shares.Read');
  return isWriter || method === 'GET' ? undefined : insufficientScope('Shares.Write');

  function insufficientScope(scope: string): Reply {
    return fail(visit, 40089, `Insufficient scope: ${scope}`);
  }
}

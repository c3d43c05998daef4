import type { components } from '../../src/generated/cloudreve/types.ts';
import { readJwt, signJwt } from '../../src/mock/authoring/index.ts';
import { formatInstant } from './instant.ts';
import type { UserRow } from './tables.ts';

type TokenPair = components['schemas']['TokenPair'];
type Claims = Readonly<Record<string, unknown>>;

/** Signing key of all tokens; a real server keeps its own secret. */
export const SIGNING_KEY = 'cloudreve-mock';
/** Algorithms that the server accepts; it signs by the first. */
const ALGORITHMS = ['HS256', 'HS384', 'HS512'] as const;
/** Default lifetimes, in seconds. */
const ACCESS_LIFETIME = 3600;
const REFRESH_LIFETIME = 1_209_600;

/** Issues the access and refresh token of a sign-in; `now` is in milliseconds of the epoch. */
export function issueTokens(user: UserRow, root: string, now: number): TokenPair {
  const nbf = Math.floor(now / 1000);
  const sub = user.account.id;
  const sign = (claims: Claims) => signJwt(claims, SIGNING_KEY);
  return {
    access_token: sign({ token_type: 'access', sub, exp: nbf + ACCESS_LIFETIME, nbf }),
    refresh_token: sign({
      token_type: 'refresh',
      sub,
      exp: nbf + REFRESH_LIFETIME,
      nbf,
      state_hash: hashState(user),
      root_token_id: root,
    }),
    access_expires: formatInstant(now + ACCESS_LIFETIME * 1000),
    refresh_expires: formatInstant(now + REFRESH_LIFETIME * 1000),
  };
}

/** Reads the claims of a token that is valid at `now` and signed by the server. */
export function readClaims(token: string, now: number): Claims | undefined {
  const jwt = readJwt(token);
  if (jwt === undefined || !jwt.isSignedWith(SIGNING_KEY, ALGORITHMS)) return undefined;
  const { exp, nbf } = jwt.claims;
  const isExpired = typeof exp === 'number' && exp * 1000 <= now;
  const isEarly = typeof nbf === 'number' && nbf * 1000 > now;
  return isExpired || isEarly ? undefined : jwt.claims;
}

/** Hashes a password, so that refresh tokens stop working when it changes. */
export function hashState({ account, password }: UserRow): string {
  const { hash } = process.getBuiltinModule('node:crypto');
  return hash('sha256', `${account.id}\n${password}`, 'base64');
}

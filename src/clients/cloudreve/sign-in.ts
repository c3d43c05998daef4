import {
  type ClientOptions,
  createConnection,
  type Middleware,
  refreshingBearer,
} from '../../client/index.ts';
import {
  finishTwoFactorSignIn,
  refreshToken,
  signIn as signInByPassword,
  signOut,
} from '../../generated/cloudreve/operations.ts';
import type { SignedInUser, TokenPair } from '../../generated/cloudreve/types.ts';
import { CloudreveError, createCloudreveError } from './cloudreve-error.ts';

/** Credentials of a user. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Gives the one-time code of a user with two-factor authentication. */
  readonly oneTimeCode?: () => string | Promise<string>;
}

/** Session of a user. Its tokens are no members of it, so that no log shows them. */
export interface Session {
  readonly user: SignedInUser['user'];
  /** Sends the access token, and renews it where the server says that it has expired. */
  readonly middleware: Middleware;
  /** Ends the session on the server. */
  readonly signOut: () => Promise<void>;
}

/** Codes that say that the sign-in has expired: https://docs.cloudreve.org/en/api/overview. */
const EXPIRED = [401, 40020];

/**
 * Signs a user in: https://docs.cloudreve.org/en/api/auth. Throws CloudreveError where it is refused, with code 203 where a
 * one-time code is needed and none is given.
 */
export async function signIn(options: ClientOptions, credentials: Credentials): Promise<Session> {
  const { email, password, oneTimeCode } = credentials;
  const connection = createConnection({ createFailure: createCloudreveError, ...options });
  const { user, token } = await signInByPassword(connection, { body: { email, password } }).catch(
    async (error: unknown) => {
      if (!(error instanceof CloudreveError) || error.code !== 203 || !oneTimeCode) throw error;
      const session = String(error.body.data);
      const otp = await oneTimeCode();
      return await finishTwoFactorSignIn(connection, { body: { otp, session_id: session } });
    },
  );
  let tokens: TokenPair = token;
  const middleware = refreshingBearer({
    token: () => tokens.access_token,
    isExpired,
    refresh: async () => {
      tokens = await refreshToken(connection, { body: { refresh_token: tokens.refresh_token } });
      return tokens.access_token;
    },
  });
  return {
    user,
    middleware,
    signOut: async () => {
      const { refresh_token } = tokens;
      const headers = { authorization: `Bearer ${tokens.access_token}` };
      await signOut(connection, { body: { refresh_token }, headers });
    },
  };
}

async function isExpired(response: Response): Promise<boolean> {
  if (!/json/.test(response.headers.get('content-type') ?? '')) return false;
  const body: unknown = await response.json().catch(() => undefined);
  return EXPIRED.includes(Object(body).code);
}

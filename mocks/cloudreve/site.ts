import { fail, succeed } from './envelope.ts';
import type { Handlers } from './tables.ts';
import { findUserByEmail } from './user.ts';

/** Version of the server that the mock follows. */
const VERSION = '4.14.0';

/** Handlers of what a front end asks before a sign-in. */
export const siteHandlers: Handlers = {
  pingSite: () => succeed(VERSION),
  prepareSignIn: (call) => {
    const user = findUserByEmail(call, call.query.email);
    if (user === undefined) return fail(call, 404, 'User not found');
    return succeed({ webauthn_enabled: false, password_enabled: user.password !== '' });
  },
};

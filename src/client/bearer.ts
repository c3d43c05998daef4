import { setHeader } from './hide-value.ts';
import type { Middleware } from './middleware.ts';

/** A secret, or a function that returns it, asked before each request; none is sent if it is absent. */
export type Secret = string | undefined | (() => string | undefined | Promise<string | undefined>);

/** Sends a bearer token, without the word `Bearer`: https://www.rfc-editor.org/rfc/rfc6750#section-2.1. */
export function bearer(token: Secret): Middleware {
  return async (request, next) => {
    const current = await readSecret(token);
    if (current !== undefined) setHeader(request.headers, 'authorization', `Bearer ${current}`);
    return await next(request);
  };
}

/** Returns the present value of a secret. */
export async function readSecret(secret: Secret): Promise<string | undefined> {
  return typeof secret === 'function' ? await secret() : secret;
}

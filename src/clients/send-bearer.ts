import { bearer, type ClientOptions } from '../client/index.ts';
import type { BearerClientOptions } from './client-options.ts';

/** Options of a client whose last middleware sends the token, so that no other one sees it. */
export function sendBearer({
  token,
  middleware = [],
  ...options
}: BearerClientOptions): ClientOptions {
  return { ...options, middleware: [...middleware, bearer(token)] };
}

import { bearer, type ClientOptions } from '../client/index.ts';
import type { BearerClientOptions } from './client-options.ts';

/** Options of a client whose first middleware sends the token. */
export function sendBearer({
  token,
  middleware = [],
  ...options
}: BearerClientOptions): ClientOptions {
  return { ...options, middleware: [bearer(token), ...middleware] };
}

import type { CallFacts } from './call-facts.ts';

/** Sends a request to the middleware behind, and at last to the server. */
export type Next = (request: Request) => Promise<Response>;

/**
 * Stands between a client and the server: it may change the request, answer it, send it more than once, and change the
 * answer. It is asked for each attempt.
 */
export type Middleware = (
  request: Request,
  next: Next,
  call: CallFacts,
) => Response | Promise<Response>;

import type { CallFacts } from './call-facts.ts';
import type { Middleware, Next } from './middleware.ts';

/** Sends a request through middleware, and at last to the server. */
export function passOn(
  middleware: readonly Middleware[] = [],
  request: Request,
  call: CallFacts,
  send: Next,
): Promise<Response> {
  const chain = middleware.reduceRight<Next>(
    (next, layer) => async (sent) => layer(sent, next, call),
    send,
  );
  return chain(request);
}

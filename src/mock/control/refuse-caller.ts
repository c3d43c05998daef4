import type { Reply } from '../authoring/reply.ts';
import { isSameSecret } from '../authoring/secret-set.ts';
import type { HttpRequest } from '../http/message.ts';
import { isLocal } from './is-local.ts';
import { problem } from './problem.ts';

/**
 * Refuses callers that may not use the control API.
 *
 * Pages of another origin are refused, but for those of `origins`: a page can send some requests to any server, even if
 * it cannot read the responses. If there is a token, callers must send it, those pages included. Otherwise only this
 * machine may call, by a local host name: any other name may be a page's own that resolves to here.
 */
export function refuseCaller(
  request: HttpRequest,
  token: string | undefined,
  origins: readonly string[] = [],
): Reply | undefined {
  const isNamed = token !== undefined && origins.includes(request.headers.get('origin') ?? '');
  if (!isNamed && isCrossOrigin(request)) {
    return problem(403, 'Pages of another origin may not call the control API.');
  }
  if (token !== undefined) return hasToken(request, token) ? undefined : refuseToken();
  if (isLocal(request)) return undefined;
  return problem(
    403,
    'Only this machine may call the control API, unless there is a control token.',
  );
}

function isCrossOrigin({ origin, headers }: HttpRequest): boolean {
  // No page can set it, and it stays right where a proxy in front speaks TLS, and so another origin.
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const sender = headers.get('origin');
  return sender !== null && sender !== origin;
}

function hasToken({ headers }: HttpRequest, token: string): boolean {
  return isSameSecret((headers.get('authorization') ?? '').replace(/^Bearer +/i, ''), token);
}

function refuseToken(): Reply {
  const refusal = problem(401, 'Send the control token as "Authorization: Bearer <token>".');
  return { ...refusal, headers: { 'www-authenticate': 'Bearer' } };
}

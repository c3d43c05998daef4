import { isIP } from 'node:net';
import type { Reply } from '../authoring/reply.ts';
import type { HttpRequest } from '../http/message.ts';
import { problem } from './problem.ts';

/**
 * Refuses callers that may not use the control API.
 *
 * Pages of another origin are always refused: a page can send some requests to any server, even if
 * it cannot read the responses. If there is a token, callers must send it. Otherwise only this
 * machine may call, by a local host name: any other name may be a page's own that resolves to here.
 */
export function refuseCaller(request: HttpRequest, token: string | undefined): Reply | undefined {
  if (isCrossOrigin(request)) {
    return problem(403, 'Pages of another origin may not call the control API.');
  }
  if (token !== undefined) return hasToken(request, token) ? undefined : refuseToken();
  if (isLocal(request)) return undefined;
  return problem(403, 'Only this machine may call the control API, unless --control-token is set.');
}

function isCrossOrigin({ origin, headers }: HttpRequest): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const sender = headers.get('origin');
  return sender !== null && sender !== origin;
}

function hasToken({ headers }: HttpRequest, token: string): boolean {
  const { createHash, timingSafeEqual } = process.getBuiltinModule('node:crypto');
  const sent = (headers.get('authorization') ?? '').replace(/^Bearer +/i, '');
  const [one, other] = [sent, token].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

function refuseToken(): Reply {
  const refusal = problem(401, 'Send the control token as "Authorization: Bearer <token>".');
  return { ...refusal, headers: { 'www-authenticate': 'Bearer' } };
}

/** A caller without an address is in the same process. */
function isLocal({ origin, readRemoteAddress }: HttpRequest): boolean {
  const address = readRemoteAddress();
  return address === undefined || (isLoopback(address) && isLocalName(origin));
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address);
}

function isLocalName(origin: string): boolean {
  const { hostname } = new URL(origin);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return host === 'localhost' || host.endsWith('.localhost') || isIP(host) !== 0;
}

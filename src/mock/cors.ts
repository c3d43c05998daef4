import { createLastingMemory } from './lasting.ts';
import type { WireRequest, WireResponse } from './wire.ts';

const ANY_METHOD = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';

/** Cross-origin preflight by the Fetch standard: OPTIONS with an origin and a requested method. */
export function isPreflight({ method, headers }: WireRequest): boolean {
  return (
    method === 'OPTIONS' &&
    headers.get('origin') !== null &&
    headers.get('access-control-request-method') !== null
  );
}

export function answerPreflight(request: WireRequest): WireResponse {
  const methods = request.headers.get('access-control-request-method') ?? ANY_METHOD;
  return withCors(request, { status: 204, headers: { 'access-control-allow-methods': methods } });
}

/** Answers that were opened to callers of no origin, who all get the same. */
const recallOpened = createLastingMemory<WireResponse, WireResponse>();

/** Lets any origin read the answer, credentials included: a mock holds nothing worth guarding. */
export function withCors({ headers }: WireRequest, response: WireResponse): WireResponse {
  const origin = headers.get('origin');
  const requested = headers.get('access-control-request-headers');
  if (origin === null && requested === null) {
    return recallOpened(response, () => open(response, origin, requested));
  }
  return { ...open(response, origin, requested), isLasting: false };
}

function open(
  response: WireResponse,
  origin: string | null,
  requested: string | null,
): WireResponse {
  return { ...response, headers: openHeaders(response.headers, origin, requested) };
}

/** Header fields as they were opened last, and to whom. */
interface Opened {
  readonly origin: string | null;
  readonly requested: string | null;
  readonly headers: WireResponse['headers'];
}

const newest = new WeakMap<WireResponse['headers'], Opened>();

function openHeaders(
  headers: WireResponse['headers'],
  origin: string | null,
  requested: string | null,
): WireResponse['headers'] {
  const last = newest.get(headers);
  if (last?.origin === origin && last.requested === requested) return last.headers;
  const opened = {
    ...headers,
    // A wildcard would not count for requests with credentials.
    'access-control-expose-headers': Object.keys(headers).join(', '),
    'access-control-allow-origin': origin ?? '*',
    'access-control-allow-headers': requested ?? '*',
    'access-control-allow-credentials': 'true',
    vary: headers.vary === undefined ? 'origin' : `${headers.vary}, origin`,
  };
  newest.set(headers, { origin, requested, headers: opened });
  return opened;
}

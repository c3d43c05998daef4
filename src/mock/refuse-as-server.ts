import { formatProblem } from './problem-json.ts';
import type { Refusal } from './refusal.ts';
import type { WireRequest, WireResponse } from './wire.ts';

/** Refuses a request that is for no API, in the words of the server itself. */
export function refuseAsServer(refusal: Refusal, request: WireRequest): WireResponse {
  const query = new URLSearchParams(request.query);
  const { status, body, mediaType } = formatProblem(refusal, {
    ...request,
    query,
    operation: undefined,
  });
  const headers = { 'content-type': `${mediaType}` };
  return { status, headers, body: JSON.stringify(body) };
}

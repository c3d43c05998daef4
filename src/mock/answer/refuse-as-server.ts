import { describeRefusal } from '../authoring/describe-refusal.ts';
import type { Refusal } from '../authoring/refusal.ts';
import type { HttpRequest } from '../http/message.ts';
import { formatProblem } from '../prism/problem-json.ts';
import type { Answer } from './answer.ts';
import { blamesRequest } from './blames-request.ts';

/** Refuses a request that is for no API, in the words of the server itself. */
export function refuseAsServer(refusal: Refusal, request: HttpRequest): Answer {
  const { status, body, mediaType } = formatProblem(refusal, {
    ...request,
    query: new URLSearchParams(request.query),
    operation: undefined,
  });
  const headers = { 'content-type': `${mediaType}` };
  return {
    response: { status, headers, body: JSON.stringify(body) },
    violations: describeRefusal(refusal, request),
    isForbidden: blamesRequest(refusal),
  };
}

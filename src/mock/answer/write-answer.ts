import type { PathValues } from '../../contract/model/contract.ts';
import { describeViolation } from '../../contract/model/describe-violation.ts';
import { describeRefusal } from '../authoring/describe-refusal.ts';
import type { ApiRequest, FormatError, Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import type { Answer, AnsweringApi } from './answer.ts';
import { blamesRequest } from './blames-request.ts';
import { completeMediaType } from './complete-media-type.ts';
import type { RenderedReply, RenderReply } from './render-reply.ts';
import { reportViolations } from './report-violations.ts';

/** Turns what was decided on a request into a response. */
export type WriteAnswer = (
  request: ApiRequest,
  outcome: Reply | Refusal | RenderedReply,
  pathValues?: PathValues,
) => Answer;

/** Makes the writer of an API's answers: refusals in its error format, replies in their media types. */
export function createAnswerWriter(
  api: AnsweringApi,
  formatError: FormatError,
  render: RenderReply,
): WriteAnswer {
  return (request, outcome, pathValues) => {
    const { operation } = request;
    const named = { api, operation, pathValues };
    if ('kind' in outcome) {
      const violations = describeRefusal(outcome, request);
      const worded = completeMediaType(formatError(outcome, request), operation);
      const reply = adviseCaller(reportViolations(worded, violations), outcome);
      const isForbidden = blamesRequest(outcome);
      return { ...named, response: render(reply, operation), violations, isForbidden };
    }
    const { reply, response } =
      'response' in outcome ? outcome : { reply: outcome, response: render(outcome, operation) };
    return { ...named, response, violations: (reply.violations ?? []).map(describeViolation) };
  };
}

/** Says what a caller could do, which no provider has words for. */
function adviseCaller(reply: Reply, refusal: Refusal): Reply {
  if (refusal.kind === 'unsupported-media-type') return offerCodings(reply, refusal);
  if (refusal.kind !== 'internal' || refusal.cause.type !== 'unavailable-state') return reply;
  return offerRetry(reply, refusal.cause.retryAfter);
}

/** Says which content codings are known where one was not: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3. */
function offerCodings(
  reply: Reply,
  { violations }: Extract<Refusal, { readonly kind: 'unsupported-media-type' }>,
): Reply {
  const { codings } =
    violations.find(({ rule }) => rule.keyword === 'contentCoding')?.rule.params ?? {};
  if (codings === undefined) return reply;
  return {
    ...reply,
    headers: { ...reply.headers, 'accept-encoding': [codings].flat().join(', ') },
  };
}

/** Says when to try again, https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3: an error is of the moment then. */
function offerRetry(reply: Reply, seconds: number | undefined): Reply {
  if (seconds === undefined) return reply;
  const status = reply.status === 500 ? 503 : reply.status;
  return { ...reply, status, headers: { ...reply.headers, 'retry-after': String(seconds) } };
}

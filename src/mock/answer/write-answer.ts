import type { Contract, PathValues } from '../../contract/model/contract.ts';
import {
  type DescribedViolation,
  describeViolation,
} from '../../contract/model/describe-violation.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';
import { describeRefusal } from '../authoring/describe-refusal.ts';
import {
  type ApiRequest,
  type FormatError,
  isRefusal,
  type Refusal,
} from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import type { Answer, AnsweringApi } from './answer.ts';
import { renderReply } from './render-reply.ts';
import { reportViolations } from './report-violations.ts';

/** Turns what was decided on a request into a response. */
export type WriteAnswer = (
  request: ApiRequest,
  outcome: Reply | Refusal,
  pathValues?: PathValues,
) => Answer;

/** Makes the writer of an API's answers: refusals in its error format, replies in their media types. */
export function createAnswerWriter(
  api: AnsweringApi,
  contract: Contract,
  formatError: FormatError,
  resolve: ResolveSchema,
): WriteAnswer {
  return (request, outcome, pathValues) => {
    const { operation } = request;
    const [reply, violations] = isRefusal(outcome)
      ? refuse(outcome, request, formatError)
      : [outcome, (outcome.violations ?? []).map(describeViolation)];
    const response = renderReply(reply, contract, operation, resolve);
    return { response, api, operation, pathValues, violations };
  };
}

function refuse(
  refusal: Refusal,
  request: ApiRequest,
  formatError: FormatError,
): [Reply, readonly DescribedViolation[]] {
  const violations = describeRefusal(refusal, request);
  return [reportViolations(formatError(refusal, request), violations), violations];
}

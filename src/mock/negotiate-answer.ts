import type { Operation } from '../contract/contract.ts';
import type { Violation } from '../contract/violation.ts';
import { completePreference } from './answer-settings.ts';
import { checkReply } from './check-reply.ts';
import { describeUnacceptable } from './describe-refusal.ts';
import type { Engine } from './engine.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { Matched } from './matched.ts';
import { negotiateValid } from './negotiate-valid.ts';
import { isViolation, NO_PREFERENCE, type Preference } from './preference.ts';
import type { NegotiatedRequest } from './prism.ts';
import { warnOfDeprecated } from './prism-refusal.ts';
import { isRefusal, type Refusal, type Reply } from './refusal.ts';
import { reportDiagnostics } from './report-diagnostics.ts';

/** Answers with an example or generated data, from memory where the same was asked before. */
export function negotiateAnswer(
  engine: Engine,
  method: string,
  { operation, source, path }: Matched,
  read: Preference | Violation,
): Reply | Refusal {
  if (isViolation(read)) return { kind: 'invalid-request', violations: [read] };
  const { headers, query } = source;
  const preference = completePreference(read, engine.answers, { method, path, query });
  const request = { accept: headers.get('accept'), preference };
  const outcome = engine.recall(operation, request, () => negotiate(engine, operation, request));
  if (!engine.isForeign || isRefusal(outcome)) return outcome;
  return reportDiagnostics(outcome, warnOfDeprecated(operation, source), 'request');
}

/** Refuses what no media type of the contract fits, before anything is changed. */
export function findUnacceptable(
  engine: Engine,
  method: string,
  matched: Matched,
): Refusal | undefined {
  const accept = matched.source.headers.get('accept');
  if (accept === null || accept === '*/*') return undefined;
  const outcome = negotiateAnswer(engine, method, matched, NO_PREFERENCE);
  return isRefusal(outcome) && outcome.kind === 'not-acceptable' ? outcome : undefined;
}

function negotiate(
  engine: Engine,
  operation: Operation,
  request: NegotiatedRequest,
): Reply | Refusal {
  const { checks } = engine;
  const check = (reply: Reply) => checkReply(reply, operation, checks);
  const { result, violations } = negotiateValid(engine.negotiate, check, operation, request);
  if ('problem' in result) {
    const isUnacceptable = result.problem.status === 406;
    return isUnacceptable ? describeUnacceptable(operation, request.accept) : result.problem;
  }
  return judgeAnswer(engine, { ...result, isLasting: true }, violations);
}

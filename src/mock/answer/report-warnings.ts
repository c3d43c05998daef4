import { describeViolation } from '../../contract/model/describe-violation.ts';
import type { Violation } from '../../contract/model/violation.ts';
import type { Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import type { RenderedReply } from './render-reply.ts';
import { reportViolations } from './report-violations.ts';

type Outcome = Reply | Refusal | RenderedReply;

/** Whether a violation makes its message invalid. */
export function isError({ severity }: Violation): boolean {
  return severity !== 'warning';
}

/** Reports what a request should not have had together with what its reply breaks; a refusal stays as it is. */
export function reportWarnings(outcome: Outcome, warnings: readonly Violation[]): Outcome {
  if (warnings.length === 0 || 'kind' in outcome) return outcome;
  const reply = 'response' in outcome ? outcome.reply : outcome;
  const violations = [...warnings, ...(reply.violations ?? [])];
  return reportViolations({ ...reply, violations }, violations.map(describeViolation));
}

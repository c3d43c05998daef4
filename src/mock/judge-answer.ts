import type { Violation } from '../contract/violation.ts';
import { diagnose } from './prism-diagnostic.ts';
import type { Refusal, Reply } from './refusal.ts';
import { reportDiagnostics } from './report-diagnostics.ts';
import { reportViolations } from './report-violations.ts';

/** How an API is told of answers that break its contract. */
export interface Strictness {
  readonly brokenAnswers: 'refuse' | 'report';
  /** Whether violations are reported as Prism does. */
  readonly isForeign: boolean;
}

/** What becomes of an answer: itself, itself with a report of what is wrong with it, or a refusal in its place. */
export function judgeAnswer(
  { brokenAnswers, isForeign }: Strictness,
  reply: Reply,
  violations: readonly Violation[],
): Reply | Refusal {
  if (violations.length === 0) return reply;
  if (brokenAnswers === 'refuse') return { kind: 'internal', violations };
  const reported = { ...reportViolations(reply, violations), violations };
  return isForeign
    ? reportDiagnostics(reported, diagnose(violations, 'response'), 'response')
    : reported;
}

import type { Operation } from '../contract/contract.ts';
import type { Violation } from '../contract/violation.ts';
import type { Negotiate, NegotiatedRequest, NegotiationProblem } from './prism.ts';
import type { Reply } from './refusal.ts';

/** Negotiated answer and what is wrong with it. */
export interface CheckedAnswer {
  readonly result: Reply | NegotiationProblem;
  readonly violations: readonly Violation[];
}

/** Seeds that are tried before random data is given up for the documented example. */
const SEEDS = 3;

/**
 * Negotiates an answer that keeps the contract, as far as there is one.
 *
 * The generator of random data cannot know every rule of a schema, such as `if` or a pattern with a look-ahead:
 * other seeds are tried, then what is answered without random data. Where nothing fits, the first answer stands.
 */
export function negotiateValid(
  negotiate: Negotiate,
  check: (reply: Reply) => readonly Violation[],
  operation: Operation,
  request: NegotiatedRequest,
): CheckedAnswer {
  const attempt = (one: NegotiatedRequest): CheckedAnswer => {
    const result = negotiate(operation, one);
    return { result, violations: 'problem' in result ? [] : check(result) };
  };
  const first = attempt(request);
  if (isFit(first) || request.preference.dynamic !== true) return first;
  return otherAttempts(request).values().map(attempt).find(isFit) ?? first;
}

function isFit({ result, violations }: CheckedAnswer): boolean {
  return 'problem' in result ? result.problem.status < 500 : violations.length === 0;
}

function otherAttempts(request: NegotiatedRequest): NegotiatedRequest[] {
  const { preference } = request;
  const seeds = Array.from({ length: SEEDS - 1 }, (_, index) => `${preference.seed} ${index + 2}`);
  const others = [...seeds.map((seed) => ({ seed })), { dynamic: false }];
  return others.map((other) => ({ ...request, preference: { ...preference, ...other } }));
}

import type { Operation } from '../../contract/model/contract.ts';
import type { ResponseCheck } from '../answer/response-check.ts';
import type { Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import type {
  NegotiatedRequest,
  NegotiateWithPrism,
  NegotiationProblem,
} from '../prism/negotiation.ts';

type Checked = Reply | Refusal | NegotiationProblem;

interface Attempt {
  readonly checked: Checked;
  readonly isValid: boolean;
}

/** Seeds that are tried before random data is given up for the documented example. */
const SEEDS = 3;

/**
 * Negotiates an answer that keeps the contract, as far as there is one.
 *
 * The generator of random data cannot follow every rule of a schema, such as `if` or a pattern with a look-ahead: other
 * seeds are tried, then the answer without random data. If none is valid, the first one stands.
 */
export function negotiateValid(
  negotiate: NegotiateWithPrism,
  checkReply: ResponseCheck,
  operation: Operation,
  request: NegotiatedRequest,
): Checked {
  const attempt = (one: NegotiatedRequest): Attempt => {
    const result = negotiate(operation, one);
    if ('problem' in result) return { checked: result, isValid: result.problem.status < 500 };
    const checked = checkReply(operation, result);
    return { checked, isValid: checked === result };
  };
  const first = attempt(request);
  if (first.isValid || request.preference.dynamic !== true) return first.checked;
  const other = otherRequests(request)
    .values()
    .map(attempt)
    .find(({ isValid }) => isValid);
  return (other ?? first).checked;
}

function otherRequests(request: NegotiatedRequest): NegotiatedRequest[] {
  const { preference } = request;
  const seeds = Array.from({ length: SEEDS - 1 }, (_, index) => `${preference.seed} ${index + 2}`);
  const others = [...seeds.map((seed) => ({ seed })), { dynamic: false }];
  return others.map((other) => ({ ...request, preference: { ...preference, ...other } }));
}

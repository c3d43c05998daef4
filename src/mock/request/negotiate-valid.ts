import type { Operation } from '../../contract/model/contract.ts';
import type { CorrectReply } from '../answer/correct-reply.ts';
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

/** Negotiates an answer, and says what is wrong with it. */
export type NegotiateValid = (operation: Operation, request: NegotiatedRequest) => Checked;

/**
 * Makes a negotiation of answers that keep the contract, as far as there are any.
 *
 * Prism's generators cannot follow every rule of a schema, such as `if` or a pattern with a look-ahead: what they made is
 * corrected, and where that fails, random data gives way to the answer without it.
 */
export function createValidNegotiation(
  negotiate: NegotiateWithPrism,
  checkReply: ResponseCheck,
  correctReply: CorrectReply,
): NegotiateValid {
  return (operation, request) => {
    const first = attempt(operation, request);
    const { preference } = request;
    if (first.isValid || preference.dynamic !== true) return first.checked;
    const fixed = { ...request, preference: { ...preference, dynamic: false } };
    const other = attempt(operation, fixed, request);
    return (other.isValid || 'problem' in first.checked ? other : first).checked;
  };

  /** Tries a request in place of the one that was sent, by which an example is documented data or as good as made. */
  function attempt(
    operation: Operation,
    request: NegotiatedRequest,
    sent: NegotiatedRequest = request,
  ): Attempt {
    const reply = negotiate(operation, request);
    if ('problem' in reply) return { checked: reply, isValid: reply.problem.status < 500 };
    const checked = checkReply(operation, reply);
    if (checked === reply) return { checked, isValid: true };
    const corrected = correctReply(operation, reply, sent);
    if (corrected === undefined) return { checked, isValid: false };
    const checkedAgain = checkReply(operation, corrected);
    return { checked: checkedAgain, isValid: checkedAgain === corrected };
  }
}

import type { CaseRequest } from '../../cases/case.ts';
import type { Operation } from '../../contract/model/contract.ts';
import { AnswerError } from '../send/answer-error.ts';
import { RequestError } from '../send/request-error.ts';
import type { Answer, Asking, Session } from './create-session.ts';

/** Asks; `undefined` for what cannot be sent, or read as an answer, which is a finding already. */
export async function tryAsk(
  session: Session,
  operation: Operation,
  request: CaseRequest,
  asking?: Asking,
): Promise<Answer | undefined> {
  try {
    return await session.ask(operation, request, asking);
  } catch (error) {
    if (error instanceof AnswerError || error instanceof RequestError) return undefined;
    throw error;
  }
}

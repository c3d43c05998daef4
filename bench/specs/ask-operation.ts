import type { Operation } from '../../src/contract/model/contract.ts';
import { type Outgoing, send } from '../send.ts';
import type { BuiltRequest } from './build-request.ts';
import { type Judged, judgeAnswer, type Known } from './judge-answer.ts';

/** Outcome of a request. */
export interface Asked extends Judged {
  readonly operation: string;
  readonly target: string;
  /** 0 without an answer. */
  readonly status: number;
}

/** The first answer includes compilation, but that does not take minutes. */
const LONGEST_MS = 60_000;

/** Sends a request of an operation, and judges the answer. */
export async function askOperation(
  baseUrl: string,
  operation: Operation,
  { outgoing, doubts }: BuiltRequest,
  known: Known,
): Promise<Asked> {
  const asked = { operation: nameOf(operation), target: outgoing.target };
  const answer = await trySend(baseUrl, outgoing);
  if (typeof answer === 'string') {
    return { ...asked, status: 0, verdict: 'failed', reasons: [answer] };
  }
  return { ...asked, status: answer.status, ...judgeAnswer(operation, answer, doubts, known) };
}

function nameOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`;
}

async function trySend(baseUrl: string, outgoing: Outgoing) {
  try {
    return await send(baseUrl, outgoing, LONGEST_MS);
  } catch (error) {
    return String(error);
  }
}

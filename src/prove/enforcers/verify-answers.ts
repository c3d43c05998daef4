import type { CaseRequest } from '../../cases/case.ts';
import type { Contract, Operation } from '../../contract/model/contract.ts';
import { AnswerError } from '../../verify/send/answer-error.ts';
import { createSession } from '../../verify/session/create-session.ts';
import type { ProvedResponse } from '../messages/message.ts';
import type { Enforcer } from './enforcer.ts';

/** Statuses whose answers have no body, https://fetch.spec.whatwg.org/#null-body-status. */
const WITHOUT_BODY = [204, 205, 304];
/** Seconds that a server asks to wait, which are more than verify does. */
const LONG = '3600';

/** Verify, which asks a server in this process that answers what the contract forbids. */
export function createVerifyAnswers(
  contract: Contract,
  bases: ReadonlyMap<Operation, CaseRequest>,
): Enforcer {
  let next: ProvedResponse = { status: 500, headers: {} };
  const session = createSession(contract, {
    url: 'http://server.test',
    fetch: () => toResponse(next),
    headers: {},
    credentials: {},
    values: {},
    isWriting: true,
    withAssumed: true,
    seed: 1,
    runs: 0,
    timeout: 10_000,
    maxBytes: 10_000_000,
    concurrency: 1,
  });
  return {
    name: 'verify',
    directions: ['response'],
    async judge(message) {
      if (message.direction !== 'response') return 'it is a request';
      const { operation, response } = message;
      const base = bases.get(operation);
      if (base === undefined) return 'no request asks for it';
      const { status, written } = response;
      if (status < 200) return 'no answer ends with a status below 200';
      if (written !== undefined && WITHOUT_BODY.includes(status))
        return `HTTP has no body with ${status}`;
      next = response;
      try {
        const { breaches } = await session.ask(operation, base);
        return { isRefused: breaches > 0, isNamed: true, said: `${breaches} findings` };
      } catch (error) {
        if (!(error instanceof AnswerError)) throw error;
        return { isRefused: true, isNamed: true, said: error.message };
      }
    },
    close: () => session.sender.close(),
  };
}

function toResponse({ status, headers, mediaType, written }: ProvedResponse): Response {
  const isTyped = typeof written === 'string' && mediaType !== undefined;
  const own = new Headers({ ...headers, ...(isTyped && { 'content-type': mediaType }) });
  if (status === 429 || status === 503) {
    if (!own.has('retry-after')) own.set('retry-after', LONG);
  }
  return new Response(written ?? null, { status, headers: own });
}

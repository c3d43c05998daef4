import type { CaseRequest } from '../../cases/case.ts';
import type { Operation } from '../../contract/model/contract.ts';
import type { MockApi, Reply } from '../../mock/create-mock.ts';
import type { ProvedResponse } from '../messages/message.ts';
import type { Enforcer } from './enforcer.ts';
import { createMockCaller } from './mock-caller.ts';
import { describePlaces, namesPlace } from './name-place.ts';

/** Header by which an answer of the behaviour is told from one that was put in its place. */
const MARK = 'x-from-behaviour';

/** The mock with a behaviour that answers what the contract forbids: it puts an internal error in its place, and its journal says why. */
export function createMockAnswers(
  api: MockApi,
  bases: ReadonlyMap<Operation, CaseRequest>,
): Enforcer {
  let reply: Reply = { status: 500 };
  const { scenarios: _, ...rest } = api;
  const mock = createMockCaller({
    ...rest,
    brokenAnswers: 'refuse',
    isForeign: api.isForeign ?? api.brokenAnswers === 'report',
    behaviour: {
      epoch: '2026-01-01T00:00:00Z',
      tables: {},
      seeds: { default: () => {} },
      handlers: Object.fromEntries(api.contract.operations.map(({ id }) => [id, () => reply])),
    },
  });
  return {
    name: 'mock answers',
    directions: ['response'],
    async judge(message) {
      if (message.direction !== 'response') return 'it is a request';
      const { operation, response } = message;
      const base = bases.get(operation);
      if (base === undefined) return 'no request asks for it';
      if (response.status < 200) return 'no behaviour answers with a status below 200';
      reply = toReply(response);
      const { status, headers, violations } = await mock.call(operation, base);
      return {
        isRefused: !headers.has(MARK),
        isNamed: namesPlace(violations, message),
        said: violations.length === 0 ? `status ${status}` : describePlaces(violations),
      };
    },
    close: mock.close,
  };
}

function toReply({ status, headers, mediaType, body }: ProvedResponse): Reply {
  return {
    status,
    headers: { ...headers, [MARK]: 'yes' },
    ...(mediaType !== undefined && { mediaType }),
    ...(body !== undefined && { body }),
  };
}

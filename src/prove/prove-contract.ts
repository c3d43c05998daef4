import { readPlace } from '../cases/breaks/place-value.ts';
import { unescapeToken } from '../contract/model/json-cursor.ts';
import type { MockApi } from '../mock/create-mock.ts';
import { createClientValidation } from './enforcers/client-validation.ts';
import type { Enforcer } from './enforcers/enforcer.ts';
import type { LoadedSchemas } from './enforcers/load-schemas.ts';
import { createMockAnswers } from './enforcers/mock-answers.ts';
import { createMockRequests } from './enforcers/mock-requests.ts';
import { createVerifyAnswers } from './enforcers/verify-answers.ts';
import { listMessages } from './messages/list-messages.ts';
import type { Message } from './messages/message.ts';
import type { Proof, Score, Survivor } from './proof.ts';

/** Sends everything that a contract forbids to everything that has to refuse it, and counts what is refused. */
export async function proveContract(
  api: MockApi,
  { schemas, isOfProject }: LoadedSchemas,
): Promise<Proof> {
  const started = performance.now();
  const { contract, name } = api;
  // 1. Derive messages from the rules.
  const { bases, unasked, messages, unbroken } = await listMessages(contract);
  // 2. Send each one to each enforcer.
  const enforcers = [
    createMockRequests(api),
    createMockAnswers(api, bases),
    createClientValidation(contract, schemas),
    createVerifyAnswers(contract, bases),
  ];
  const scores: Score[] = [];
  for (const enforcer of enforcers) scores.push(await judgeAll(enforcer, messages));
  return {
    api: name,
    title: contract.title,
    schemas: isOfProject ? 'project' : 'made',
    scores,
    unbroken,
    unasked,
    milliseconds: Math.round(performance.now() - started),
  };
}

async function judgeAll(enforcer: Enforcer, messages: readonly Message[]): Promise<Score> {
  const score = { all: 0, killed: 0, allowed: 0, accepted: 0 };
  const survivors: Survivor[] = [];
  const excused = new Map<string, number>();
  for (const message of messages) {
    if (!enforcer.directions.includes(message.direction)) continue;
    const verdict = await enforcer.judge(message);
    if (typeof verdict === 'string') {
      if (!message.isAllowed) excused.set(verdict, (excused.get(verdict) ?? 0) + 1);
      continue;
    }
    const { isRefused, isNamed, said } = verdict;
    const problem = message.isAllowed
      ? isRefused && 'refused'
      : !isRefused
        ? 'accepted'
        : !isNamed && 'not named';
    score[message.isAllowed ? 'allowed' : 'all'] += 1;
    if (problem === false) score[message.isAllowed ? 'accepted' : 'killed'] += 1;
    else survivors.push(toSurvivor(message, problem, said));
  }
  await enforcer.close?.();
  return { enforcer: enforcer.name, ...score, survivors, excused: Object.fromEntries(excused) };
}

function toSurvivor(message: Message, problem: Survivor['problem'], said: string): Survivor {
  const { operation, title, constraint } = message;
  return {
    operation: operation.id,
    title,
    problem,
    said,
    ...(constraint !== undefined && { constraint }),
    value: readValue(message),
  };
}

/** What stands in the place that a message is about. */
function readValue(message: Message): unknown {
  const { constraint, pointer } = message;
  if (message.direction === 'response') {
    const { status, headers, body } = message.response;
    if (constraint?.in === 'status') return status;
    if (constraint?.in === 'header') return headers[pointer.slice(1)];
    return readAt(body, pointer);
  }
  const { pathParameters, query, headers, body } = message.request;
  if (constraint?.in === 'path') return readAt(pathParameters, pointer);
  if (constraint?.in === 'query') return readAt(query, pointer);
  return constraint?.in === 'header' ? readAt(headers, pointer) : readAt(body, pointer);
}

function readAt(value: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1).map(unescapeToken);
  return readPlace(value, keys);
}

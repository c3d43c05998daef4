import { type OperationSchemas, validate } from '../../client/index.ts';
import { formatTarget } from '../../contract/example/example-request.ts';
import { createMatcher, type Matcher } from '../../contract/match/match-operation.ts';
import type { Contract, Media, Operation } from '../../contract/model/contract.ts';
import { bodyFormat } from '../../contract/model/media-type.ts';
import {
  type ContractChecks,
  createContractChecks,
} from '../../contract/validate/contract-checks.ts';
import { listMethods } from '../../generate/list-methods.ts';
import type { RequestMessage, ResponseMessage } from '../messages/message.ts';
import type { Enforcer, Verdict } from './enforcer.ts';

/** Schemas of operations by the names of the client's methods, as `generate` writes them. */
export type ClientSchemas = Readonly<Record<string, OperationSchemas>>;

const LENIENT = { unknown: 'ignore', onUncompilable: () => {} } as const;
/** Rules that a client keeps in other ways, or that are the server's. */
const NO_VALUE = ['security', 'mediaType', 'syntax'];
/** Media types of which a client makes a value that it can check. */
const CHECKED = ['json', 'xml', 'form'];

/** The validation of the generated client, with what a caller passes to it and what it gets. */
export function createClientValidation(contract: Contract, schemas: ClientSchemas): Enforcer {
  const names = new Map(listMethods(contract).map(({ name, operation }) => [operation, name]));
  const checks = createContractChecks(contract, LENIENT);
  const match = createMatcher(contract);
  const { checkRequest, checkAnswer } = validate(schemas, 'both');
  return {
    name: 'client validation',
    directions: ['request', 'response'],
    async judge(message) {
      const { operation } = message;
      const name = names.get(operation);
      if (name === undefined) return 'the client has no method for it';
      const excuse =
        message.direction === 'request' ? excuseRequest(message) : excuseResponse(message);
      if (excuse !== undefined) return excuse;
      const { method, path } = operation;
      const call = { operation: name, method, path, attempt: 1, requestId: 'prove' };
      try {
        if (message.direction === 'request') {
          await checkRequest?.(call, readInput(message.request, operation, match, checks));
        } else {
          const { status, body } = message.response;
          await checkAnswer?.(call, status, body);
        }
        return { isRefused: false, isNamed: false, said: 'nothing' };
      } catch (error) {
        return refusal(error);
      }
    },
  };
}

/** What is wrong is told in lines, of which the first one names no place. */
function refusal(error: unknown): Verdict {
  const text = error instanceof Error ? error.message : String(error);
  return { isRefused: true, isNamed: true, said: text.split('\n').slice(1).join('; ').trim() };
}

function excuseRequest({ constraint, operation, request }: RequestMessage): string | undefined {
  if (constraint !== undefined && NO_VALUE.includes(constraint.keyword))
    return 'it has no value of a caller';
  if (constraint?.in !== 'body' || request.mediaType === undefined) return undefined;
  const chosen = chooseMedia(operation.body?.content ?? []);
  if (chosen?.type !== request.mediaType) return 'the client sends another media type';
  return CHECKED.includes(bodyFormat(chosen.type)) ? undefined : 'its body may have files';
}

/** The client sends JSON if it can. */
function chooseMedia(content: readonly Media[]): Media | undefined {
  return content.find(({ type }) => bodyFormat(type) === 'json') ?? content[0];
}

function excuseResponse({
  constraint,
  response,
  operation,
  declared,
}: ResponseMessage): string | undefined {
  if (constraint !== undefined && constraint.in !== 'body')
    return `it is about the ${constraint.in}`;
  if (constraint?.keyword === 'content') return 'the client reads no body here';
  const { mediaType = '' } = response;
  if (bodyFormat(mediaType) !== 'json') return 'its body is no JSON';
  const spec = operation.responses.find(({ status }) => status === declared);
  const first = spec?.content.find(({ type }) => bodyFormat(type) === 'json');
  return first?.type === mediaType ? undefined : 'the client reads another media type';
}

/** What a caller passes for a request, its parameters as values. */
function readInput(
  request: RequestMessage['request'],
  operation: Operation,
  match: Matcher,
  checks: ContractChecks,
) {
  const [path = '', queryText = ''] = formatTarget(request).split(/\?(.*)/s);
  const query = new URLSearchParams(queryText);
  const headers = new Headers(
    Object.entries(request.headers).map(([name, value]): [string, string] => [name, `${value}`]),
  );
  const found = match(request.method, path, { query, headers });
  const pathValues = found.kind === 'operation' ? found.pathValues : {};
  const source = { path: pathValues, query, queryText, headers };
  const { values } = checks.readParameters(operation, source);
  const parts = {
    path: values.path,
    query: values.query,
    headers: values.header,
    cookies: values.cookie,
  };
  return { ...parts, ...(request.body !== undefined && { body: request.body }) };
}

import type { Contract, Operation } from '../contract/contract.ts';
import type { ContractChecks } from '../contract/contract-checks.ts';
import { createContractChecks } from '../contract/contract-checks.ts';
import type { ParameterSource } from '../contract/decode-parameters.ts';
import { createMatcher, type Matcher } from '../contract/match-operation.ts';
import { checkReply } from './check-reply.ts';
import { describeCrash, describeMiss, describeUnacceptable } from './describe-refusal.ts';
import { findRefusal } from './find-refusal.ts';
import { isViolation, readPreference } from './preference.ts';
import { createNegotiation, type Negotiate, type NegotiatedRequest } from './prism.ts';
import { formatProblem } from './problem-json.ts';
import type { Provider } from './provider.ts';
import { DEFAULT_BODY_LIMIT } from './read-text.ts';
import type { Refusal, Reply } from './refusal.ts';
import { createMemory, type Recall } from './remember.ts';
import { renderReply } from './render.ts';
import { reportViolations } from './report-violations.ts';

/** What a mock needs to know of one API; without an error format refusals are `application/problem+json`. */
export interface MockApi extends Partial<Provider> {
  readonly name: string;
  /** Base path on the server, without a trailing slash; empty for the root. */
  readonly mount: string;
  readonly contract: Contract;
  /**
   * What becomes of an answer that breaks the contract: an internal error in its place, or the answer itself
   * with the violations in `X-Mock-Violations`. Refused by default.
   */
  readonly brokenAnswers?: 'refuse' | 'report';
}

/** Answers a request for one API; `path` is the part below its base path. */
export type ApiHandler = (request: Request, path: string) => Promise<Response>;

/** Answer, and the operation that it belongs to where one was matched. */
interface Decision {
  readonly operation: Operation | undefined;
  readonly outcome: Reply | Refusal;
}

interface Engine {
  readonly match: Matcher;
  readonly checks: ContractChecks;
  readonly negotiate: Negotiate;
  readonly ignoredHeaders: readonly string[];
  readonly bodyLimit: number;
  readonly recall: Recall<Reply | Refusal>;
  readonly brokenAnswers: 'refuse' | 'report';
}

/** Answers that one API keeps at most; few callers ask for more different ones. */
const MEMORY_LIMIT = 1000;

/** Makes the handler of an API: match, authenticate, validate, negotiate, check the answer, render. */
export function createApiHandler(api: MockApi, bodyLimit = DEFAULT_BODY_LIMIT): ApiHandler {
  const { contract, formatError = formatProblem } = api;
  const { ignoredHeaders = [], brokenAnswers = 'refuse' } = api;
  const engine: Engine = {
    match: createMatcher(contract),
    checks: createContractChecks(contract),
    negotiate: createNegotiation(contract),
    ignoredHeaders,
    bodyLimit,
    recall: createMemory(MEMORY_LIMIT),
    brokenAnswers,
  };
  return async (request, path) => {
    try {
      return respond(await decide(engine, request, path), request, path);
    } catch (error) {
      console.error(error);
      return respond({ operation: undefined, outcome: describeCrash(error) }, request, path);
    }
  };

  function respond({ operation, outcome }: Decision, request: Request, path: string): Response {
    const { method, headers } = request;
    const reply = isRefusal(outcome)
      ? reportViolations(
          formatError(outcome, { method, path, headers, operation }),
          outcome.violations,
        )
      : outcome;
    const response = renderReply(reply, contract, operation, engine.checks.resolve);
    return method === 'HEAD' ? new Response(null, response) : response;
  }
}

async function decide(engine: Engine, request: Request, path: string): Promise<Decision> {
  const matched = engine.match(request.method, path);
  if (matched.kind !== 'operation') {
    return { operation: undefined, outcome: describeMiss(matched, request.method, path) };
  }
  const { operation, pathValues } = matched;
  const query = new URL(request.url).searchParams;
  const headers = withoutHeaders(request.headers, engine.ignoredHeaders);
  const source = { path: pathValues, query, headers };
  const outcome =
    (await findRefusal(request, operation, source, engine.checks, engine.bodyLimit)) ??
    (await answer(engine, operation, source, path));
  return { operation, outcome };
}

function withoutHeaders(headers: Headers, names: readonly string[]): Headers {
  if (names.length === 0) return headers;
  const rest = new Headers(headers);
  for (const name of names) rest.delete(name);
  return rest;
}

async function answer(
  engine: Engine,
  operation: Operation,
  { headers, query }: ParameterSource,
  path: string,
): Promise<Reply | Refusal> {
  const preference = readPreference(headers, query);
  if (isViolation(preference)) return { kind: 'invalid-request', violations: [preference] };
  const request = { path, accept: headers.get('accept'), preference };
  const make = () => negotiateAnswer(engine, operation, request);
  // Generated data may differ each time; everything else follows from what negotiation reads.
  if (preference.dynamic === true) return make();
  const { code, example } = preference;
  return engine.recall(JSON.stringify([operation.pointer, request.accept, code, example]), make);
}

async function negotiateAnswer(
  { negotiate, checks, brokenAnswers }: Engine,
  operation: Operation,
  request: NegotiatedRequest,
): Promise<Reply | Refusal> {
  const result = await negotiate(operation, request);
  if ('problem' in result) {
    const isUnacceptable = result.problem.status === 406;
    return isUnacceptable ? describeUnacceptable(operation, request.accept) : result.problem;
  }
  const violations = checkReply(result, operation, checks);
  if (violations.length === 0) return result;
  return brokenAnswers === 'report'
    ? reportViolations(result, violations)
    : { kind: 'internal', violations };
}

function isRefusal(outcome: Reply | Refusal): outcome is Refusal {
  return 'kind' in outcome;
}

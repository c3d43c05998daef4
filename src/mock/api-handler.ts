import type { Contract, Operation } from '../contract/contract.ts';
import type { ContractChecks } from '../contract/contract-checks.ts';
import { createContractChecks } from '../contract/contract-checks.ts';
import type { ParameterSource } from '../contract/decode-parameters.ts';
import { createMatcher, type Matcher } from '../contract/match-operation.ts';
import { checkReply } from './check-reply.ts';
import { describeCrash, describeMiss, describeUnacceptable } from './describe-refusal.ts';
import { findRefusal } from './find-refusal.ts';
import { isViolation, readPreference } from './preference.ts';
import { createNegotiation, type Negotiate } from './prism.ts';
import { formatProblem } from './problem-json.ts';
import type { Provider } from './provider.ts';
import type { Refusal, Reply } from './refusal.ts';
import { renderReply } from './render.ts';
import { reportViolations } from './report-violations.ts';

/** What a mock needs to know of one API; without an error format refusals are `application/problem+json`. */
export interface MockApi extends Partial<Provider> {
  readonly name: string;
  /** Base path on the server, without a trailing slash; empty for the root. */
  readonly mount: string;
  readonly contract: Contract;
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
}

/** Makes the handler of an API: match, authenticate, validate, negotiate, check the answer, render. */
export function createApiHandler(api: MockApi): ApiHandler {
  const { contract, formatError = formatProblem, ignoredHeaders = [] } = api;
  const engine: Engine = {
    match: createMatcher(contract),
    checks: createContractChecks(contract),
    negotiate: createNegotiation(contract, { dynamic: false }),
    ignoredHeaders,
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
    (await findRefusal(request, operation, source, engine.checks)) ??
    (await answer(engine, operation, source, path));
  return { operation, outcome };
}

function withoutHeaders(headers: Headers, names: readonly string[]): Headers {
  const rest = new Headers(headers);
  for (const name of names) rest.delete(name);
  return rest;
}

async function answer(
  { negotiate, checks }: Engine,
  operation: Operation,
  { headers, query }: ParameterSource,
  path: string,
): Promise<Reply | Refusal> {
  const preference = readPreference(headers, query);
  if (isViolation(preference)) return { kind: 'invalid-request', violations: [preference] };
  const accept = headers.get('accept');
  const result = await negotiate(operation, { path, accept, preference });
  if ('problem' in result) {
    return result.problem.status === 406 ? describeUnacceptable(operation, accept) : result.problem;
  }
  const violations = checkReply(result, operation, checks);
  return violations.length === 0 ? result : { kind: 'internal', violations };
}

function isRefusal(outcome: Reply | Refusal): outcome is Refusal {
  return 'kind' in outcome;
}

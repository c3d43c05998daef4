import type { Contract, Operation } from '../contract/contract.ts';
import type { ContractChecks } from '../contract/contract-checks.ts';
import { createContractChecks } from '../contract/contract-checks.ts';
import { createMatcher, type Matcher } from '../contract/match-operation.ts';
import { checkReply } from './check-reply.ts';
import { findRefusal } from './find-refusal.ts';
import { isViolation, readPreference } from './preference.ts';
import { createNegotiation, type Negotiate } from './prism.ts';
import { formatProblem } from './problem-json.ts';
import type { FormatError, Refusal, Reply } from './refusal.ts';
import { renderReply } from './render.ts';
import { reportViolations } from './report-violations.ts';

/** What a mock needs to know of one API. */
export interface MockApi {
  readonly name: string;
  /** Base path on the server, without a trailing slash; empty for the root. */
  readonly mount: string;
  readonly contract: Contract;
  /** How the provider words a refusal; `application/problem+json` by default. */
  readonly formatError?: FormatError;
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
}

/** Makes the handler of an API: match, authenticate, validate, negotiate, check the answer, render. */
export function createApiHandler(api: MockApi): ApiHandler {
  const { contract, formatError = formatProblem } = api;
  const engine: Engine = {
    match: createMatcher(contract),
    checks: createContractChecks(contract),
    negotiate: createNegotiation(contract, { dynamic: false }),
  };
  return async (request, path) => {
    const { operation, outcome } = await decide(engine, request, path);
    const { method, headers } = request;
    const reply = isRefusal(outcome)
      ? reportViolations(
          formatError(outcome, { method, path, headers, operation }),
          outcome.violations,
        )
      : outcome;
    return renderReply(reply, contract, operation, engine.checks.resolve);
  };
}

async function decide(engine: Engine, request: Request, path: string): Promise<Decision> {
  const matched = engine.match(request.method, path);
  if (matched.kind === 'unknown-path') return miss(matched.kind, path, 'a path of the contract');
  if (matched.kind === 'unknown-method') {
    const refused = miss(matched.kind, request.method, matched.allowed.join(' or '));
    return { ...refused, outcome: { ...refused.outcome, allowed: matched.allowed } };
  }
  const { operation, pathValues } = matched;
  const query = new URL(request.url).searchParams;
  const source = { path: pathValues, query, headers: request.headers };
  const outcome =
    (await findRefusal(request, operation, source, engine.checks)) ??
    (await answer(engine, operation, request, path));
  return { operation, outcome };
}

function miss(kind: Refusal['kind'], found: string, expected: string) {
  const violation = { in: 'path' as const, pointer: '', keyword: kind, expected, found };
  return { operation: undefined, outcome: { kind, violations: [violation] } };
}

async function answer(
  { negotiate, checks }: Engine,
  operation: Operation,
  request: Request,
  path: string,
): Promise<Reply | Refusal> {
  const { headers, url } = request;
  const preference = readPreference(headers, new URL(url).searchParams);
  if (isViolation(preference)) return { kind: 'invalid-request', violations: [preference] };
  const result = await negotiate(operation, { path, accept: headers.get('accept'), preference });
  if ('problem' in result) return result.problem;
  const violations = checkReply(result, operation, checks);
  return violations.length === 0 ? result : { kind: 'internal', violations };
}

function isRefusal(outcome: Reply | Refusal): outcome is Refusal {
  return 'kind' in outcome;
}

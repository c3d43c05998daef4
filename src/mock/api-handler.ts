import type { Contract, Operation } from '../contract/contract.ts';
import type { ContractChecks } from '../contract/contract-checks.ts';
import { createContractChecks } from '../contract/contract-checks.ts';
import type { ParameterSource } from '../contract/decode-parameters.ts';
import { withoutFields } from '../contract/header-reader.ts';
import { createMatcher, type Matcher, type PathValues } from '../contract/match-operation.ts';
import type { Violation } from '../contract/violation.ts';
import { checkReply } from './check-reply.ts';
import { describeCrash, describeMiss, describeUnacceptable } from './describe-refusal.ts';
import { findRefusal } from './find-refusal.ts';
import { createLeniency } from './leniency.ts';
import { isViolation, readPreference } from './preference.ts';
import { createNegotiation, type Negotiate, type NegotiatedRequest } from './prism.ts';
import { formatProblem } from './problem-json.ts';
import type { Provider } from './provider.ts';
import { DEFAULT_BODY_LIMIT } from './read-bytes.ts';
import type { Refusal, Reply } from './refusal.ts';
import { createMemory, type Recall } from './remember.ts';
import { renderReply } from './render.ts';
import { reportViolations } from './report-violations.ts';
import type { WireRequest, WireResponse } from './wire.ts';

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
export type ApiHandler = (request: WireRequest, path: string) => Promise<Answer>;

/** Answer, and what a log may tell of it. */
export interface Answer {
  readonly response: WireResponse;
  /** Absent where none was matched. */
  readonly operation?: Operation | undefined;
  readonly pathValues?: PathValues | undefined;
  readonly violations: readonly Violation[];
}

interface Engine {
  readonly contract: Contract;
  readonly match: Matcher;
  readonly checks: ContractChecks;
  readonly negotiate: Negotiate;
  readonly recall: Recall<Reply | Refusal>;
  readonly provider: Provider;
  readonly bodyLimit: number;
  readonly brokenAnswers: 'refuse' | 'report';
}

/** Operation that a request is meant for, with what its parameters are read from. */
interface Matched {
  readonly operation: Operation;
  readonly source: ParameterSource;
}

/** Answers that one API keeps at most; few callers ask for more different ones. */
const MEMORY_LIMIT = 1000;

/** What parameters are read from where there is no query. */
const NO_QUERY = new URLSearchParams();

/** Makes the handler of an API: match, authenticate, validate, negotiate, check the answer, render. */
export function createApiHandler(
  api: MockApi,
  bodyLimit = DEFAULT_BODY_LIMIT,
  logError: (error: unknown) => void = console.error,
): ApiHandler {
  const { contract, formatError = formatProblem } = api;
  const { ignoredHeaders = [], brokenAnswers = 'refuse' } = api;
  const engine: Engine = {
    contract,
    match: createMatcher(contract),
    checks: createContractChecks(
      contract,
      brokenAnswers === 'report' ? createLeniency(contract) : {},
    ),
    negotiate: createNegotiation(contract),
    recall: createMemory(MEMORY_LIMIT),
    provider: { formatError, ignoredHeaders },
    bodyLimit,
    brokenAnswers,
  };
  return async (request, path) => {
    const found = engine.match(request.method, path);
    if (found.kind !== 'operation') {
      return respond(engine, describeMiss(found, request.method, path), request, path, undefined);
    }
    const { operation, pathValues } = found;
    const matched = { operation, source: readSource(engine, request, pathValues) };
    const outcome = await decide(engine, request, path, matched).catch((error: unknown) => {
      logError(error);
      return describeCrash(error);
    });
    return respond(engine, outcome, request, path, matched);
  };
}

function readSource(
  { provider }: Engine,
  { query, headers }: WireRequest,
  path: PathValues,
): ParameterSource {
  return {
    path,
    query: query === '' ? NO_QUERY : new URLSearchParams(query),
    headers: withoutFields(headers, provider.ignoredHeaders ?? []),
  };
}

async function decide(
  engine: Engine,
  request: WireRequest,
  path: string,
  { operation, source }: Matched,
): Promise<Reply | Refusal> {
  const refusal = await findRefusal(request, operation, source, engine.checks, engine.bodyLimit);
  return refusal ?? answer(engine, operation, source, path);
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
    ? { ...reportViolations(result, violations), violations }
    : { kind: 'internal', violations };
}

/** Words what was decided and writes it. */
function respond(
  { contract, checks, provider }: Engine,
  outcome: Reply | Refusal,
  { method, headers }: WireRequest,
  path: string,
  matched: Matched | undefined,
): Answer {
  const operation = matched?.operation;
  const { violations = [] } = outcome;
  const reply = isRefusal(outcome)
    ? reportViolations(
        provider.formatError(outcome, { method, path, headers, operation }),
        violations,
      )
    : outcome;
  const response = renderReply(reply, contract, operation, checks.resolve);
  return { response, operation, pathValues: matched?.source.path, violations };
}

function isRefusal(outcome: Reply | Refusal): outcome is Refusal {
  return 'kind' in outcome;
}

import type { Contract, Operation } from '../contract/contract.ts';
import type { ContractChecks } from '../contract/contract-checks.ts';
import { createContractChecks } from '../contract/contract-checks.ts';
import type { ParameterSource } from '../contract/decode-parameters.ts';
import { withoutFields } from '../contract/header-reader.ts';
import { createMatcher, type Matcher, type PathValues } from '../contract/match-operation.ts';
import type { Violation } from '../contract/violation.ts';
import { type AnswerSettings, completePreference } from './answer-settings.ts';
import { checkReply } from './check-reply.ts';
import { describeCrash, describeMiss, describeUnacceptable } from './describe-refusal.ts';
import { andThen, attempt, type Eventual } from './eventual.ts';
import { findRefusal } from './find-refusal.ts';
import { createLeniency } from './leniency.ts';
import { negotiateValid } from './negotiate-valid.ts';
import { isViolation, readPreference } from './preference.ts';
import { createNegotiation, type Negotiate, type NegotiatedRequest } from './prism.ts';
import { diagnose } from './prism-diagnostic.ts';
import { createPrismFormat, warnOfDeprecated } from './prism-refusal.ts';
import type { Provider } from './provider.ts';
import { DEFAULT_BODY_LIMIT } from './read-bytes.ts';
import type { Refusal, Reply } from './refusal.ts';
import { createMemory, type Recall } from './remember.ts';
import { renderReply } from './render.ts';
import { reportDiagnostics } from './report-diagnostics.ts';
import { reportViolations } from './report-violations.ts';
import type { WireRequest, WireResponse } from './wire.ts';

/** What a mock needs to know of one API; without an error format it refuses and reports as Prism does. */
export interface MockApi extends Partial<Provider> {
  readonly name: string;
  /** Base path on the server, without a trailing slash; empty for the root. */
  readonly mount: string;
  readonly contract: Contract;
  /**
   * What becomes of an answer that breaks the contract: an internal error in its place, or the answer itself
   * with the violations in `X-Mock-Violations`, and in `sl-violations` where there is no error format. Refused by
   * default.
   */
  readonly brokenAnswers?: 'refuse' | 'report';
  /** How answers are made where a request does not say it; documented examples by default. */
  readonly answers?: AnswerSettings;
}

/** Answers a request for one API; `path` is the part below its base path. */
export type ApiHandler = (request: WireRequest, path: string) => Eventual<Answer>;

/** Answer, and what a log may tell of it. */
export interface Answer {
  readonly response: WireResponse;
  /** Absent where the server itself answers. */
  readonly api?: MockApi | undefined;
  /** Absent where none was matched. */
  readonly operation?: Operation | undefined;
  readonly pathValues?: PathValues | undefined;
  readonly violations: readonly Violation[];
}

interface Engine {
  readonly api: MockApi;
  readonly match: Matcher;
  readonly checks: ContractChecks;
  readonly negotiate: Negotiate;
  readonly recall: Recall<Reply | Refusal>;
  readonly provider: Provider;
  readonly bodyLimit: number;
  readonly brokenAnswers: 'refuse' | 'report';
  readonly answers: AnswerSettings;
  /** Whether nothing is known of the provider, so that the mock speaks as Prism does. */
  readonly isForeign: boolean;
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
  const { contract, ignoredHeaders = [], brokenAnswers = 'refuse', answers = {} } = api;
  const negotiate = createNegotiation(contract, answers);
  const checks = createContractChecks(
    contract,
    brokenAnswers === 'report' ? createLeniency(contract) : {},
  );
  const isForeign = api.formatError === undefined;
  const judge = (reply: Reply, operation: Operation) =>
    judgeAnswer({ brokenAnswers, isForeign }, reply, checkReply(reply, operation, checks));
  const { formatError = createPrismFormat(negotiate, answers, judge) } = api;
  const engine: Engine = {
    api,
    match: createMatcher(contract),
    checks,
    negotiate,
    recall: createMemory(MEMORY_LIMIT),
    provider: { formatError, ignoredHeaders },
    bodyLimit,
    brokenAnswers,
    answers,
    isForeign,
  };
  const crash = (error: unknown) => {
    logError(error);
    return describeCrash(error);
  };
  return (request, path) => {
    const found = engine.match(request.method, path);
    if (found.kind !== 'operation') {
      return respond(engine, describeMiss(found, request.method, path), request, path, undefined);
    }
    const { operation, pathValues } = found;
    const matched = { operation, source: readSource(engine, request, pathValues) };
    const decision = attempt(() => decide(engine, request, path, matched), crash);
    return andThen(decision, (outcome) => respond(engine, outcome, request, path, matched));
  };
}

function readSource(
  { provider }: Engine,
  { query, headers }: WireRequest,
  path: PathValues,
): ParameterSource {
  return {
    path,
    query: readQuery(query),
    headers: withoutFields(headers, provider.ignoredHeaders ?? []),
  };
}

function readQuery(query: string): URLSearchParams {
  return query === '' ? NO_QUERY : new URLSearchParams(query);
}

function decide(
  engine: Engine,
  request: WireRequest,
  path: string,
  { operation, source }: Matched,
): Eventual<Reply | Refusal> {
  const refusal = findRefusal(request, operation, source, engine.checks, engine.bodyLimit);
  return andThen(refusal, (found) => found ?? answer(engine, operation, source, request, path));
}

function answer(
  engine: Engine,
  operation: Operation,
  source: ParameterSource,
  { method }: WireRequest,
  path: string,
): Reply | Refusal {
  const { headers, query } = source;
  const read = readPreference(headers, query);
  if (isViolation(read)) return { kind: 'invalid-request', violations: [read] };
  const preference = completePreference(read, engine.answers, { method, path, query });
  const request = { accept: headers.get('accept'), preference };
  const key = keyOf(operation, request);
  const outcome = engine.recall(key, () => negotiateAnswer(engine, operation, request));
  if (!engine.isForeign || isRefusal(outcome)) return outcome;
  return reportDiagnostics(outcome, warnOfDeprecated(operation, source), 'request');
}

/** All that negotiation reads; random data follows from its seed, and there is no other seed. */
function keyOf({ pointer }: Operation, { accept, preference }: NegotiatedRequest): string {
  const { code, example, dynamic, seed } = preference;
  const accepted = accept === null ? '' : `=${accept}`;
  // No header field holds a line break; a name that was sent in the query may, so that its length stands before it.
  return `${pointer}\n${accepted}\n${code}\n${dynamic}\n${example?.length}\n${example}\n${seed}`;
}

function negotiateAnswer(
  engine: Engine,
  operation: Operation,
  request: NegotiatedRequest,
): Reply | Refusal {
  const { negotiate, checks } = engine;
  const check = (reply: Reply) => checkReply(reply, operation, checks);
  const { result, violations } = negotiateValid(negotiate, check, operation, request);
  if ('problem' in result) {
    const isUnacceptable = result.problem.status === 406;
    return isUnacceptable ? describeUnacceptable(operation, request.accept) : result.problem;
  }
  return judgeAnswer(engine, result, violations);
}

/** What becomes of an answer: itself, itself with a report of what is wrong with it, or a refusal in its place. */
function judgeAnswer(
  { brokenAnswers, isForeign }: Pick<Engine, 'brokenAnswers' | 'isForeign'>,
  reply: Reply,
  violations: readonly Violation[],
): Reply | Refusal {
  if (violations.length === 0) return reply;
  if (brokenAnswers === 'refuse') return { kind: 'internal', violations };
  const reported = { ...reportViolations(reply, violations), violations };
  return isForeign
    ? reportDiagnostics(reported, diagnose(violations, 'response'), 'response')
    : reported;
}

/** Words what was decided and writes it. */
function respond(
  { api, checks, provider }: Engine,
  outcome: Reply | Refusal,
  { method, headers, query }: WireRequest,
  path: string,
  matched: Matched | undefined,
): Answer {
  const operation = matched?.operation;
  const { violations = [] } = outcome;
  const reply = isRefusal(outcome)
    ? reportViolations(
        provider.formatError(outcome, {
          method,
          path,
          query: readQuery(query),
          headers,
          operation,
        }),
        violations,
      )
    : outcome;
  const response = renderReply(reply, api.contract, operation, checks.resolve);
  return { response, api, operation, pathValues: matched?.source.path, violations };
}

function isRefusal(outcome: Reply | Refusal): outcome is Refusal {
  return 'kind' in outcome;
}

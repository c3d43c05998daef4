import type { Contract, Operation } from '../contract/contract.ts';
import type { ContractChecks } from '../contract/contract-checks.ts';
import { createContractChecks } from '../contract/contract-checks.ts';
import type { ParameterSource } from '../contract/decode-parameters.ts';
import { withoutFields } from '../contract/header-reader.ts';
import {
  createMatcher,
  type Match,
  type Matcher,
  type PathValues,
} from '../contract/match-operation.ts';
import type { Violation } from '../contract/violation.ts';
import { findMissingCredentials, readAccepted } from './accept-request.ts';
import { type AnswerSettings, completePreference } from './answer-settings.ts';
import { type Act, performPage, prepareAct, type Scene } from './behave.ts';
import type { BehaviourSettings } from './behaviour.ts';
import { checkReply } from './check-reply.ts';
import { describeCrash, describeMiss, describeUnacceptable } from './describe-refusal.ts';
import { andThen, attempt, type Eventual } from './eventual.ts';
import { createLeniency } from './leniency.ts';
import { negotiateValid } from './negotiate-valid.ts';
import { createPageIndex, type FindPage } from './page-index.ts';
import { pathBelow } from './path-below.ts';
import { isViolation, NO_PREFERENCE, type Preference, readPreference } from './preference.ts';
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
import type { RoutedRequest } from './routed-request.ts';
import type { WireResponse } from './wire.ts';

/** What a mock needs to know of one API; without an error format it refuses and reports as Prism does. */
export interface MockApi extends Partial<Provider> {
  readonly name: string;
  /** Base path on the server, without a trailing slash; empty for the root. */
  readonly mount: string;
  /** Path of the provider's host on the server, at which `mount` begins; the same unless given. */
  readonly site?: string;
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

/** Answers a request for one API. */
export type ApiHandler = (request: RoutedRequest) => Eventual<Answer>;

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
  readonly settings: BehaviourSettings;
  readonly findPage: FindPage;
}

/** What an engine is told of the server that it serves. */
export interface EngineOptions {
  readonly bodyLimit?: number | undefined;
  readonly logError?: ((error: unknown) => void) | undefined;
  readonly settings?: BehaviourSettings | undefined;
}

/** Operation that a request is meant for, with what its parameters are read from. */
interface Matched {
  readonly operation: Operation;
  /** Path below the base path of the API. */
  readonly path: string;
  readonly source: ParameterSource;
}

/** Answers that one API keeps at most; few callers ask for more different ones. */
const MEMORY_LIMIT = 1000;

/** Everything exists, and any credentials are good. */
const OPEN: BehaviourSettings = {
  closedWorld: false,
  strictAuth: false,
  credentials: new Set(),
};

/** What parameters are read from where there is no query. */
const NO_QUERY = new URLSearchParams();

/** Makes the handler of an API: match, authenticate, validate, act or negotiate, check the answer, render. */
export function createApiHandler(
  api: MockApi,
  { bodyLimit, logError = console.error, settings = OPEN }: EngineOptions = {},
): ApiHandler {
  const { contract, ignoredHeaders = [], brokenAnswers = 'refuse', answers = {}, behaviour } = api;
  const negotiate = createNegotiation(contract, answers);
  const checks = createContractChecks(
    contract,
    brokenAnswers === 'report' ? createLeniency(contract) : {},
  );
  const isForeign = api.formatError === undefined;
  const judgeBroken = (reply: Reply, operation: Operation) =>
    judgeAnswer({ brokenAnswers, isForeign }, reply, checkReply(reply, operation, checks));
  const { formatError = createPrismFormat(negotiate, answers, judgeBroken) } = api;
  const engine: Engine = {
    api,
    match: createMatcher(contract),
    checks,
    negotiate,
    recall: createMemory(MEMORY_LIMIT),
    provider: { formatError, ignoredHeaders },
    bodyLimit: bodyLimit ?? DEFAULT_BODY_LIMIT,
    brokenAnswers,
    answers,
    isForeign,
    settings,
    findPage: createPageIndex(behaviour?.pages ?? []),
  };
  const crash = (error: unknown) => {
    logError(error);
    return describeCrash(error);
  };
  return (request) => {
    // No operation has the empty path, which stands for one outside of the API.
    const path = pathBelow(request.path, api.mount) ?? '';
    const found = engine.match(request.method, path);
    if (found.kind !== 'operation') {
      const decision = attempt(() => visitPage(engine, request, found), crash);
      return andThen(decision, (outcome) => respond(engine, outcome, request, undefined));
    }
    const { operation, pathValues } = found;
    const matched = { operation, path, source: readSource(engine, request, pathValues) };
    const decision = attempt(() => decide(engine, request, matched), crash);
    return andThen(decision, (outcome) => respond(engine, outcome, request, matched));
  };
}

function readSource(
  { provider }: Engine,
  { query, headers }: RoutedRequest,
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

/** Answers a path that the contract does not know: by a page of the provider's host, or with a refusal. */
function visitPage(
  engine: Engine,
  request: RoutedRequest,
  missed: Exclude<Match, { kind: 'operation' }>,
): Reply | Refusal {
  const { api, provider } = engine;
  const { method, headers } = request;
  const path = pathOnSite(api, request.path);
  const found = engine.findPage(method, path);
  const scene = sceneOf(engine, request);
  if (found === undefined || scene === undefined) return describeMiss(missed, method, path);
  const visited = {
    method,
    path,
    query: readQuery(request.query),
    headers: withoutFields(headers, provider.ignoredHeaders ?? []),
  };
  return performPage(scene, found.page, found.values, visited);
}

function decide(
  engine: Engine,
  request: RoutedRequest,
  matched: Matched,
): Eventual<Reply | Refusal> {
  const { operation, source } = matched;
  const { checks, bodyLimit } = engine;
  const missing = findMissingCredentials(operation, source);
  if (missing !== undefined) return missing;
  const read = readPreference(source.headers, source.query);
  const act = read === NO_PREFERENCE ? prepare(engine, request, matched) : undefined;
  const identified = act?.identify();
  if (identified !== undefined && 'reply' in identified) {
    return judge(engine, identified.reply, operation);
  }
  const accepted = readAccepted(request, operation, source, checks, bodyLimit);
  return andThen(accepted, (body) => {
    if ('kind' in body) return body;
    if (act === undefined) return answer(engine, request, matched, read);
    const unacceptable = findUnacceptable(engine, request, matched);
    if (unacceptable !== undefined) return unacceptable;
    return act.perform(identified?.caller, body.value, (reply) => judge(engine, reply, operation));
  });
}

/** Refuses what no media type of the contract fits, before anything is changed. */
function findUnacceptable(
  engine: Engine,
  request: RoutedRequest,
  matched: Matched,
): Reply | Refusal | undefined {
  const accept = matched.source.headers.get('accept');
  if (accept === null || accept === '*/*') return undefined;
  const outcome = answer(engine, request, matched, NO_PREFERENCE);
  return isRefusal(outcome) && outcome.kind === 'not-acceptable' ? outcome : undefined;
}

/** The behaviour of an operation in the sandbox that a request is for. */
function prepare(
  engine: Engine,
  request: RoutedRequest,
  { operation, source, path }: Matched,
): Act | undefined {
  const scene = sceneOf(engine, request);
  return scene && prepareAct(scene, operation, source, engine.checks, request, path);
}

function sceneOf({ api, settings }: Engine, { sandbox, base }: RoutedRequest): Scene | undefined {
  const { name, contract, behaviour, site = api.mount } = api;
  if (behaviour === undefined) return undefined;
  return {
    api: { name, contract, behaviour },
    sandbox,
    seed: 'default',
    settings,
    base: base + site,
  };
}

function judge(engine: Engine, reply: Reply, operation: Operation): Reply | Refusal {
  return judgeAnswer(engine, reply, checkReply(reply, operation, engine.checks));
}

function answer(
  engine: Engine,
  { method }: RoutedRequest,
  { operation, source, path }: Matched,
  read: Preference | Violation,
): Reply | Refusal {
  if (isViolation(read)) return { kind: 'invalid-request', violations: [read] };
  const { headers, query } = source;
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
  { method, headers, query, path }: RoutedRequest,
  matched: Matched | undefined,
): Answer {
  const operation = matched?.operation;
  const { violations = [] } = outcome;
  const reply = isRefusal(outcome)
    ? reportViolations(
        provider.formatError(outcome, {
          method,
          path: matched?.path ?? pathOnSite(api, path),
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

/** Path as the provider's API or else its host knows it. */
function pathOnSite({ mount, site = mount }: MockApi, path: string): string {
  return pathBelow(path, mount) ?? pathBelow(path, site) ?? path;
}

function isRefusal(outcome: Reply | Refusal): outcome is Refusal {
  return 'kind' in outcome;
}

import type { ParameterSource } from '../contract/decode-parameters.ts';
import { withoutFields } from '../contract/header-reader.ts';
import type { Match, PathValues } from '../contract/match-operation.ts';
import { findMissingCredentials, readAccepted } from './accept-request.ts';
import { type Act, performPage, prepareAct, type Scene } from './behave.ts';
import { checkReply } from './check-reply.ts';
import { describeCrash, describeMiss } from './describe-refusal.ts';
import { endure } from './endure.ts';
import { createEngine, type Engine, type EngineOptions, type MockApi } from './engine.ts';
import { andThen, attempt, type Eventual } from './eventual.ts';
import { drawStrike } from './fault.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { Matched } from './matched.ts';
import { findUnacceptable, negotiateAnswer } from './negotiate-answer.ts';
import { pathBelow } from './path-below.ts';
import { isViolation, NO_PREFERENCE, readPreference } from './preference.ts';
import { readQuery } from './read-query.ts';
import type { Refusal, Reply } from './refusal.ts';
import { type Answer, pathOnSite, respond } from './respond.ts';
import type { RoutedRequest } from './routed-request.ts';
import { chooseScenario, findScenarioRefusal } from './scenarios/choose-scenario.ts';
import type { Scenario } from './scenarios/scenario.ts';

/** Answers a request for one API. */
export type ApiHandler = (request: RoutedRequest) => Eventual<Answer>;

/** What a fault of the sandbox puts in the place of an answer. */
const STRUCK: Refusal = {
  kind: 'internal',
  violations: [
    { in: 'status', pointer: '', keyword: 'fault', expected: 'an answer', found: 'a fault' },
  ],
};

/** Makes the handler of an API: match, authenticate, validate, act or negotiate, check the answer, render. */
export function createApiHandler(api: MockApi, options: EngineOptions = {}): ApiHandler {
  const { logError = console.error } = options;
  const engine = createEngine(api, options);
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
    const scenario = chooseScenario(engine.scenarios, request);
    if (isViolation(scenario)) {
      const refusal = { kind: 'invalid-request', violations: [scenario] } as const;
      return respond(engine, refusal, request, matched);
    }
    const { faults, random, wait } = request.sandbox;
    const all = scenario.faults.length === 0 ? faults : [...faults, ...scenario.faults];
    const strike = all.length === 0 ? undefined : drawStrike(all, api.name, operation.id, random);
    return endure(strike, wait, (isStruck) => {
      const act = () => (isStruck ? STRUCK : decide(engine, request, matched, scenario));
      return andThen(attempt(act, crash), (outcome) => respond(engine, outcome, request, matched));
    });
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
  const scenario = chooseScenario(engine.scenarios, request);
  if (isViolation(scenario)) return { kind: 'invalid-request', violations: [scenario] };
  const scene = sceneOf(engine, request, scenario);
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
  scenario: Scenario,
): Eventual<Reply | Refusal> {
  const { operation, source } = matched;
  const { checks, bodyLimit } = engine;
  const missing = findMissingCredentials(operation, source);
  if (missing !== undefined) return missing;
  const asked = readPreference(source.headers, source.query);
  const isFree = asked === NO_PREFERENCE;
  const reason = isFree ? findScenarioRefusal(scenario, operation) : undefined;
  if (reason !== undefined) return { kind: reason, violations: [] };
  const read = isFree ? (scenario.answers.get(operation.id) ?? asked) : asked;
  const act = read === NO_PREFERENCE ? prepare(engine, request, matched, scenario) : undefined;
  const judge = (reply: Reply) => judgeAnswer(engine, reply, checkReply(reply, operation, checks));
  const identified = act?.identify();
  if (identified !== undefined && 'reply' in identified) {
    return judge(identified.reply);
  }
  const accepted = readAccepted(request, operation, source, checks, bodyLimit);
  return andThen(accepted, (asked) => {
    if ('kind' in asked) return asked;
    if (act === undefined) return negotiateAnswer(engine, request.method, matched, read);
    const unacceptable = findUnacceptable(engine, request.method, matched);
    if (unacceptable !== undefined) return unacceptable;
    return act.perform(identified?.caller, asked, judge);
  });
}

/** The behaviour of an operation in the sandbox that a request is for. */
function prepare(
  engine: Engine,
  request: RoutedRequest,
  { operation, source, path }: Matched,
  scenario: Scenario,
): Act | undefined {
  const scene = sceneOf(engine, request, scenario);
  return scene && prepareAct(scene, operation, source, request, path);
}

function sceneOf(
  { inhabitant, settings, sendWebhook, siteUrl }: Engine,
  { sandbox, base }: RoutedRequest,
  { seed }: Scenario,
): Scene | undefined {
  if (inhabitant === undefined) return undefined;
  return {
    api: inhabitant,
    sandbox,
    seed,
    settings,
    base: siteUrl(base),
    deliver: sandbox.webhook && ((describe) => sendWebhook?.(describe, inhabitant, sandbox)),
  };
}

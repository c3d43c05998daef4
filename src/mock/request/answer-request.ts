import type { Match, MatchedOperation } from '../../contract/match/match-operation.ts';
import { type HeaderReader, withoutFields } from '../../contract/model/header-reader.ts';
import type { Violation } from '../../contract/model/violation.ts';
import { checkCredentials } from '../../contract/validate/check-credentials.ts';
import type { Answer } from '../answer/answer.ts';
import { refuseFlawed } from '../answer/refuse-flawed.ts';
import type { RenderedReply } from '../answer/render-reply.ts';
import { isError, reportWarnings } from '../answer/report-warnings.ts';
import type { ApiRequest, Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import type { HttpRequest } from '../http/message.ts';
import { pathBelow } from '../http/path-below.ts';
import {
  isViolation,
  NO_PREFERENCE,
  type Preference,
  readPreference,
} from '../prism/preference.ts';
import { type AppliedFault, drawFault, loseResponse } from '../scenarios/apply-fault.ts';
import { chooseScenario, findScenarioRefusal } from '../scenarios/choose-scenario.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Sandbox } from '../state/sandbox.ts';
import { answerPage } from './answer-page.ts';
import { type Destination, openContext } from './context.ts';
import { type DecodedBody, receiveBody } from './read-body.ts';
import { refuseMalformed } from './refuse-setting.ts';
import type { ServedApi } from './served-api.ts';

type Outcome = Reply | Refusal | RenderedReply;

/** Request that waits for its answer. */
interface Asked {
  readonly served: ServedApi;
  readonly http: HttpRequest;
  readonly destination: Destination;
  readonly request: ApiRequest;
  readonly match: Match;
  /** The body, or why there is none. */
  readonly body: DecodedBody | Refusal;
  readonly preference: Preference | Violation;
}

/** What was decided on a request in its sandbox. */
interface Decision {
  readonly outcome: Outcome;
  readonly fault?: AppliedFault | undefined;
}

/** Fault that is waited for before anything is decided. */
interface Delayed {
  readonly delayed: AppliedFault;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const NO_HEADERS: HeaderReader = { get: () => null };
const UNKNOWN_PATH: Match = { kind: 'unknown-path' };

/**
 * Answers a request for one API: the whole story of a request, in twelve steps.
 *
 * Each comment says what its step does and how a request can end there. The names in quotes are kinds of `Refusal`,
 * each with the status that Prism gives it; a provider's `formatError` may choose another one.
 */
export async function answerRequest(
  served: ServedApi,
  http: HttpRequest,
  destination: Destination,
): Promise<Answer> {
  // 1. Match the operation. If there is none: a page of the provider, "unknown-path" (404) or "unknown-method" (405).
  const [match, request] = matchRequest(served, http, destination.path);

  // 2. Read what is sent, since nobody else should wait for it. What is wrong with the body counts in step 8.
  const body = await receiveBody(served, http, request);
  const preference = readPreference(request.headers, request.query);
  const asked = { served, http, destination, request, match, body, preference };

  // 3 to 10. Decide in the sandbox. An error that is thrown there is logged, and ends in "internal" (500).
  const { outcome, fault } = await decideInSandbox(asked).catch(
    (error): Decision => ({ outcome: served.crash(error) }),
  );

  // 11. Render the reply in its media type, or the refusal in the provider's error format.
  const pathValues = match.kind === 'operation' ? match.pathValues : undefined;
  const answer = served.writeAnswer(request, outcome, pathValues);
  if (fault === undefined) return answer;
  return { ...answer, response: loseResponse(answer.response, fault.outcome) };
  // 12. Record it in the journal: `routeRequest` does so, for all answers alike.
}

/** Visits the sandbox, and once more after the delay of a fault. */
async function decideInSandbox(asked: Asked): Promise<Decision> {
  const { visit } = asked.destination;
  const isLasting = !dependsOnState(asked);
  const decided = await visit((sandbox) => decide(asked, sandbox), isLasting);
  if (!('delayed' in decided)) return decided;
  const { delayed, wait } = decided;
  await wait(delayed.delay);
  const outcome = await visit((sandbox) => decideStruck(asked, sandbox, delayed), isLasting);
  return { outcome, fault: delayed };
}

/** Whether the answer depends on what was done in the sandbox before, other than by faults and scenarios. */
function dependsOnState({ served, match, request, preference }: Asked): boolean {
  if (match.kind !== 'operation') {
    return served.findPage(request.method, request.path) !== undefined;
  }
  return preference === NO_PREFERENCE && served.handlers.has(match.operation.id);
}

/** Steps 3 to 10. A visit may have to be repeated, so that nothing but the sandbox is changed. */
function decide(asked: Asked, sandbox: Sandbox): Decision | Delayed {
  const { served, destination, request, match } = asked;

  // 3. Choose the scenario. If its name is unknown: "invalid-setting" (422).
  const scenario = scenarioOf(asked, sandbox);
  if ('kind' in scenario) return { outcome: scenario };
  if (match.kind !== 'operation') {
    return { outcome: answerPage(served, destination, sandbox, request, scenario, match) };
  }

  // 4. Apply faults: a delay now, "internal" (500) instead of steps 5 to 10, or a response that gets lost.
  const faults = [...sandbox.faults, ...scenario.faults];
  if (faults.length === 0) return { outcome: decideMatched(asked, sandbox, match, scenario) };
  const fault = drawFault(faults, served.api.name, match.operation.id, sandbox.random);
  // Before anything is waited for, so that requests at the same time are not struck by the same one.
  sandbox.spendFaults(fault.struck.filter(({ times }) => times !== undefined));
  if (fault.delay > 0) return { delayed: fault, wait: sandbox.wait };
  return { outcome: decideStruck(asked, sandbox, fault), fault };
}

function scenarioOf({ served, http }: Asked, sandbox: Sandbox): Scenario | Refusal {
  const choosing = served.readsScenario ? http.headers : NO_HEADERS;
  return chooseScenario(served.scenarios, choosing, sandbox);
}

/** Decides on a request that a fault has struck. */
function decideStruck(asked: Asked, sandbox: Sandbox, fault: AppliedFault): Outcome {
  const { match } = asked;
  const scenario = scenarioOf(asked, sandbox);
  if ('kind' in scenario) return scenario;
  if (match.kind !== 'operation') return match;
  if (fault.outcome === 'error') return { kind: 'internal', cause: { type: 'fault' } };
  return decideMatched(asked, sandbox, match, scenario);
}

/** Steps 5 to 10. */
function decideMatched(
  { served, http, destination, request, body, preference: asked }: Asked,
  sandbox: Sandbox,
  { operation, pathValues }: MatchedOperation,
  scenario: Scenario,
): Outcome {
  const { checks, checkReply } = served;
  const { query, headers } = request;
  const source = { path: pathValues, query, queryText: http.query, headers };

  // 5. If the contract says nothing usable of the operation: "internal" (500), with what is wrong with it.
  if (operation.flaw !== undefined) return refuseFlawed(operation.flaw);
  // Look for credentials, without verifying them. If they are missing: "unauthenticated" (401).
  const isJudged = served.api.takesAnyScheme === true && headers.get('authorization') !== null;
  const missing = isJudged ? [] : checkCredentials(operation, source);
  if (missing.length > 0) return { kind: 'unauthenticated', violations: missing };

  // 6. Without a wish of the caller, do as the scenario says: a refusal, or one of the documented answers.
  const refusal = asked === NO_PREFERENCE ? findScenarioRefusal(scenario, operation) : undefined;
  if (refusal !== undefined) return refusal;
  const preference =
    asked === NO_PREFERENCE ? (scenario.answers.get(operation.id) ?? asked) : asked;

  // 7. If a behaviour will act, let it identify the caller. If it refuses: the provider's own reply.
  const handle = preference === NO_PREFERENCE ? served.handlers.get(operation.id) : undefined;
  const opened = handle && openContext(served, destination, sandbox, request, scenario.seed);
  const identified = opened?.identified;
  if (identified !== undefined && 'reply' in identified) {
    return checkReply(operation, identified.reply);
  }

  // 8. Validate the body: "body-too-large" (413), "unsupported-media-type" (415) or "malformed-body" (400); parameters and
  //    body: "invalid-request" (422). Mere warnings are reported with the answer.
  if ('kind' in body) return body;
  const { values, violations } = checks.readParameters(operation, source);
  const found = [...violations, ...checks.checkRequestBody(operation, body.media, body.value)];
  if (found.some(isError)) return { kind: 'invalid-request', violations: found };

  // 9. Without a behaviour, negotiate an example or random data: "not-acceptable" (406) if no media type fits,
  //    "invalid-setting" (422 or 404) if the preference is malformed or asks for what the contract does not have.
  if (opened === undefined || handle === undefined) {
    if (isViolation(preference)) return refuseMalformed(preference);
    return reportWarnings(served.negotiate(operation, request, preference), found);
  }
  const acceptsAll = ['*/*', null].includes(request.headers.get('accept'));
  const unacceptable = acceptsAll ? undefined : served.findUnacceptable(operation, request);
  if (unacceptable !== undefined) return unacceptable;

  // 10. Act in one transaction, and check and render the reply. If it breaks the contract: "internal" (500), and nothing
  //     changes.
  const call = { ...opened.context, ...values, body: body.value, caller: identified?.caller };
  const acted = opened.perform(() => {
    const reply = handle(call);
    return 'kind' in reply ? reply : checkReply(operation, reply);
  });
  return found.length === 0 ? acted : reportWarnings(acted, found);
}

/** Finds the operation, and gives the request as the API sees it. */
export function matchRequest(
  { api, match, ignoredHeaders, reading }: ServedApi,
  http: HttpRequest,
  sentPath: string,
): [Match, ApiRequest] {
  const { method } = http;
  const path = api.splitsDecodedPath === true ? sentPath.replaceAll(/%2f/gi, '/') : sentPath;
  const below = pathBelow(path, api.mount);
  const sent = {
    query: new URLSearchParams(http.query),
    headers: withoutFields(http.headers, ignoredHeaders),
  };
  // No operation has an empty path, so that it can stand for a path outside of the API.
  const isUnknown = api.hasNoHead === true && method === 'HEAD';
  const found = isUnknown ? UNKNOWN_PATH : match(method, below ?? '', sent);
  const operation = found.kind === 'operation' ? found.operation : undefined;
  const request = {
    method,
    path: below ?? pathBelow(path, api.site ?? api.mount) ?? path,
    headers: sent.headers,
    query: reading.query?.(http.query, operation) ?? sent.query,
    operation,
  };
  return [found, request];
}

import type { Match, MatchedOperation } from '../../contract/match/match-operation.ts';
import { type HeaderReader, withoutFields } from '../../contract/model/header-reader.ts';
import { checkCredentials } from '../../contract/validate/check-credentials.ts';
import type { Answer } from '../answer/answer.ts';
import { refuseFlawed } from '../answer/refuse-flawed.ts';
import type { RenderedReply } from '../answer/render-reply.ts';
import { isError, reportWarnings } from '../answer/report-warnings.ts';
import type { ApiRequest, Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import type { HttpRequest } from '../http/message.ts';
import { pathBelow } from '../http/path-below.ts';
import { isViolation, NO_PREFERENCE, readPreference } from '../prism/preference.ts';
import { drawFault, loseResponse } from '../scenarios/apply-fault.ts';
import { chooseScenario, findScenarioRefusal } from '../scenarios/choose-scenario.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { answerPage } from './answer-page.ts';
import { type Destination, openContext } from './context.ts';
import { readBody } from './read-body.ts';
import { refuseMalformed } from './refuse-setting.ts';
import type { ServedApi } from './served-api.ts';

type Outcome = Reply | Refusal | RenderedReply;

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
  const { api, crash, writeAnswer } = served;
  const { sandbox } = destination;

  // 1. Match the operation. If there is none: a page of the provider, "unknown-path" (404) or "unknown-method" (405).
  const [match, request] = matchRequest(served, http, destination.path);

  // 2. Choose the scenario. If its name is unknown: "invalid-setting" (422).
  const choosing = served.readsScenario ? http.headers : NO_HEADERS;
  const scenario = chooseScenario(served.scenarios, choosing, sandbox);
  if ('kind' in scenario) return writeAnswer(request, scenario);
  if (match.kind !== 'operation') {
    const outcome = await answerPage(served, destination, request, scenario, match).catch(crash);
    return writeAnswer(request, outcome);
  }

  // 3. Apply faults: a delay now, "internal" (500) instead of steps 4 to 10, or a response that gets lost.
  const faults = [...sandbox.faults, ...scenario.faults];
  const fault =
    faults.length === 0
      ? undefined
      : drawFault(faults, api.name, match.operation.id, sandbox.random);
  // Before anything is waited for, so that requests at the same time are not struck by the same one.
  sandbox.spendFaults(fault?.struck.filter(({ times }) => times !== undefined) ?? []);
  if (fault !== undefined && fault.delay > 0) await sandbox.wait(fault.delay);
  const outcome: Outcome =
    fault?.outcome === 'error'
      ? { kind: 'internal', cause: { type: 'fault' } }
      : await decide(served, http, destination, request, match, scenario).catch(crash);

  // 11. Render the reply in its media type, or the refusal in the provider's error format.
  const answer = writeAnswer(request, outcome, match.pathValues);
  if (fault === undefined) return answer;
  return { ...answer, response: loseResponse(answer.response, fault.outcome) };
  // 12. Record it in the journal: `routeRequest` does so, for all answers alike.
}

/** Steps 4 to 10. An error that is thrown here is logged, and ends in "internal" (500). */
async function decide(
  served: ServedApi,
  http: HttpRequest,
  destination: Destination,
  request: ApiRequest,
  { operation, pathValues }: MatchedOperation,
  scenario: Scenario,
): Promise<Outcome> {
  const { checks, checkReply } = served;
  const { query, headers } = request;
  const source = { path: pathValues, query, queryText: http.query, headers };

  // 4. If the contract says nothing usable of the operation: "internal" (500), with what is wrong with it.
  if (operation.flaw !== undefined) return refuseFlawed(operation.flaw);
  // Look for credentials, without verifying them. If they are missing: "unauthenticated" (401).
  const isJudged = served.api.takesAnyScheme === true && headers.get('authorization') !== null;
  const missing = isJudged ? [] : checkCredentials(operation, source);
  if (missing.length > 0) return { kind: 'unauthenticated', violations: missing };

  // 5. Read what the caller prefers, or else what the scenario says: a refusal, or one of the documented answers.
  const asked = readPreference(request.headers, request.query);
  const refusal = asked === NO_PREFERENCE ? findScenarioRefusal(scenario, operation) : undefined;
  if (refusal !== undefined) return refusal;
  const preference =
    asked === NO_PREFERENCE ? (scenario.answers.get(operation.id) ?? asked) : asked;

  // 6. If a behaviour will act, let it identify the caller. If it refuses: the provider's own reply.
  const handle = preference === NO_PREFERENCE ? served.handlers.get(operation.id) : undefined;
  const opened = handle && openContext(served, destination, request, scenario.seed);
  const identified = opened?.identified;
  if (identified !== undefined && 'reply' in identified) {
    return checkReply(operation, identified.reply);
  }

  // 7. Read the body: "body-too-large" (413), "unsupported-media-type" (415) or "malformed-body" (400).
  const body = await readBody(http, request.headers, operation, served);
  if ('kind' in body) return body;

  // 8. Validate parameters and body: "invalid-request" (422). Mere warnings are reported with the answer.
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

import type { Match } from '../../contract/match/match-operation.ts';
import type { Operation, PathValues } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { withoutFields } from '../../contract/model/header-reader.ts';
import { checkCredentials } from '../../contract/validate/check-credentials.ts';
import type { Answer } from '../answer/answer.ts';
import type { ApiRequest, Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import type { HttpRequest } from '../http/message.ts';
import { pathBelow } from '../http/path-below.ts';
import { isViolation, NO_PREFERENCE, readPreference } from '../prism/preference.ts';
import { drawFault, loseResponse } from '../scenarios/apply-fault.ts';
import { chooseScenario, findScenarioRefusal } from '../scenarios/choose-scenario.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { type Destination, openContext } from './context.ts';
import { readBody } from './read-body.ts';
import type { ServedApi } from './served-api.ts';

type Outcome = Reply | Refusal;

/** Answers a request for one API. Each step either goes on or has the outcome that its comment names. */
export async function answerRequest(
  served: ServedApi,
  http: HttpRequest,
  destination: Destination,
): Promise<Answer> {
  const { api, scenarios, crash } = served;
  const { sandbox } = destination;

  // 1. Match the operation. None: a page of the provider's host, or "unknown-path" (404), "unknown-method" (405).
  const [match, request] = matchRequest(served, http, destination.path);

  // 2. Choose the scenario. An unknown name: "invalid-request".
  const scenario = chooseScenario(scenarios, http.headers, sandbox);
  if (isViolation(scenario)) {
    return served.writeAnswer(request, { kind: 'invalid-request', violations: [scenario] });
  }
  if (match.kind !== 'operation') {
    const outcome = await answerPage(served, destination, request, scenario, match).catch(crash);
    return served.writeAnswer(request, outcome);
  }

  // 3. Apply faults: a delay, "internal" (500) in place of all that follows, or a lost response at the end.
  const { operation, pathValues } = match;
  const faults = [...sandbox.faults, ...scenario.faults];
  const fault =
    faults.length > 0 ? drawFault(faults, api.name, operation.id, sandbox.random) : undefined;
  if (fault !== undefined && fault.delay > 0) await sandbox.wait(fault.delay);
  const outcome =
    fault?.outcome === 'error'
      ? ({ kind: 'internal', cause: { type: 'fault' } } as const)
      : await decide(served, http, destination, request, operation, pathValues, scenario).catch(
          crash,
        );

  // 11. Render: a refusal in the provider's error format, a reply in its media type. `routeRequest` records it.
  const answer = served.writeAnswer(request, outcome, pathValues);
  return fault === undefined
    ? answer
    : { ...answer, response: loseResponse(answer.response, fault.outcome) };
}

/** Steps 4 to 10. */
async function decide(
  served: ServedApi,
  http: HttpRequest,
  destination: Destination,
  request: ApiRequest,
  operation: Operation,
  path: PathValues,
  scenario: Scenario,
): Promise<Outcome> {
  const { checks, bodyLimit } = served;
  const source = { path, query: request.query, headers: request.headers };

  // 4. Look for credentials. Missing: "unauthenticated" (401).
  const missing = checkCredentials(operation, source);
  if (missing.length > 0) return { kind: 'unauthenticated', violations: missing };

  // 5. Read what is asked of the mock itself, which takes precedence over the scenario: its refusal, its answers.
  const asked = readPreference(request.headers, request.query);
  const refusal = asked === NO_PREFERENCE ? findScenarioRefusal(scenario, operation) : undefined;
  if (refusal !== undefined) return refusal;
  const preference =
    asked === NO_PREFERENCE ? (scenario.answers.get(operation.id) ?? asked) : asked;

  // 6. Identify the caller, where a behaviour acts. Refused: the provider's own reply.
  const handle = preference === NO_PREFERENCE ? served.handlers.get(operation.id) : undefined;
  const opened = handle && openContext(served, destination, request, scenario.seed);
  const identified = opened?.identified;
  if (identified !== undefined && 'reply' in identified) {
    return served.checkReply(operation, identified.reply);
  }

  // 7. Read the body: "body-too-large" (413), "unsupported-media-type" (415), "malformed-body" (400).
  const body = await readBody(http, request.headers, operation, checks, bodyLimit);
  if ('kind' in body) return body;

  // 8. Validate parameters and body. Broken: "invalid-request" (422).
  const { values, violations } = checks.readParameters(operation, source);
  const broken = [...violations, ...checks.checkRequestBody(operation, body.media, body.value)];
  if (broken.length > 0) return { kind: 'invalid-request', violations: broken };

  // 9. Negotiate an example or random data: "not-acceptable" (406), or what Prism says.
  if (opened === undefined || handle === undefined) {
    if (isViolation(preference)) return { kind: 'invalid-request', violations: [preference] };
    return served.negotiate(operation, request, preference);
  }
  const acceptsAll = ['*/*', null].includes(request.headers.get('accept'));
  const unacceptable = acceptsAll ? undefined : served.findUnacceptable(operation, request);
  if (unacceptable !== undefined) return unacceptable;

  // 10. Or act over the state, and check the reply. A reply that breaks the contract: "internal" (500), and no change.
  const call = { ...opened.context, ...values, body: body.value, caller: identified?.caller };
  return opened.perform(() => served.checkReply(operation, complete(handle(call), operation)));
}

function matchRequest(
  { api, match, ignoredHeaders }: ServedApi,
  { method, query, headers }: HttpRequest,
  path: string,
): [Match, ApiRequest] {
  const below = pathBelow(path, api.mount);
  // No operation has the empty path, which stands for one outside of the API.
  const found = match(method, below ?? '');
  const request = {
    method,
    path: below ?? pathBelow(path, api.site ?? api.mount) ?? path,
    query: new URLSearchParams(query),
    headers: withoutFields(headers, ignoredHeaders),
    operation: found.kind === 'operation' ? found.operation : undefined,
  };
  return [found, request];
}

/** Answers a path that the contract does not know. */
async function answerPage(
  served: ServedApi,
  destination: Destination,
  request: ApiRequest,
  { seed }: Scenario,
  miss: Exclude<Match, { readonly kind: 'operation' }>,
): Promise<Outcome> {
  const found = served.findPage(request.method, request.path);
  const opened = found && openContext(served, destination, request, seed);
  if (found === undefined || opened === undefined) return miss;
  const { context, identified, perform } = opened;
  if ('reply' in identified) return identified.reply;
  const { caller } = identified;
  return perform(() => found.page.handle({ ...context, path: found.values, caller }));
}

/** Adds the media type that the contract names first. */
function complete(reply: Reply, operation: Operation): Reply {
  if (reply.body === undefined || reply.mediaType !== undefined) return reply;
  const [media] = findResponse(operation, reply.status)?.content ?? [];
  return media === undefined ? reply : { ...reply, mediaType: media.type };
}

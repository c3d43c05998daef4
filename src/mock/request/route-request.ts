import type { Violation } from '../../contract/model/violation.ts';
import type { Answer } from '../answer/answer.ts';
import { recordAnswer } from '../answer/record-answer.ts';
import { refuseAsServer } from '../answer/refuse-as-server.ts';
import { answerPreflight, isPreflight, withCors } from '../http/cors.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import { pathBelow } from '../http/path-below.ts';
import { isViolation } from '../prism/preference.ts';
import type { Sandboxes } from '../state/sandboxes.ts';
import { answerRequest, matchRequest } from './answer-request.ts';
import type { Destination } from './context.ts';
import { defaultSandbox, findSandbox } from './find-sandbox.ts';
import type { MockApi } from './mock-api.ts';
import type { Mounts } from './mounts.ts';
import { refuseMalformed } from './refuse-setting.ts';
import type { ServedApi } from './served-api.ts';

/** Time of the API in its sandbox, https://www.rfc-editor.org/rfc/rfc3339#section-5.6. */
const TIME = 'x-mock-time';

const DOCS = '/docs';

/** Answers everything below `/docs/` by the path from there. */
export type ServeDocs = (path: string) => Promise<HttpResponse>;

/** Answers `/`. */
export type ServeIndex = (apis: readonly MockApi[], request: HttpRequest) => Promise<HttpResponse>;

export interface RouterOptions {
  readonly mounts: Mounts;
  readonly sandboxes: Sandboxes;
  /** Whether a request chooses its sandbox; otherwise all have the default one. */
  readonly namedSandboxes: boolean;
  readonly serveIndex: ServeIndex;
  readonly serveDocs: ServeDocs | undefined;
  /** Whether responses have cross-origin headers. */
  readonly cors: boolean;
}

/** Takes a request to its sandbox and its API, or to a page of the server itself. */
export type RouteRequest = (request: HttpRequest) => Promise<Answer>;

/** Makes the function that every request passes, but those to the control API. */
export function createRouter(options: RouterOptions): RouteRequest {
  const { mounts, sandboxes, namedSandboxes, cors } = options;
  return async (request) => {
    const found = namedSandboxes ? findSandbox(request) : defaultSandbox(request.path);
    if (isViolation(found)) {
      const refused = refuseSandbox(mounts, request, found);
      return cors ? { ...refused, response: withCors(request, refused.response) } : refused;
    }
    const sandbox = sandboxes.open(found.sandbox);
    const destination = { sandbox, path: found.path, base: request.origin + found.prefix };
    const startedAt = performance.now();
    const answer = cors ? await answerAnyOrigin(destination) : await answerAt(destination);
    recordAnswer(sandbox.journal, request, answer, performance.now() - startedAt);
    return answer;

    async function answerAnyOrigin(to: Destination): Promise<Answer> {
      if (isPreflight(request)) {
        const api = mounts.find(to.path)?.answering;
        return { response: answerPreflight(request), api, violations: [] };
      }
      const answered = await answerAt(to);
      return { ...answered, response: withCors(request, answered.response) };
    }

    function answerAt(to: Destination): Promise<Answer> {
      const served = mounts.find(to.path);
      return served === undefined
        ? answerAsServer(options, request, to.path)
        : answerInTime(served, request, to);
    }
  };
}

/** Answers a request for an API, and says what time it is there if it has a clock. */
async function answerInTime(
  served: ServedApi,
  request: HttpRequest,
  to: Destination,
): Promise<Answer> {
  const answer = await answerRequest(served, request, to);
  if (served.stateful === undefined) return answer;
  const time = new Date(to.sandbox.now(served.stateful)).toISOString();
  const { response } = answer;
  return { ...answer, response: { ...response, headers: { ...response.headers, [TIME]: time } } };
}

/** Refuses a malformed name of a sandbox in the error format of the API that the path belongs to. */
function refuseSandbox(mounts: Mounts, request: HttpRequest, violation: Violation): Answer {
  const refusal = refuseMalformed(violation);
  const path = violation.in === 'path' ? request.path.replace(/^\/[^/]*/, '') : request.path;
  const served = mounts.find(path);
  if (served === undefined) return refuseAsServer(refusal, request);
  const [, apiRequest] = matchRequest(served, request, path);
  return served.writeAnswer(apiRequest, refusal);
}

/** Answers a path of the server itself, which no API has. */
async function answerAsServer(
  { mounts, serveIndex, serveDocs }: RouterOptions,
  request: HttpRequest,
  path: string,
): Promise<Answer> {
  if (path === '/') return toAnswer(await serveIndex(mounts.list(), request));
  const page = pathBelow(path, DOCS);
  if (page === undefined) {
    const bases = mounts.list().map(({ mount }) => mount);
    return refuseAsServer({ kind: 'unknown-path', mounts: bases }, { ...request, path });
  }
  // Links of its pages are relative to the slash.
  if (!path.slice(1).includes('/'))
    return toAnswer({ status: 308, headers: { location: `${DOCS}/` } });
  if (serveDocs !== undefined) return toAnswer(await serveDocs(page.slice(1)));
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return toAnswer({ status: 404, headers, body: 'No docs are served here.\n' });
}

function toAnswer(response: HttpResponse): Answer {
  return { response, violations: [] };
}

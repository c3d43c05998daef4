import type { HeaderFields } from '../../contract/model/header-reader.ts';
import type { Violation } from '../../contract/model/violation.ts';
import type { Answer } from '../answer/answer.ts';
import { recordAnswer } from '../answer/record-answer.ts';
import { refuseAsServer } from '../answer/refuse-as-server.ts';
import { formatInstant } from '../authoring/instant.ts';
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

const DOCS = '/docs';

/** Answers everything below `/docs/` by the path from there, still percent-encoded. */
export type ServeDocs = (path: string, request: HttpRequest) => Promise<HttpResponse>;

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
    const { sandbox, path, prefix, site } = found;
    const visit: Destination['visit'] = (act, isLasting) =>
      sandboxes.visit(sandbox, act, isLasting);
    const destination = { visit, path, base: request.origin + prefix, site };
    const startedAt = performance.now();
    const served = mounts.find(found.path);
    const answer = await answerAt(destination, served);
    recordAnswer(sandboxes.journalOf(sandbox), request, answer, performance.now() - startedAt);
    return answer;

    async function answerAt(to: Destination, served: ServedApi | undefined): Promise<Answer> {
      if (cors && isPreflight(request)) {
        return { response: answerPreflight(request), api: served?.answering, violations: [] };
      }
      const answered =
        served === undefined
          ? await answerAsServer(options, request, to.path)
          : await answerRequest(served, request, to);
      return { ...answered, response: addFields(answered.response, readTime(served)) };
    }

    function addFields(response: HttpResponse, added: HeaderFields): HttpResponse {
      if (cors) return withCors(request, response, added);
      return { ...response, headers: { ...response.headers, ...added } };
    }

    /** Tells what time it is for an API, if it has a clock. */
    function readTime(served: ServedApi | undefined): HeaderFields {
      const time = served?.stateful && sandboxes.readTime(sandbox, served.stateful);
      if (time === undefined) return {};
      return { 'x-mock-time': formatInstant(Math.floor(time), { digits: 3, zone: 'Z' }) };
    }
  };
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
  if (serveDocs !== undefined) return toAnswer(await serveDocs(page.slice(1), request));
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return toAnswer({ status: 404, headers, body: 'No docs are served here.\n' });
}

function toAnswer(response: HttpResponse): Answer {
  return { response, violations: [] };
}

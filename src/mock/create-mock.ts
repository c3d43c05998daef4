import { type Answer, type ApiHandler, createApiHandler, type MockApi } from './api-handler.ts';
import { answerPreflight, isPreflight, withCors } from './cors.ts';
import type { Exchange } from './exchange.ts';
import { renderIndex } from './index-page.ts';
import { type Listener, listen } from './listen.ts';
import { formatProblem } from './problem-json.ts';
import { type Fetch, toFetch } from './to-fetch.ts';
import type { Serve, WireRequest, WireResponse } from './wire.ts';

export type { MockApi } from './api-handler.ts';
export type { Exchange } from './exchange.ts';
export type { Listener, ListenOptions } from './listen.ts';
export type { Provider } from './provider.ts';
export type { FormatError, Refusal, RefusalKind, RefusedRequest, Reply } from './refusal.ts';
export type { WireResponse } from './wire.ts';

export interface MockOptions {
  readonly apis: readonly MockApi[];
  /** Answers everything below `/docs/`. */
  readonly docs?: ((path: string) => Promise<WireResponse>) | undefined;
  /** Cross-origin headers on every answer; on by default. */
  readonly cors?: boolean;
  /** Most bytes of a request body; 10 MB (10 × 1024 × 1024) by default. */
  readonly bodyLimit?: number | undefined;
  /** Is told of each request, after its answer was decided. */
  readonly log?: ((exchange: Exchange) => void) | undefined;
  /** Is told of each defect of the mock itself; `console.error` by default. */
  readonly logError?: ((error: unknown) => void) | undefined;
}

export interface Mock {
  /** Answers a request without a port; may be given to a client as its `fetch`. */
  readonly fetch: Fetch;
  /** Serves on a port; throws the system's error when the port cannot be had. */
  readonly listen: (options?: { port?: number; host?: string }) => Promise<Listener>;
  /** Ends all servers of this mock, idle connections included. */
  readonly close: () => Promise<void>;
}

interface Mount {
  readonly api: MockApi;
  readonly path: string;
  readonly handle: ApiHandler;
}

/** Answer, and the API that it came from. */
interface Routed extends Answer {
  readonly api?: MockApi;
}

/**
 * Makes a mock of one or several APIs, each at its own base path.
 *
 * A schema that cannot be enforced is found on its first use and answered with the provider's internal error.
 */
export function createMock(options: MockOptions): Mock {
  const route = createRouter(options);
  const serve = createServe(options, route);
  const listeners = new Set<Listener>();
  return {
    fetch: toFetch(serve),
    listen: async (where) => {
      const listener = await listen(serve, where, options.logError);
      listeners.add(listener);
      return listener;
    },
    close: async () => {
      await Promise.all([...listeners].map((listener) => listener.close()));
      listeners.clear();
    },
  };
}

type Router = (request: WireRequest) => Promise<Routed>;

/** Adds what concerns every answer alike: cross-origin headers and the log. */
function createServe({ apis, cors = true, log }: MockOptions, route: Router): Serve {
  const answer: Router = async (request) => {
    if (!cors) return route(request);
    if (isPreflight(request)) {
      const api = apis.find(({ mount }) => isBelow(request.path, mount));
      return { ...plain(answerPreflight(request)), ...(api && { api }) };
    }
    const routed = await route(request);
    return { ...routed, response: withCors(request, routed.response) };
  };
  if (log === undefined) return async (request) => (await answer(request)).response;
  return async (request) => {
    const startedAt = performance.now();
    const { response, api, operation, pathValues, violations } = await answer(request);
    log({
      api: api?.name,
      contract: api?.contract,
      method: request.method,
      target: request.query === '' ? request.path : `${request.path}?${request.query}`,
      operation,
      pathValues,
      status: response.status,
      milliseconds: performance.now() - startedAt,
      violations,
    });
    return response;
  };
}

function createRouter(options: MockOptions): Router {
  const mounts: Mount[] = options.apis.map((api) => ({
    api,
    path: api.mount,
    handle: createApiHandler(api, options.bodyLimit, options.logError),
  }));
  const isRootTaken = mounts.some((mount) => mount.path === '');
  return async (request) => {
    const { path } = request;
    const mount = mounts.find((candidate) => isBelow(path, candidate.path));
    if (mount !== undefined) {
      const answer = await mount.handle(request, path.slice(mount.path.length) || '/');
      return { ...answer, api: mount.api };
    }
    if (!isRootTaken && path === '/') return plain(renderIndex(options, request));
    if (path === '/docs' || path.startsWith('/docs/'))
      return plain(await answerDocs(options, path));
    return plain(answerUnknown(mounts, request));
  };
}

function isBelow(path: string, base: string): boolean {
  return path.startsWith(base) && (path.length === base.length || path[base.length] === '/');
}

/** Answer of the server itself, which is no API's. */
function plain(response: WireResponse): Routed {
  return { response, violations: [] };
}

async function answerDocs({ docs }: MockOptions, path: string): Promise<WireResponse> {
  if (path === '/docs') return { status: 308, headers: { location: '/docs/' } };
  if (docs !== undefined) return docs(path.slice('/docs/'.length));
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { status: 404, headers, body: 'No docs are served here.\n' };
}

function answerUnknown(mounts: readonly Mount[], request: WireRequest): WireResponse {
  const expected = `a path below ${mounts.map(({ path }) => path).join(', ')}`;
  const violation = { in: 'path' as const, pointer: '', keyword: 'mount', expected };
  const { status, body, mediaType } = formatProblem(
    { kind: 'unknown-path', violations: [{ ...violation, found: request.path }] },
    { ...request, operation: undefined },
  );
  const headers = { 'content-type': `${mediaType}` };
  return { status, headers, body: JSON.stringify(body) };
}

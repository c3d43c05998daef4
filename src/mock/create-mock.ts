import { type ApiHandler, createApiHandler, type MockApi } from './api-handler.ts';
import { answerPreflight, isPreflight, withCors } from './cors.ts';
import { renderIndex } from './index-page.ts';
import { type Listener, listen } from './listen.ts';
import { formatProblem } from './problem-json.ts';

export type { MockApi } from './api-handler.ts';
export type { Listener, ListenOptions } from './listen.ts';
export type { Provider } from './provider.ts';
export type { FormatError, Refusal, RefusalKind, RefusedRequest, Reply } from './refusal.ts';

export interface MockOptions {
  readonly apis: readonly MockApi[];
  /** Answers everything below `/docs/`. */
  readonly docs?: ((path: string) => Promise<Response>) | undefined;
  /** Cross-origin headers on every answer; on by default. */
  readonly cors?: boolean;
  /** Most bytes of a request body; 10 MB (10 × 1024 × 1024) by default. */
  readonly bodyLimit?: number | undefined;
}

export interface Mock {
  /** Answers a request without a port; may be given to a client as its `fetch`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Serves on a port; throws the system's error when the port cannot be had. */
  readonly listen: (options?: { port?: number; host?: string }) => Promise<Listener>;
  /** Ends all servers of this mock, idle connections included. */
  readonly close: () => Promise<void>;
}

interface Mount {
  readonly path: string;
  readonly handle: ApiHandler;
}

/**
 * Makes a mock of one or several APIs, each at its own base path.
 *
 * A schema that cannot be enforced is found on its first use and answered with the provider's internal error.
 */
export function createMock(options: MockOptions): Mock {
  const mounts = options.apis.map((api) => ({
    path: api.mount,
    handle: createApiHandler(api, options.bodyLimit),
  }));
  const answer = createRouter(options, mounts);
  const fetch = options.cors === false ? answer : createCorsFetch(answer);
  const listeners = new Set<Listener>();
  return {
    fetch,
    listen: async (where) => {
      const listener = await listen(fetch, where);
      listeners.add(listener);
      return listener;
    },
    close: async () => {
      await Promise.all([...listeners].map((listener) => listener.close()));
      listeners.clear();
    },
  };
}

type Fetch = (request: Request) => Promise<Response>;

function createRouter(options: MockOptions, mounts: readonly Mount[]): Fetch {
  const isRootTaken = mounts.some((mount) => mount.path === '');
  return async (request) => {
    const { pathname } = new URL(request.url);
    const mount = mounts.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
    if (mount !== undefined) return mount.handle(request, pathname.slice(mount.path.length) || '/');
    if (!isRootTaken && pathname === '/') return renderIndex(options, request);
    if (pathname === '/docs' || pathname.startsWith('/docs/')) return answerDocs(options, pathname);
    return answerUnknown(mounts, pathname);
  };
}

function createCorsFetch(answer: Fetch): Fetch {
  return async (request) =>
    isPreflight(request) ? answerPreflight(request) : withCors(request, await answer(request));
}

function answerDocs(options: MockOptions, pathname: string): Promise<Response> | Response {
  if (pathname === '/docs')
    return new Response(null, { status: 308, headers: { location: '/docs/' } });
  if (options.docs === undefined)
    return new Response('No docs are served here.\n', { status: 404 });
  return options.docs(pathname.slice('/docs/'.length));
}

function answerUnknown(mounts: readonly Mount[], pathname: string): Response {
  const expected = `a path below ${mounts.map(({ path }) => path).join(', ')}`;
  const { status, body } = formatProblem(
    {
      kind: 'unknown-path',
      violations: [{ in: 'path', pointer: '', keyword: 'mount', expected, found: pathname }],
    },
    { method: 'GET', path: pathname, headers: new Headers(), operation: undefined },
  );
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

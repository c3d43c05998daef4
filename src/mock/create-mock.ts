import type { Contract } from '../contract/model/contract.ts';
import type { Answer } from './answer/answer.ts';
import { refuseAsServer } from './answer/refuse-as-server.ts';
import type { TraceRequest } from './answer/trace-request.ts';
import type { BehaviourSettings } from './authoring/behaviour.ts';
import { SecretSet } from './authoring/secret-set.ts';
import { checkOptions } from './check-options.ts';
import type { Console } from './console/serve-console.ts';
import { CONTROL_MOUNT } from './control/control-mount.ts';
import { type Control, type ControlOptions, createControl } from './control/create-control.ts';
import { createServerMetrics } from './control/server-metrics.ts';
import { withCors } from './http/cors.ts';
import { type Listener, type ListenOptions, listen } from './http/listen.ts';
import type { HttpRequest, HttpResponse, Serve } from './http/message.ts';
import { pathBelow } from './http/path-below.ts';
import { type Fetch, toFetch } from './http/to-fetch.ts';
import { describeExchange, type Exchange } from './log/exchange.ts';
import type { Peers } from './metrics/peers.ts';
import {
  createRequestFigures,
  type NotedRequest,
  type RequestFigures,
} from './metrics/request-figures.ts';
import type { MockApi } from './request/mock-api.ts';
import { createMounts, type Mounts } from './request/mounts.ts';
import { createRouter, type ServeDocs } from './request/route-request.ts';
import { OPEN_SETTINGS, type SendWebhook, serveApi } from './request/served-api.ts';
import { listStatefulApis } from './request/stateful-api.ts';
import { checkStoredRows } from './state/check-stored-rows.ts';
import { createSandboxes, type Sandboxes, type SandboxesOptions } from './state/sandboxes.ts';
import { prepareWebhook } from './webhooks/prepare-webhook.ts';
import { createWebhookSender } from './webhooks/webhook-sender.ts';

export * from './authoring/index.ts';
export type { CalledMock, ServeAgents } from './control/answer-agent.ts';
export type { Listener, ListenOptions } from './http/listen.ts';
export type { HttpResponse } from './http/message.ts';
export type { Exchange } from './log/exchange.ts';
export type { MockApi } from './request/mock-api.ts';
export type { ServeDocs } from './request/route-request.ts';

/** What a mock serves, and how. */
export interface MockOptions {
  /** Contracts without provider code, each served at the path of its server's URL. */
  readonly contracts?: readonly Contract[];
  /** APIs with their own base path, error format, behaviour and scenarios. */
  readonly apis?: readonly MockApi[];
  /** Serves `/docs/`. */
  readonly docs?: ServeDocs | undefined;
  /** Whether responses have CORS headers; `true` by default. */
  readonly cors?: boolean;
  /** Maximum size of a request body in bytes; 10 MiB (10 × 1024 × 1024) by default. */
  readonly bodyLimit?: number | undefined;
  /** Called after each request, with its answer. */
  readonly log?: ((exchange: Exchange) => void) | undefined;
  /** Called with each request, and what it gives with its answer. */
  readonly trace?: TraceRequest | undefined;
  /** Limits, clock, seed and storage of the sandboxes. */
  readonly sandboxes?: SandboxesOptions | undefined;
  /** Opens the sandboxes of a store that servers share, in the place of its own ones. */
  readonly shareSandboxes?: ShareSandboxes | undefined;
  /** The other processes that serve the same port and sandboxes, whose metrics are told with those of this one. */
  readonly peers?: Peers | undefined;
  /**
   * Whether a request chooses its sandbox, by `/~name` or `X-Mock-Sandbox`, and its scenario, by `X-Mock-Scenario`; `true`
   * by default. Otherwise such paths and headers are the contracts' own, and all requests share one sandbox.
   */
  readonly namedSandboxes?: boolean | undefined;
  /** Serves the control API, at `/_mock` unless it gives another path; without it there is none. */
  readonly control?: ControlOptions | undefined;
  /** How strict behaviours are; by default every parent exists and any credentials are accepted. */
  readonly settings?: BehaviourSettings | undefined;
  /** Called with each internal error; `console.error` by default. */
  readonly logError?: ((error: unknown) => void) | undefined;
}

/** Opens sandboxes that servers share. */
export type ShareSandboxes = (
  options: SandboxesOptions & {
    readonly findContract: (api: string) => WeakRef<Contract> | undefined;
  },
) => Sandboxes;

/** A running mock. */
export interface Mock {
  /** Answers a request in this process, without a port; can serve as a client's `fetch`. */
  readonly fetch: Fetch;
  /** Serves on a port. Rejects with the system's error, such as EADDRINUSE. */
  readonly listen: (options?: ListenOptions) => Promise<Listener>;
  /**
   * Replaces the API with the same name. Throws if there is none, or if its scenarios are invalid.
   *
   * Connections stay open, and requests in flight finish with the old API.
   */
  readonly replace: (api: MockApi) => void;
  /** APIs that it serves, in the order in which they were given. */
  readonly listApis: () => readonly MockApi[];
  /** Sandboxes with their clocks, scenarios, faults and journals. */
  readonly sandboxes: Sandboxes;
  /**
   * Finishes what is under way, for at most so many milliseconds, and closes. From the start of it, servers take no connection, idle
   * ones are closed, streams of events end, and the control API says that the mock is not ready.
   */
  readonly stop: (patience: number) => Promise<void>;
  /** Closes all servers and connections at once, cancels pending webhooks and closes the state store. */
  readonly close: () => Promise<void>;
}

/**
 * Creates a mock of one or more APIs, each at its own base path.
 *
 * Throws if two APIs have the same name or base path, or an option guards nothing, such as an empty token; ContractError for
 * invalid scenarios, and StoredRowError for stored rows that do not fit their tables. A schema that does not compile is found on
 * first use: the answer is the provider's internal error.
 */
export function createMock(options: MockOptions): Mock {
  checkOptions(options);
  const { contracts = [], apis = [], bodyLimit, logError, namedSandboxes } = options;
  const settings = options.settings && {
    ...options.settings,
    credentials: new SecretSet(options.settings.credentials),
  };
  const webhooks = createWebhookSender();
  const sendWebhook: SendWebhook = (message, api, sandbox) => {
    if (sandbox.webhook !== undefined) {
      sandbox.send(prepareWebhook(message, api, sandbox, sandbox.webhook));
    }
  };
  const serverOptions = { bodyLimit, logError, settings, namedSandboxes, sendWebhook };
  const mounts = createMounts([...apis, ...contracts.map(toApi)], (api) =>
    serveApi(api, serverOptions),
  );
  const { state } = options.sandboxes ?? {};
  if (state !== undefined) checkStoredRows(state, listStatefulApis(mounts.list()));
  const requests = createRequestFigures();
  const counting = countWebhooks(options.sandboxes, requests);
  const sandboxes =
    options.shareSandboxes?.({
      ...counting,
      findContract: (name) => {
        const api = mounts.list().find((candidate) => candidate.name === name);
        return api && new WeakRef(api.contract);
      },
    }) ?? createSandboxes({ ...counting, send: webhooks.send });
  let isStopping = false;
  let closing: Promise<void> | undefined;
  const isReady = () => !isStopping;
  const controlled = {
    sandboxes,
    listApis: mounts.list,
    settings: settings ?? OPEN_SETTINGS,
    metrics: createServerMetrics({ sandboxes, requests, isReady, peers: options.peers }),
    isReady,
  };
  const fetch = toFetch((request) => serve(request));
  const control = options.control && createControl(options.control, controlled, fetch);
  const serve = createServe(options, mounts, sandboxes, control, requests);
  const listeners = new Set<Listener>();
  return {
    fetch,
    listen: async (where) => {
      const listener = await listen(serve, where, logError);
      listeners.add(listener);
      return listener;
    },
    replace: mounts.replace,
    listApis: mounts.list,
    sandboxes,
    stop: async (patience) => {
      isStopping = true;
      await control?.close();
      await Promise.all([...listeners].map((listener) => listener.stop(patience)));
      await close();
    },
    close,
  };

  function close(): Promise<void> {
    closing ??= closeAll();
    return closing;
  }

  async function closeAll(): Promise<void> {
    isStopping = true;
    webhooks.close();
    await control?.close();
    await Promise.all([...listeners].map((listener) => listener.close()));
    listeners.clear();
    await sandboxes.close();
  }
}

/** Has attempts to send webhooks counted, which journals record. */
function countWebhooks(
  options: SandboxesOptions | undefined,
  requests: RequestFigures,
): SandboxesOptions {
  return {
    ...options,
    onRecord: (sandbox, entry) => {
      if (entry.kind === 'webhook') requests.noteWebhook(entry.api ?? '', entry.status);
      options?.onRecord?.(sandbox, entry);
    },
  };
}

function toApi(contract: Contract): MockApi {
  return { name: contract.title, mount: contract.basePath, contract };
}

/** Serves the control API next to the mocked ones, and logs each exchange. */
function createServe(
  options: MockOptions,
  mounts: Mounts,
  sandboxes: Sandboxes,
  control: Control | undefined,
  requests: RequestFigures,
): Serve {
  const { docs, cors = true, log, trace, namedSandboxes = true } = options;
  const readConsole = openConsole(options);
  const { logError = console.error } = options;
  const serveIndex = async (apis: readonly MockApi[], request: HttpRequest) => {
    const { isForBrowser, renderIndex } = await import('./console/index-page.ts');
    const page = isForBrowser(request) ? await readConsole?.() : undefined;
    const note = page && (await import('./console/serve-console.ts')).NOT_BUILT;
    return (await page?.answerPage(request)) ?? renderIndex({ apis, docs, note }, request);
  };
  const route = createRouter({
    mounts,
    sandboxes,
    namedSandboxes,
    serveIndex,
    serveDocs: docs,
    cors,
  });
  const answer = (request: HttpRequest): Promise<Answer> =>
    control?.isFor(request) ? answerOwn(control, request) : route(request);
  return serve;

  async function serve(request: HttpRequest): Promise<HttpResponse> {
    const startedAt = performance.now();
    const endTrace = trace?.(request);
    let answered: Answer;
    try {
      answered = await answer(request);
    } catch (error) {
      answered = fail(request, error);
    }
    const milliseconds = performance.now() - startedAt;
    requests.note(describeFigures(answered, milliseconds));
    log?.(describeExchange(request, answered, milliseconds));
    endTrace?.(answered);
    return answered.response;
  }

  /** The files of the console are no secret: who may call the control API, that decides itself. */
  async function answerOwn(api: Control, request: HttpRequest): Promise<Answer> {
    const path = pathBelow(request.path, `${api.mount}/console`);
    const page = path === undefined ? undefined : await readConsole?.();
    if (path === undefined || page === undefined) return api.answer(request);
    return { response: await page.answerFile(request, path), violations: [] };
  }

  /** Answers for a defect outside of the steps of a request, where no API can. */
  function fail(request: HttpRequest, error: unknown): Answer {
    logError(error);
    const message = error instanceof Error ? error.message : String(error);
    const cause = { type: 'crash', message } as const;
    const answer = refuseAsServer({ kind: 'internal', cause }, request);
    const isOpen = cors && !control?.isFor(request);
    return isOpen ? { ...answer, response: withCors(request, answer.response) } : answer;
  }
}

function describeFigures(
  { response, api, operation, violations, isForbidden = false }: Answer,
  milliseconds: number,
): NotedRequest {
  return {
    api: api?.name,
    operation: operation?.id,
    status: response.loss === 'all' ? undefined : response.status,
    milliseconds,
    violations: violations.length,
    isForbidden,
  };
}

/** Opens the console when it is asked for; there is none without a control API, which it needs. */
function openConsole({ control, docs }: MockOptions): (() => Promise<Console>) | undefined {
  const { console: folder, path = CONTROL_MOUNT } = control ?? {};
  if (folder === undefined) return undefined;
  return async () => {
    const { createConsole } = await import('./console/serve-console.ts');
    return createConsole({ folder, base: `${path}/console`, hasDocs: docs !== undefined });
  };
}

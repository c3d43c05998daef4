import type { Contract } from '../contract/contract.ts';
import { createApiHandler } from './api-handler.ts';
import type { BehaviourSettings } from './behaviour.ts';
import { type CompleteApis, createCompletion } from './completion.ts';
import { type ControlOptions, serveControl } from './control/serve-control.ts';
import { answerPreflight, isPreflight, withCors } from './cors.ts';
import { createRouter, plain, type Router, type ServeDocs } from './create-router.ts';
import type { MockApi } from './engine.ts';
import { andThen } from './eventual.ts';
import type { Exchange } from './exchange.ts';
import { type Listener, type ListenOptions, listen } from './listen.ts';
import { createMounts, type Mounts } from './mounts.ts';
import type { Answer } from './respond.ts';
import { enterSandboxes } from './sandbox/enter-sandboxes.ts';
import { createSandboxes, type Sandboxes, type SandboxesOptions } from './sandbox/sandboxes.ts';
import { type Fetch, toFetch } from './to-fetch.ts';
import { createWebhookSender } from './webhooks/webhook-sender.ts';
import type { Serve, WireRequest } from './wire.ts';

export {
  type Behaviour,
  type BehaviourSettings,
  type Call,
  defineBehaviour,
  defineTable,
  type Handler,
  type Identified,
  type Random,
  type SeededWorld,
  type Table,
  type Visit,
  type WebhookMessage,
} from './behaviour.ts';
export type { ServeDocs } from './create-router.ts';
export type { MockApi } from './engine.ts';
export type { Exchange } from './exchange.ts';
export { renderPage } from './html-page.ts';
export type { Listener, ListenOptions } from './listen.ts';
export type { Provider } from './provider.ts';
export type { FormatError, Refusal, RefusalKind, RefusedRequest, Reply } from './refusal.ts';
export type { WireResponse } from './wire.ts';

export interface MockOptions {
  /** Contracts, each served at the path of its server's URL as a spec of which nothing else is known. */
  readonly contracts?: readonly Contract[];
  /** APIs with a path of one's own choice, and with what is known of their provider. */
  readonly apis?: readonly MockApi[];
  /** Gives the APIs anew with what `apis` lacks, for the first request that asks for no example and waits for it. */
  readonly completeApis?: CompleteApis | undefined;
  readonly docs?: ServeDocs | undefined;
  /** Cross-origin headers on every answer; on by default. */
  readonly cors?: boolean;
  /** Most bytes of a request body; 10 MB (10 × 1024 × 1024) by default. */
  readonly bodyLimit?: number | undefined;
  /** Is told of each request, after its answer was decided. */
  readonly log?: ((exchange: Exchange) => void) | undefined;
  /** How many sandboxes there may be, when they begin and from which seed. */
  readonly sandboxes?: SandboxesOptions | undefined;
  /** Serves the control API at `/_mock`; not served without it. */
  readonly control?: ControlOptions | undefined;
  /** How strict behaviours are; open unless given. */
  readonly settings?: BehaviourSettings | undefined;
  /** Takes a defect of the mock itself; `console.error` by default. */
  readonly logError?: ((error: unknown) => void) | undefined;
}

export interface Mock {
  /** Answers a request without a port; may be given to a client as its `fetch`. */
  readonly fetch: Fetch;
  /** Serves on a port; throws the system's error when the port cannot be had. */
  readonly listen: (options?: ListenOptions) => Promise<Listener>;
  /**
   * Puts an API in the place of the one with its name, memory of answers included; throws when there is none.
   *
   * Connections stay, and requests under way finish with the API that they began with.
   */
  readonly replace: (api: MockApi) => void;
  /** Puts the APIs of `completeApis` in their places, if that has not been done yet. */
  readonly complete: () => Promise<void>;
  /** Sandboxes of this mock: their clocks, scenarios, faults and journals. */
  readonly sandboxes: Sandboxes;
  /** Ends all servers of this mock, idle connections included, and what keeps its sandboxes. */
  readonly close: () => Promise<void>;
}

/**
 * Makes a mock of one or several APIs, each at its own base path; throws where two have the same.
 *
 * A schema that cannot be enforced is found on its first use and answered with the provider's internal error.
 */
export function createMock(options: MockOptions): Mock {
  const { contracts = [], apis = [], bodyLimit, logError, settings } = options;
  const webhooks = createWebhookSender();
  const all = [...apis, ...contracts.map(toApi)];
  const mounts = createMounts(all, (api) =>
    createApiHandler(api, { bodyLimit, logError, settings, sendWebhook: webhooks.send }),
  );
  const sandboxes = createSandboxes(options.sandboxes);
  const { complete, guard } = createCompletion(options.completeApis, mounts.replace);
  const serve = guard(createServe(options, mounts, sandboxes));
  const listeners = new Set<Listener>();
  return {
    fetch: toFetch(serve),
    listen: async (where) => {
      const listener = await listen(serve, where, logError);
      listeners.add(listener);
      return listener;
    },
    replace: mounts.replace,
    complete,
    sandboxes,
    close: async () => {
      webhooks.close();
      await Promise.all([...listeners].map((listener) => listener.close()));
      listeners.clear();
      sandboxes.close();
    },
  };
}

function toApi(contract: Contract): MockApi {
  return { name: contract.title, mount: contract.basePath, contract };
}

/** Adds what concerns every answer alike: cross-origin headers and the log. */
function createServe(
  { docs, cors = true, log, control }: MockOptions,
  mounts: Mounts,
  sandboxes: Sandboxes,
): Serve {
  const route = createRouter(mounts, docs);
  const enter = enterSandboxes(cors ? openToOrigins(route, mounts) : route, sandboxes);
  const listApis = () => mounts.list().map(({ api }) => api);
  const steer = control && serveControl(control, { sandboxes, listApis });
  const answer =
    steer === undefined ? enter : (request: WireRequest) => steer(request) ?? enter(request);
  if (log === undefined) return (request) => andThen(answer(request), ({ response }) => response);
  return (request) => {
    const startedAt = performance.now();
    return andThen(answer(request), (answered) => {
      log(describeExchange(request, answered, performance.now() - startedAt));
      return answered.response;
    });
  };
}

function describeExchange(
  { method, path, query }: WireRequest,
  { response, api, operation, pathValues, violations }: Answer,
  milliseconds: number,
): Exchange {
  return {
    api: api?.name,
    contract: api?.contract,
    method,
    target: query === '' ? path : `${path}?${query}`,
    operation,
    pathValues,
    status: response.status,
    milliseconds,
    violations,
  };
}

function openToOrigins(route: Router, mounts: Mounts): Router {
  return (request) => {
    if (isPreflight(request)) {
      return { ...plain(answerPreflight(request)), api: mounts.find(request.path)?.api };
    }
    return andThen(route(request), (answer) => ({
      ...answer,
      response: withCors(request, answer.response),
    }));
  };
}

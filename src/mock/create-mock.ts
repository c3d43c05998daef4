import type { Contract } from '../contract/model/contract.ts';
import type { Answer } from './answer/answer.ts';
import type { BehaviourSettings } from './authoring/behaviour.ts';
import { type ControlOptions, createControl } from './control/create-control.ts';
import { type Listener, type ListenOptions, listen } from './http/listen.ts';
import type { HttpRequest, Serve } from './http/message.ts';
import { type Fetch, toFetch } from './http/to-fetch.ts';
import { describeExchange, type Exchange } from './log/exchange.ts';
import type { MockApi } from './request/mock-api.ts';
import { createMounts, type Mounts } from './request/mounts.ts';
import { createRouter, type ServeDocs } from './request/route-request.ts';
import { serveApi } from './request/served-api.ts';
import { createSandboxes, type Sandboxes, type SandboxesOptions } from './state/sandboxes.ts';
import { createWebhookSender } from './webhooks/webhook-sender.ts';

export * from './authoring/index.ts';
export type { Listener, ListenOptions } from './http/listen.ts';
export type { HttpResponse } from './http/message.ts';
export type { Exchange } from './log/exchange.ts';
export type { MockApi } from './request/mock-api.ts';
export type { ServeDocs } from './request/route-request.ts';

export interface MockOptions {
  /** Contracts, each served at the path of its server's URL as a spec of which nothing else is known. */
  readonly contracts?: readonly Contract[];
  /** APIs with a path of one's own choice, and with what is known of their provider. */
  readonly apis?: readonly MockApi[];
  readonly docs?: ServeDocs | undefined;
  /** Cross-origin headers on every answer; on by default. */
  readonly cors?: boolean;
  /** Most bytes of a request body; 10 MB (10 × 1024 × 1024) by default. */
  readonly bodyLimit?: number | undefined;
  /** Hears of each request, once it is answered. */
  readonly log?: ((exchange: Exchange) => void) | undefined;
  /** How many sandboxes there may be, when they begin and from which seed. */
  readonly sandboxes?: SandboxesOptions | undefined;
  /** Serves the control API at `/_mock`; not served without it. */
  readonly control?: ControlOptions | undefined;
  /** How strict behaviours are; open unless given. */
  readonly settings?: BehaviourSettings | undefined;
  /** Hears of a defect of the mock itself; `console.error` by default. */
  readonly logError?: ((error: unknown) => void) | undefined;
}

export interface Mock {
  /** Answers a request without a port; may be given to a client as its `fetch`. */
  readonly fetch: Fetch;
  /** Serves on a port; throws the system's error when the port cannot be had. */
  readonly listen: (options?: ListenOptions) => Promise<Listener>;
  /**
   * Replaces the API of the same name; throws if there is none.
   *
   * Connections stay, and requests under way finish with the API that they began with.
   */
  readonly replace: (api: MockApi) => void;
  /** Sandboxes of this mock: their clocks, scenarios, faults and journals. */
  readonly sandboxes: Sandboxes;
  /** Ends all servers of this mock with their connections, and closes what keeps its sandboxes. */
  readonly close: () => Promise<void>;
}

/**
 * Makes a mock of one or several APIs, each at its own base path; throws if two have the same.
 *
 * A schema that cannot be enforced is found on its first use and answered with the provider's internal error.
 */
export function createMock(options: MockOptions): Mock {
  const { contracts = [], apis = [], bodyLimit, logError, settings } = options;
  const webhooks = createWebhookSender();
  const serverOptions = { bodyLimit, logError, settings, sendWebhook: webhooks.send };
  const mounts = createMounts([...apis, ...contracts.map(toApi)], (api) =>
    serveApi(api, serverOptions),
  );
  const sandboxes = createSandboxes(options.sandboxes);
  const serve = createServe(options, mounts, sandboxes);
  const listeners = new Set<Listener>();
  return {
    fetch: toFetch(serve),
    listen: async (where) => {
      const listener = await listen(serve, where, logError);
      listeners.add(listener);
      return listener;
    },
    replace: mounts.replace,
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

/** Serves the control API beside the mocked ones, and logs what is answered. */
function createServe(
  { docs, cors = true, log, control: controlOptions }: MockOptions,
  mounts: Mounts,
  sandboxes: Sandboxes,
): Serve {
  const serveIndex = async (apis: readonly MockApi[], request: HttpRequest) =>
    (await import('./console/index-page.ts')).renderIndex({ apis, docs }, request);
  const route = createRouter({ mounts, sandboxes, serveIndex, serveDocs: docs, cors });
  const control =
    controlOptions && createControl(controlOptions, { sandboxes, listApis: mounts.list });
  const answer = (request: HttpRequest): Promise<Answer> =>
    control?.isFor(request) ? control.answer(request) : route(request);
  return async (request) => {
    const startedAt = performance.now();
    const answered = await answer(request);
    log?.(describeExchange(request, answered, performance.now() - startedAt));
    return answered.response;
  };
}

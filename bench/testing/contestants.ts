import { createMock } from '../../src/apis/mock.ts';
import { SHIPPED_REGISTRY } from '../../src/apis/root.ts';
import type { InProcessCase } from './slice.ts';

/** Names of the contestants, with what each of them measures. */
export const CONTESTANTS = {
  floor: 'new Request and new Response alone',
  state: 'our mock, over the state of a sandbox',
  example: 'our mock, by a documented example',
  'msw-handlers': 'getResponse of MSW, one handler',
  'msw-server': 'setupServer of MSW, one handler, global fetch',
} as const;

export type ContestantName = keyof typeof CONTESTANTS;

/** Way to get one answer, and how to begin anew before each slice. */
export interface Contestant {
  readonly answer: () => Promise<Response>;
  readonly reset: () => void;
}

type Prepare = (measured: InProcessCase) => Contestant;

const NOTHING = () => {};

/** Loads a contestant alone: what it imports is in no other process. */
export async function loadContestant(name: ContestantName): Promise<Prepare> {
  const loaders: Readonly<Record<ContestantName, () => Promise<Prepare>>> = {
    floor: async () => prepareFloor,
    state: () => loadMock(requestOf),
    example: () =>
      loadMock(({ headers, prefer, ...measured }) =>
        requestOf({ ...measured, prefer, headers: { ...headers, prefer } }),
      ),
    'msw-handlers': loadMswHandlers,
    'msw-server': loadMswServer,
  };
  return loaders[name]();
}

function requestOf({ url, method, headers, body }: InProcessCase): Request {
  return new Request(url, { method, headers, ...(body !== undefined && { body }) });
}

function responseOf({ recorded: { status, headers, text } }: InProcessCase): Response {
  return new Response(text, {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
}

function prepareFloor(measured: InProcessCase): Contestant {
  return {
    answer: async () => {
      requestOf(measured);
      return responseOf(measured);
    },
    reset: NOTHING,
  };
}

async function loadMock(toRequest: (measured: InProcessCase) => Request): Promise<Prepare> {
  const mock = await createMock({ project: SHIPPED_REGISTRY });
  const reset = () => mock.sandboxes.open('default').reset();
  return (measured) => ({ answer: () => mock.fetch(toRequest(measured)), reset });
}

/** Plain as its users write it: `HttpResponse.json`, or the text of an answer that is not JSON. */
async function loadResolver() {
  const { http, HttpResponse } = await import('msw');
  return (measured: InProcessCase) => {
    const { recorded, url, method } = measured;
    const { pathname, origin } = new URL(url);
    const { status, text } = recorded;
    const type = new Headers(
      recorded.headers.map(([name, value]): [string, string] => [name, value]),
    );
    const value: unknown = type.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    const write = () =>
      typeof value === 'object' && value !== null
        ? HttpResponse.json(value, { status })
        : HttpResponse.text(text, { status });
    const methods = { GET: http.get, POST: http.post, PUT: http.put };
    return methods[method](`${origin}${pathname}`, write);
  };
}

async function loadMswHandlers(): Promise<Prepare> {
  const { getResponse } = await import('msw');
  const toHandler = await loadResolver();
  return (measured) => {
    const handlers = [toHandler(measured)];
    return {
      answer: async () => (await getResponse(handlers, requestOf(measured))) ?? Response.error(),
      reset: NOTHING,
    };
  };
}

async function loadMswServer(): Promise<Prepare> {
  const { setupServer } = await import('msw/node');
  const toHandler = await loadResolver();
  const server = setupServer();
  server.listen({ onUnhandledFrame: 'error' });
  return (measured) => ({
    answer: () => fetch(requestOf(measured)),
    reset: () => server.resetHandlers(toHandler(measured)),
  });
}

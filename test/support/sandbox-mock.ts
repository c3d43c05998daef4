import { loadProject } from '../../src/apis/load-project.ts';
import type { BehaviourSettings } from '../../src/mock/authoring/behaviour.ts';
import {
  createMock,
  type Mock,
  type MockApi,
  type MockOptions,
} from '../../src/mock/create-mock.ts';

/** Answer of a mock, its body parsed where it is JSON. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape.
  readonly body: any;
}

export interface AskOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, text as it stands. */
  readonly body?: unknown;
  readonly sandbox?: string;
}

/** Mock of one own API whose time stands still until it is moved. */
export interface SandboxMock {
  /** Asks for a path of the provider's host, such as `GET /v1/renders`. */
  readonly ask: (request: string, options?: AskOptions) => Promise<Answered>;
  /** Moves the time on by milliseconds. */
  readonly advance: (milliseconds: number) => void;
}

/** Makes a mock: one process, unless it is to be another arrangement that answers in the same way. */
export type MakeMock = (options: MockOptions) => Pick<Mock, 'fetch'>;

/** Random histories of an API, and what they are played on. */
export interface HistoryOptions {
  readonly make?: MakeMock | undefined;
  /** Start of the names of sandboxes. */
  readonly space?: string | undefined;
  readonly runs: { readonly numRuns: number; readonly seed?: number };
}

const apis = await loadProject();
const ORIGIN = 'http://mock.test';

/**
 * Makes the mock of an own API; `Authorization: Bearer x` is sent unless another one is given.
 *
 * `adapt` changes the API before it is served, such as the seed of its worlds; `make` is called once.
 */
export function sandboxMockOf(
  name: string,
  settings: Partial<BehaviourSettings> = {},
  adapt: (api: MockApi) => MockApi = (api) => api,
  make: MakeMock = createMock,
): SandboxMock {
  const api = apis.find((candidate) => candidate.name === name);
  if (api === undefined) throw new Error(`No own API is called "${name}".`);
  let time = Date.parse('2030-01-01T00:00:00Z');
  const mock = make({
    apis: [adapt(api)],
    sandboxes: { readTime: () => time },
    settings: { closedWorld: false, strictAuth: false, credentials: new Set(), ...settings },
    logError: (error) => {
      throw error;
    },
  });
  return {
    ask: async (request, { headers, body, sandbox } = {}) => {
      const [method = '', target = ''] = request.split(' ');
      const prefix = sandbox === undefined ? '' : `/~${sandbox}`;
      const url = target.startsWith('http') ? target : `${ORIGIN}${prefix}${api.site}${target}`;
      const isText = body === undefined || typeof body === 'string';
      const response = await mock.fetch(
        new Request(url, {
          method,
          redirect: 'manual',
          headers: {
            authorization: 'Bearer x',
            ...(!isText && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
        }),
      );
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') === true;
      return {
        status: response.status,
        headers: response.headers,
        body: isJson ? JSON.parse(text) : text,
      };
    },
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
}

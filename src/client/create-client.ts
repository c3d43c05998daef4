import createPathClient, {
  type Middleware,
  type Client as PathClient,
  type ClientOptions as PathClientOptions,
} from 'openapi-fetch';
import type { OperationMethods } from './operation-method.ts';
import type { HttpMethod, OperationRoute, OperationRoutes } from './operation-route.ts';
import { isDeclared, writeBody } from './write-body.ts';
import { writeFields } from './write-fields.ts';

/** Options of every client; those of `fetch`, such as `credentials`, are for all its requests. */
export interface ClientOptions extends Omit<PathClientOptions, 'baseUrl' | 'fetch'> {
  /** Base URL of a server or a mock, such as `http://127.0.0.1:4010/my-api`. */
  readonly baseUrl: string;
  /** Sends requests; the global `fetch` by default. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Sees requests in this order, and responses in the reverse one. */
  readonly middleware?: readonly Middleware[];
}

/** Client with a method for each operation, and with those of `openapi-fetch`, which take a path. */
export type Client<Paths extends {}, Routes extends OperationRoutes> = PathClient<Paths> &
  OperationMethods<Paths, Routes>;

/** Argument of a method, whose parts are typed by the contract. */
interface Input {
  readonly path?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly headers?: Record<string, HeaderValue>;
  readonly cookies?: Record<string, unknown>;
  readonly body?: unknown;
}

type HeaderValue = string | number | boolean | (string | number | boolean)[] | null | undefined;

/** Paths of which nothing is known. */
type AnyPaths = Record<string, Record<HttpMethod, AnyOperation>>;

interface AnyOperation {
  readonly parameters: Pick<Input, 'path' | 'query'>;
  readonly requestBody?: { readonly content: Record<`${string}/${string}`, unknown> };
}

/** Creates a typed client of generated `paths`, with a method for each route. */
export function createClient<Paths extends {}, const Routes extends OperationRoutes>(
  routes: Routes,
  options: ClientOptions,
): Client<Paths, Routes>;
/** Creates it from routes of which no types are known. */
export function createClient(
  routes: OperationRoutes,
  { middleware = [], ...options }: ClientOptions,
): object {
  const client = createPathClient<AnyPaths>(options);
  client.use(...middleware);
  const methods = Object.entries(routes).map(([name, route]) => [
    name,
    (input?: Input) => callOperation(client, options, route, input),
  ]);
  return Object.assign(client, Object.fromEntries(methods));
}

function callOperation(
  client: PathClient<AnyPaths>,
  { querySerializer, bodySerializer }: Omit<ClientOptions, 'middleware'>,
  [method, template, details = {}]: OperationRoute,
  { path, query, headers, cookies, ...init }: Input = {},
): Promise<unknown> {
  const { body: mediaType = 'application/json', parseAs } = details;
  return client.request(method, details.template ?? template, {
    ...(parseAs !== undefined && { parseAs }),
    ...(querySerializer === undefined && {
      querySerializer: (values: object) => writeFields(values, details.query),
    }),
    ...(bodySerializer === undefined && {
      bodySerializer: (body: unknown) => writeBody(body, mediaType, details.fields),
    }),
    ...init,
    params: { ...(path !== undefined && { path }), ...(query !== undefined && { query }) },
    headers: {
      ...(init.body !== undefined && isDeclared(mediaType) && { 'content-type': mediaType }),
      ...(cookies !== undefined && { cookie: writeCookies(cookies) }),
      ...headers,
    },
  });
}

/** Writes a `Cookie` header, which browsers set themselves: https://www.rfc-editor.org/rfc/rfc6265#section-4.2. */
function writeCookies(cookies: object): string {
  return writeFields(cookies).replaceAll('&', '; ');
}

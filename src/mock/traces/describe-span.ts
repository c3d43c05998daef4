import { maskTarget } from '../../contract/secrets/mask-target.ts';
import type { Answer } from '../answer/answer.ts';
import type { HttpRequest } from '../http/message.ts';
import { defaultSandbox, findSandbox } from '../request/find-sandbox.ts';

/** What a mock serves where. */
export interface TracedServer {
  /** Path of an API by its name. */
  readonly findMount: (api: string) => string | undefined;
  /** Whether requests choose their sandbox. */
  readonly namedSandboxes: boolean;
}

export interface DescribedSpan {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly isError: boolean;
}

/** Others have no bound: https://opentelemetry.io/docs/specs/semconv/registry/attributes/http. */
const METHODS = new Set([
  ...['CONNECT', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'QUERY', 'TRACE'],
]);
const MAX_PATH = 1000;

/**
 * Describes a request and its answer by the conventions for servers, https://opentelemetry.io/docs/specs/semconv/http/http-spans; secrets
 * are masked, and the query is left out.
 */
export function describeSpan(
  request: HttpRequest,
  answer: Answer,
  { findMount, namedSandboxes }: TracedServer,
): DescribedSpan {
  const { api, operation, response, violations } = answer;
  const method = METHODS.has(request.method) ? request.method : '_OTHER';
  const mount = api && findMount(api.name);
  const route = operation && mount !== undefined ? `${mount}${operation.path}` : undefined;
  const found = namedSandboxes ? findSandbox(request) : defaultSandbox(request.path);
  const failure = findFailure(answer);
  const attributes = {
    'http.request.method': method,
    'url.scheme': 'http',
    'url.path': readPath(request, answer),
    ...readServer(request.origin),
    ...(route !== undefined && { 'http.route': route }),
    ...(response.loss !== 'all' && { 'http.response.status_code': response.status }),
    ...(failure !== undefined && { 'error.type': failure }),
    ...(api && { 'share_contracts.api': api.name }),
    ...(operation && { 'share_contracts.operation': operation.id }),
    ...('sandbox' in found && { 'share_contracts.sandbox': found.sandbox }),
    ...(violations.length > 0 && { 'share_contracts.violations': violations.length }),
  };
  const name = route === undefined ? method : `${method} ${route}`;
  return { name, attributes, isError: failure !== undefined };
}

/** What went wrong on the side of the server; `undefined` if nothing did. */
function findFailure({ response: { status, loss } }: Answer): string | undefined {
  if (loss !== undefined) return 'connection_lost';
  return status >= 500 ? String(status) : undefined;
}

function readPath({ path }: HttpRequest, { api, operation, pathValues }: Answer): string {
  const contract = api?.contract.deref();
  return maskTarget({ target: path, contract, operation, pathValues }).slice(0, MAX_PATH);
}

function readServer(origin: string): Readonly<Record<string, string | number>> {
  const { hostname = '', port = '' } = URL.parse(origin) ?? {};
  return { 'server.address': hostname, 'server.port': Number(port || 80) };
}

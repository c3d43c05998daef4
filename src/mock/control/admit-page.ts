import type { HeaderFields } from '../../contract/model/header-reader.ts';
import { isPreflight } from '../http/cors.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';

/** Pages that may use the control API, by their origins. */
export interface PageAdmission {
  /** Answers the question that a browser asks before a request; `undefined` for any other request, and for other pages. */
  readonly answerPreflight: (request: HttpRequest) => HttpResponse | undefined;
  /** Lets the page that has sent a request read its response, if it may. */
  readonly addFields: (request: HttpRequest, response: HttpResponse) => HttpResponse;
}

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
/** Those of the Model Context Protocol included, so that a page may be an agent. */
const HEADERS =
  'authorization, content-type, mcp-protocol-version, mcp-session-id, mcp-method, mcp-name';

/** Admits pages of exactly these origins; their requests must still carry the token. */
export function admitPages(origins: readonly string[]): PageAdmission {
  const isAdmitted = ({ headers }: HttpRequest) => origins.includes(headers.get('origin') ?? '');
  return {
    answerPreflight: (request) => {
      if (!isPreflight(request) || !isAdmitted(request)) return undefined;
      return { status: 204, headers: { ...allow(request), ...allowRequests(request) } };
    },
    addFields: (request, response) => {
      if (origins.length === 0) return response;
      const { headers } = response;
      const exposed = { 'access-control-expose-headers': Object.keys(headers).join(', ') };
      const fields = isAdmitted(request) ? { ...exposed, ...allow(request) } : { vary: 'origin' };
      return { ...response, headers: { ...headers, ...fields } };
    },
  };
}

/** A token is no credential of the browser's own, so that cookies stay out: https://fetch.spec.whatwg.org/#cors-protocol-and-credentials. */
function allow({ headers }: HttpRequest): HeaderFields {
  return { 'access-control-allow-origin': headers.get('origin') ?? '', vary: 'origin' };
}

function allowRequests({ headers }: HttpRequest): HeaderFields {
  const isLocal = headers.get('access-control-request-private-network') === 'true';
  return {
    'access-control-allow-methods': METHODS,
    'access-control-allow-headers': HEADERS,
    // Browsers that ask so refuse a public page otherwise, https://wicg.github.io/private-network-access/#headers.
    ...(isLocal && { 'access-control-allow-private-network': 'true' }),
  };
}

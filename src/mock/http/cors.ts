import type { HttpRequest, HttpResponse } from './message.ts';

const ANY_METHOD = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';

/** Whether a request is a CORS preflight, https://fetch.spec.whatwg.org/#cors-preflight-request. */
export function isPreflight({ method, headers }: HttpRequest): boolean {
  return (
    method === 'OPTIONS' &&
    headers.get('origin') !== null &&
    headers.get('access-control-request-method') !== null
  );
}

/** Allows whatever a preflight asks for. */
export function answerPreflight(request: HttpRequest): HttpResponse {
  const methods = request.headers.get('access-control-request-method') ?? ANY_METHOD;
  return withCors(request, { status: 204, headers: { 'access-control-allow-methods': methods } });
}

/** Lets pages of any origin read a response, with credentials: a mock has nothing to protect. */
export function withCors(request: HttpRequest, response: HttpResponse): HttpResponse {
  const { headers } = response;
  return {
    ...response,
    headers: {
      ...headers,
      // Browsers ignore wildcards in these fields for requests with credentials,
      // https://fetch.spec.whatwg.org/#cors-protocol-and-credentials.
      'access-control-expose-headers': Object.keys(headers).join(', '),
      'access-control-allow-origin': request.headers.get('origin') ?? '*',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
      'access-control-allow-credentials': 'true',
      vary: headers.vary === undefined ? 'origin' : `${headers.vary}, origin`,
    },
  };
}

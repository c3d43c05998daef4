import type { HeaderFields } from '../../contract/model/header-reader.ts';
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

/**
 * Lets pages of any origin read a response, with credentials: a mock has nothing to protect. `added`
 * are fields of the mock's own.
 */
export function withCors(
  request: HttpRequest,
  response: HttpResponse,
  added: HeaderFields = {},
): HttpResponse {
  const { headers } = response;
  return {
    ...response,
    headers: {
      // Browsers ignore wildcards in these fields for requests with credentials,
      // https://fetch.spec.whatwg.org/#cors-protocol-and-credentials.
      'access-control-expose-headers': [...Object.keys(headers), ...Object.keys(added)].join(', '),
      'access-control-allow-origin': request.headers.get('origin') ?? '*',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
      'access-control-allow-credentials': 'true',
      // What the API says itself wins, and its answer for all origins varies by none.
      ...headers,
      ...added,
      ...(headers['access-control-allow-origin'] === undefined && {
        vary: addOrigin(headers.vary),
      }),
    },
  };
}

function addOrigin(vary: HeaderFields[string] | undefined): string {
  if (vary === undefined) return 'origin';
  const names = [vary].flat().filter((text) => text !== '');
  const hasOrigin = names.some((text) => /(^|,)\s*(\*|origin)\s*(,|$)/i.test(text));
  return [...names, ...(hasOrigin ? [] : ['origin'])].join(', ');
}

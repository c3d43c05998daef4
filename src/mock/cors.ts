const ANY_METHOD = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';

/** Cross-origin preflight by the Fetch standard: OPTIONS with an origin and a requested method. */
export function isPreflight({ method, headers }: Request): boolean {
  return (
    method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method')
  );
}

export function answerPreflight(request: Request): Response {
  const response = new Response(null, { status: 204 });
  response.headers.set(
    'access-control-allow-methods',
    request.headers.get('access-control-request-method') ?? ANY_METHOD,
  );
  return withCors(request, response);
}

/** Lets any origin read the answer, credentials included: a mock holds nothing worth guarding. */
export function withCors(request: Request, response: Response): Response {
  const { headers } = response;
  // A wildcard would not count for requests with credentials.
  headers.set('access-control-expose-headers', [...headers.keys()].join(', '));
  headers.set('access-control-allow-origin', request.headers.get('origin') ?? '*');
  headers.set(
    'access-control-allow-headers',
    request.headers.get('access-control-request-headers') ?? '*',
  );
  headers.set('access-control-allow-credentials', 'true');
  headers.append('vary', 'origin');
  return response;
}

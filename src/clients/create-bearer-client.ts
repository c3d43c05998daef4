import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { BearerClientOptions } from './client-options.ts';

/**
 * Creates a client for generated `paths` that sends a bearer token with each request:
 * https://www.rfc-editor.org/rfc/rfc6750#section-2.1.
 */
export function createBearerClient<Paths extends {}>(options: BearerClientOptions): Client<Paths> {
  const { baseUrl, fetch, token } = options;
  const client = createClient<Paths>({ baseUrl, ...(fetch !== undefined && { fetch }) });
  if (token !== undefined) client.use(sendBearer(token));
  return client;
}

function sendBearer(token: NonNullable<BearerClientOptions['token']>): Middleware {
  return {
    onRequest: async ({ request }) => {
      const current = typeof token === 'function' ? await token() : token;
      if (current !== undefined) request.headers.set('authorization', `Bearer ${current}`);
      return request;
    },
  };
}

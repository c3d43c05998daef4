import { bypass, type HttpHandler } from 'msw';
import type { HandlerOptions } from './create-handlers.ts';
import { fetchApis } from './fetch-apis.ts';
import { listSites } from './provider-site.ts';
import { sandboxPrefix } from './sandbox-prefix.ts';
import { createSiteHandler } from './site-handler.ts';

/** Those that a `Response` accepts, https://fetch.spec.whatwg.org/#null-body-status. */
const NULL_BODY_STATUSES = [204, 205, 304];

/** How handlers reach a mock of another process. */
export interface FetchHandlerOptions extends HandlerOptions {
  /** Control token of the mock, which a page of another origin must have. */
  readonly token?: string | undefined;
  /** Path of its control API; `/_mock` by default. */
  readonly controlPath?: string | undefined;
}

/**
 * Creates MSW handlers that answer the providers' real hosts from a running `share-contracts mock`, for `setupWorker` in a browser
 * or `setupServer`.
 *
 * Learns the hosts from its control API, which a page may ask whose origin the mock names by `--control-origin`. Links in the answers
 * lead to the mock. Rejects with an Error that says what to do where the mock cannot be asked, and as `createHandlers` does.
 */
export async function fetchHandlers(
  url: string,
  { token, controlPath = '/_mock', hosts, sandbox }: FetchHandlerOptions = {},
): Promise<HttpHandler[]> {
  const base = url.replace(/(?<!\/)\/+$/, '');
  const prefix = sandboxPrefix(sandbox);
  const sites = listSites(await fetchApis(`${base}${controlPath}/health`, token), hosts);
  return [
    createSiteHandler(sites, async (request, { target }) => {
      const { method, signal } = request;
      const headers = new Headers(request.headers);
      // MSW adds a type of its own to what is accepted, by which nothing else would be.
      if (!headers.has('accept')) headers.set('accept', '*/*');
      // Browsers stream no body over HTTP/1.1, https://fetch.spec.whatwg.org/#http-network-fetch.
      const body = request.body === null ? null : await request.arrayBuffer();
      const init: RequestInit = { method, headers, signal, body, credentials: 'omit' };
      return withoutBody(await fetch(bypass(base + prefix + target, init)));
    }),
  ];
}

/** Chromium gives even such an answer a body, an empty one, with which the worker cannot make it again. */
function withoutBody(response: Response): Response {
  const { status, statusText, headers, body } = response;
  if (body === null || !NULL_BODY_STATUSES.includes(status)) return response;
  return new Response(null, { status, statusText, headers });
}

import { bypass, type HttpHandler } from 'msw';
import type { HandlerOptions } from './create-handlers.ts';
import { fetchApis } from './fetch-apis.ts';
import { listSites } from './provider-site.ts';
import { sandboxPrefix } from './sandbox-prefix.ts';
import { createSiteHandler } from './site-handler.ts';

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
      const { method, headers, signal } = request;
      // Browsers stream no body of a request over HTTP/1.1, https://developer.chrome.com/docs/capabilities/web-apis/fetch-streaming-requests.
      const body = request.body === null ? null : await request.arrayBuffer();
      return fetch(
        bypass(base + prefix + target, { method, headers, signal, body, credentials: 'omit' }),
      );
    }),
  ];
}

import type { HttpHandler } from 'msw';
import type { Contract } from '../contract/model/contract.ts';
import { listServers } from '../contract/model/list-servers.ts';
import { type Hosts, listSites } from './provider-site.ts';
import { sandboxPrefix } from './sandbox-prefix.ts';
import { createSiteHandler } from './site-handler.ts';

/** Mock of this process, as `share-contracts/mock` creates it. */
export interface InProcessMock {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly listApis: () => readonly InProcessApi[];
}

/** API of such a mock. */
export interface InProcessApi {
  readonly name: string;
  readonly mount: string;
  readonly site?: string;
  readonly contract: Pick<Contract, 'document'>;
}

/** Which requests handlers answer, and in which sandbox. */
export interface HandlerOptions {
  /** URLs by the name of an API, at which its provider is reached besides those that the contract names. */
  readonly hosts?: Hosts | undefined;
  /** Name of a sandbox; otherwise the one that a request names by `X-Mock-Sandbox`, or `default`. */
  readonly sandbox?: string | undefined;
}

/**
 * Creates MSW handlers that answer the providers' real hosts from a mock of this process, for `setupServer`.
 *
 * The hosts are those of the servers that the contracts name, their variables replaced by their default and by each of their
 * values; links in the answers lead to them. A fault that loses the connection ends as a network error. Throws an Error for an
 * unknown API, a malformed URL or a malformed name.
 */
export function createHandlers(mock: InProcessMock, options: HandlerOptions = {}): HttpHandler[] {
  const { hosts, sandbox } = options;
  const apis = mock.listApis().map(({ name, mount, site = mount, contract }) => {
    return { name, mount, site, servers: listServers(contract.document) };
  });
  const prefix = sandboxPrefix(sandbox);
  return [
    createSiteHandler(listSites(apis, hosts), (request, { site, target }) => {
      const headers = new Headers(request.headers);
      headers.set('x-mock-site', site.url);
      const { method, body, signal } = request;
      const { origin } = new URL(site.url);
      const sent = { method, headers, body, signal, duplex: 'half' as const };
      return mock.fetch(new Request(origin + prefix + target, sent));
    }),
  ];
}

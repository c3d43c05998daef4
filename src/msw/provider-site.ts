import { readServerUrl } from '../contract/model/list-servers.ts';
import { describeUnknownName } from '../text/nearest-name.ts';

/** API of a mock, and where its provider is. */
export interface DescribedApi {
  readonly name: string;
  /** Base path on the mock, without a trailing slash. */
  readonly mount: string;
  /** Path of the provider's host on the mock, at which `mount` begins. */
  readonly site: string;
  /** URLs of the servers that its contract names. */
  readonly servers: readonly string[];
}

/** URLs by the name of an API, at which its provider is reached as well. */
export type Hosts = Readonly<Record<string, readonly string[]>>;

/** Host of a provider, and what stands for it on the mock. */
export interface ProviderSite {
  /** URL of the host, without a trailing slash, such as `https://api.example.com`. */
  readonly url: string;
  /** Path on the mock, without a trailing slash. */
  readonly path: string;
}

/** Part of a site that a request is for. */
export interface FoundSite {
  readonly site: ProviderSite;
  /** Path on the mock, with the query. */
  readonly target: string;
}

/**
 * Lists the hosts of the providers of a mock, those with the longest path first. Throws an Error for hosts of an unknown API, or
 * that are no `http` URLs.
 */
export function listSites(apis: readonly DescribedApi[], hosts: Hosts = {}): ProviderSite[] {
  const names = apis.map(({ name }) => name);
  const unknown = Object.keys(hosts).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`hosts: ${describeUnknownName('API', unknown, names)}`);
  const sites = apis.flatMap((api) => {
    const given = Object.hasOwn(hosts, api.name) ? (hosts[api.name] ?? []) : [];
    const read = given.map((host) => readServerUrl(host) ?? refuseHost(api.name, host));
    return [...api.servers, ...read].map((url) => placeServer(url, api));
  });
  return sites.toSorted((one, other) => other.url.length - one.url.length);
}

/** Finds the host that a URL leads to. */
export function findSite(sites: readonly ProviderSite[], url: string): FoundSite | undefined {
  const site = sites.find((candidate) => isBelow(url, candidate.url));
  if (site === undefined) return undefined;
  const [target = ''] = url.slice(site.url.length).split('#');
  return { site, target: site.path + target };
}

/** A server's URL ends with the base path of the API, but for one that somebody else has placed elsewhere. */
function placeServer(url: string, { mount, site }: DescribedApi): ProviderSite {
  const basePath = mount.startsWith(site) ? mount.slice(site.length) : '';
  if (!url.endsWith(basePath)) return { url, path: mount };
  return { url: url.slice(0, url.length - basePath.length), path: site };
}

function isBelow(url: string, base: string): boolean {
  return url.startsWith(base) && ['', '/', '?', '#'].includes(url.charAt(base.length));
}

function refuseHost(name: string, found: string): never {
  throw new Error(
    `hosts.${name}: expected a URL such as "https://api.example.com/v1", found "${found}".`,
  );
}

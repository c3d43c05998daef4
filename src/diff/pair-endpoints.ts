import type { Endpoint } from './read-endpoints.ts';

/** Endpoint before and after a change; one side is missing where it is new or gone. */
export type EndpointPair =
  | { readonly before: Endpoint; readonly after: Endpoint }
  | { readonly before: Endpoint; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: Endpoint };

/**
 * Pairs what two versions of a contract have: by method and path first, then by a path that differs in the names of its
 * parameters alone. Gives them in the order of the new version, those that are gone at the end.
 */
export function pairEndpoints(
  before: readonly Endpoint[],
  after: readonly Endpoint[],
): EndpointPair[] {
  const byPath = new Map(before.map((endpoint) => [keyOf(endpoint), endpoint]));
  const pairs = new Map<Endpoint, Endpoint>();
  const taken = new Set<Endpoint>();
  const pair = (one: Endpoint, other: Endpoint | undefined) => {
    if (other === undefined || taken.has(other) || pairs.has(one)) return;
    pairs.set(one, other);
    taken.add(other);
  };
  for (const endpoint of after) pair(endpoint, byPath.get(keyOf(endpoint)));
  const free = before.filter((endpoint) => !taken.has(endpoint));
  const byTemplate = new Map(free.map((endpoint) => [templateOf(endpoint), endpoint]));
  for (const endpoint of after) pair(endpoint, byTemplate.get(templateOf(endpoint)));
  return [
    ...after.map((endpoint): EndpointPair => {
      const former = pairs.get(endpoint);
      return former === undefined ? { after: endpoint } : { before: former, after: endpoint };
    }),
    ...before
      .filter((endpoint) => !taken.has(endpoint))
      .map((endpoint): EndpointPair => ({ before: endpoint })),
  ];
}

function keyOf({ kind, method, path }: Endpoint): string {
  return `${kind} ${method} ${path}`;
}

function templateOf({ kind, method, path }: Endpoint): string {
  return `${kind} ${method} ${kind === 'operation' ? path.replaceAll(/\{[^{}]*\}/g, '{}') : path}`;
}

import type { Route } from '../route.ts';

/** Base URL of the client, name of the operation, and what it was asked for. */
export type QueryKey = readonly [baseUrl: string, operation: string, input?: object];

/** What a key needs of a method of a client. */
export interface Keyed {
  readonly route: Route;
  readonly baseUrl: string;
}

/** Returns the key of all queries of a method or, with its argument, of one; headers and cookies are no part of it. */
export function queryKey({ route, baseUrl }: Keyed, input?: object): QueryKey {
  if (input === undefined) return [baseUrl, route.name];
  const { path, query, body } = Object(input);
  return [baseUrl, route.name, { path, query, body }];
}

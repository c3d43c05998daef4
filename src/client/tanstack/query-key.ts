import type { Route } from '../route.ts';

/** Base URL of the client, name of the operation, what it was asked for, and whether page after page is loaded. */
export type QueryKey = readonly [baseUrl: string, operation: string, input?: object, pages?: 'all'];

/** What a key needs of a method of a client. */
export interface Keyed {
  readonly route: Route;
  readonly baseUrl: string;
}

/**
 * Returns the key of all queries of a method or, with its argument, of one; headers and cookies are no part of it.
 *
 * Fields of forms are in it, and the bytes of lists of bytes; of what cannot be read at once, such as a file, a name that this
 * object has alone.
 */
export function queryKey({ route, baseUrl }: Keyed, input?: object): QueryKey {
  if (!input) return [baseUrl, route.name];
  const { path, query, body } = Object(input);
  return [baseUrl, route.name, JSON.parse(JSON.stringify({ path, query, body }, writeValue))];
}

/** Names of what has no JSON, each for as long as it lives. */
const names = new WeakMap<object, number>();

function writeValue(_: string, value: unknown): unknown {
  const object = Object(value);
  if (object !== value || object.constructor === Object || Object.keys(object)[0]) return value;
  // Forms, and lists of bytes.
  if (object.entries) return [...object];
  return names.get(object) ?? names.set(object, Math.random()).get(object);
}

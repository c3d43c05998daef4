import { callOperation } from './call-operation.ts';
import type { ClientOptions } from './client-options.ts';
import type { Bindable } from './operation.ts';
import type { Connection } from './outcome.ts';
import { createPathClient, type PathClient } from './path-client.ts';

/** Methods of a client by the names of its operations. */
export type BoundOperations<Operations> = {
  [Name in keyof Operations]: Operations[Name] extends Bindable<infer Method> ? Method : never;
};

/** Client with a method for each operation, and with those of `openapi-fetch`, which take a path. */
export type Client<Paths extends {}, Operations> = Connection &
  PathClient<Paths> &
  BoundOperations<Operations>;

/** Creates what operations are called through; it is a client without methods. */
export function createConnection(options: ClientOptions): Connection {
  return {
    baseUrl: options.baseUrl,
    send: (route, input) => callOperation(options, route, input),
    signal: options.signal,
  };
}

/** Creates a client of generated `paths`, with a method for each operation, which is called through the connection if that is given. */
export function createClient<
  Paths extends {},
  Operations extends Readonly<Record<string, unknown>>,
>(
  operations: Operations,
  options: ClientOptions,
  connection?: Connection,
): Client<Paths, Operations>;
/** Creates it of operations of which no types are known. */
export function createClient(
  operations: Readonly<Record<string, AnyFunction>>,
  options: ClientOptions,
  connection = createConnection(options),
): object {
  const methods = Object.entries(operations).map(([name, call]) => [name, bind(call, connection)]);
  return { ...connection, ...createPathClient(options), ...Object.fromEntries(methods) };
}

type AnyFunction = (...values: unknown[]) => unknown;

/** Makes the method of an operation: what takes a client gets this one. */
function bind(call: AnyFunction, client: Connection): object {
  const members = Object.entries(call).map(([name, member]) => [
    name,
    typeof member === 'function' && name !== 'isFailure'
      ? (...values: unknown[]) => member(client, ...values)
      : member,
  ]);
  const method = (...values: unknown[]) => call(client, ...values);
  return Object.assign(method, Object.fromEntries(members), { baseUrl: client.baseUrl });
}

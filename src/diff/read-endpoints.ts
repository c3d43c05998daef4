import type { Contract } from '../contract/model/contract.ts';
import { type JsonCursor, openDocument } from '../contract/model/json-cursor.ts';
import { METHODS } from '../contract/model/methods.ts';
import { openMember, openMembers, readMember } from './open-member.ts';

/** What can be called: an operation, or a webhook or callback, which the provider calls. */
export interface Endpoint {
  readonly kind: 'operation' | 'webhook' | 'callback';
  /** `operationId`, or method and path. */
  readonly id: string;
  /** Lower case. */
  readonly method: string;
  /** Path template, name of a webhook, or expression of a callback. */
  readonly path: string;
  readonly cursor: JsonCursor;
  readonly item: JsonCursor;
  /** Operation whose callback it is. */
  readonly owner?: Endpoint;
  /** By place and name, such as `query limit`; those of a path by their order, such as `path 0`. */
  readonly parameters: ReadonlyMap<string, JsonCursor>;
  readonly body: JsonCursor | undefined;
  /** By status. */
  readonly responses: ReadonlyMap<string, JsonCursor>;
  /** By name of the callback, expression and method. */
  readonly callbacks: readonly Endpoint[];
}

type Origin = Pick<Endpoint, 'kind' | 'owner'>;

/** Headers that are described otherwise, https://spec.openapis.org/oas/v3.1.1#fixed-fields-for-use-with-schema. */
const OTHERWISE = ['header accept', 'header content-type', 'header authorization'];

/** Reads all that can be called of a contract, in its order; callbacks stand with their operations. */
export function readEndpoints({ document }: Contract): Endpoint[] {
  const root = openDocument(document);
  const read = (section: string, kind: Endpoint['kind']) =>
    openMembers(openMember(root, section)).flatMap(([path, item]) =>
      readPathItem(path, item, { kind }),
    );
  return [...read('paths', 'operation'), ...read('webhooks', 'webhook')];
}

function readPathItem(path: string, item: JsonCursor, origin: Origin): Endpoint[] {
  const fixed = openMembers(item).filter(([key]) => METHODS.includes(key));
  const known = new Set(fixed.map(([key]) => key));
  const others = openMembers(openMember(item, 'additionalOperations'))
    .map(([name, cursor]): [string, JsonCursor] => [
      name === name.toUpperCase() ? name.toLowerCase() : name,
      cursor,
    ])
    .filter(([method]) => !known.has(method));
  return [...fixed, ...others].map(([method, cursor]) =>
    readEndpoint(path, method, cursor, item, origin),
  );
}

function readEndpoint(
  path: string,
  method: string,
  cursor: JsonCursor,
  item: JsonCursor,
  origin: Origin,
): Endpoint {
  const id = readMember(cursor, 'operationId');
  const endpoint = {
    ...origin,
    id: typeof id === 'string' ? id : `${method.toUpperCase()} ${path}`,
    method,
    path,
    cursor,
    item,
    parameters: readParameters(path, [item, cursor]),
    body: openMember(cursor, 'requestBody'),
    responses: new Map(openMembers(openMember(cursor, 'responses'))),
  };
  return { ...endpoint, callbacks: readCallbacks({ ...endpoint, callbacks: [] }) };
}

/** Those of the operation override those of its path item. */
function readParameters(path: string, owners: readonly JsonCursor[]): Map<string, JsonCursor> {
  const order = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name);
  const all = owners
    .flatMap((owner) => openMembers(openMember(owner, 'parameters')))
    .map(([, parameter]): [string, JsonCursor] => [nameParameter(parameter, order), parameter]);
  return new Map(all.filter(([key]) => !OTHERWISE.includes(key)));
}

function nameParameter(parameter: JsonCursor, order: readonly unknown[]): string {
  const place = readMember(parameter, 'in');
  const name = readMember(parameter, 'name');
  if (place === 'path' && order.includes(name)) return `path ${order.indexOf(name)}`;
  return place === 'header' ? `header ${String(name).toLowerCase()}` : `${place} ${name}`;
}

function readCallbacks(owner: Endpoint): Endpoint[] {
  return openMembers(openMember(owner.cursor, 'callbacks')).flatMap(([name, callback]) =>
    openMembers(callback).flatMap(([expression, item]) =>
      readPathItem(`${name} ${expression}`, item, { kind: 'callback', owner }),
    ),
  );
}

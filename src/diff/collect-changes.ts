import type { Change, Found, Spot, TouchedOperation } from './change.ts';
import type { SchemaNode } from './compare-schemas.ts';
import type { PlacedFound } from './endpoint-pair.ts';
import type { Flow } from './flow.ts';
import { worse } from './rating.ts';
import type { Endpoint } from './read-endpoints.ts';

/** Gathers findings; the same one in several operations, or both ways, is one change. */
export interface Collector {
  readonly add: (found: PlacedFound, endpoints: readonly Endpoint[]) => void;
  /** Notes that an endpoint reaches a schema, and all inside. */
  readonly reach: (node: SchemaNode, endpoint: Endpoint) => void;
  readonly finish: () => Change[];
}

interface Entry {
  found: PlacedFound;
  readonly flows: Set<Flow>;
  readonly endpoints: Set<Endpoint>;
}

/** Creates an empty collector. */
export function createCollector(): Collector {
  const entries = new Map<string, Entry>();
  const roots = new Map<SchemaNode, Set<Endpoint>>();
  /** In the order of the contract. */
  const order = new Map<Endpoint, number>();
  const note = (endpoint: Endpoint) => {
    if (!order.has(endpoint)) order.set(endpoint, order.size);
  };
  const add = (found: PlacedFound, endpoints: Iterable<Endpoint>, flow?: Flow) => {
    const key = keyOf(found);
    const entry = entries.get(key) ?? { found, flows: new Set(), endpoints: new Set() };
    entry.found = { ...entry.found, ...worse(entry.found, found) };
    if (flow !== undefined) entry.flows.add(flow);
    for (const endpoint of endpoints) {
      note(endpoint);
      entry.endpoints.add(endpoint);
    }
    entries.set(key, entry);
  };
  return {
    add,
    reach: (node, endpoint) => {
      note(endpoint);
      const known = roots.get(node) ?? new Set();
      roots.set(node, known.add(endpoint));
    },
    finish: () => {
      for (const [node, endpoints] of findReaching(roots)) {
        for (const found of node.found) add({ ...found, place: node.place }, endpoints, node.flow);
      }
      return [...entries.values()].map((entry) => toChange(entry, order));
    },
  };
}

/** What is new or gone is the same wherever it is missing. */
function keyOf({ rule, what, before, after }: Found): string {
  const point = (spot: Spot | undefined, other: Spot | undefined) =>
    spot?.value === undefined && other?.value !== undefined ? undefined : spot?.pointer;
  return JSON.stringify([rule, what, point(before, after), point(after, before)]);
}

/** Finds the endpoints that reach each schema in which something was found, against the way of the references. */
function findReaching(
  roots: ReadonlyMap<SchemaNode, ReadonlySet<Endpoint>>,
): Map<SchemaNode, Set<Endpoint>> {
  const outer = new Map<SchemaNode, SchemaNode[]>();
  const nodes = new Set(roots.keys());
  // The loop also visits what is added to the set meanwhile.
  for (const node of nodes) {
    for (const inner of node.inner) {
      nodes.add(inner);
      const list = outer.get(inner);
      if (list === undefined) outer.set(inner, [node]);
      else list.push(node);
    }
  }
  const changed = [...nodes].filter(({ found }) => found.length > 0);
  return new Map(
    changed.map((node) => {
      const around = new Set([node]);
      for (const one of around) for (const next of outer.get(one) ?? []) around.add(next);
      const endpoints = [...around].flatMap((one) => [...(roots.get(one) ?? [])]);
      return [node, new Set(endpoints)];
    }),
  );
}

function toChange(
  { found, flows, endpoints }: Entry,
  order: ReadonlyMap<Endpoint, number>,
): Change {
  const rank = (endpoint: Endpoint) => order.get(endpoint) ?? 0;
  const sorted = [...endpoints].sort((one, other) => rank(one) - rank(other));
  return {
    ...found,
    flows: [...flows].sort(),
    operations: sorted.map(toOperation),
    types: listTypes(found),
  };
}

function toOperation({ id, method, path, kind, owner }: Endpoint): TouchedOperation {
  return { id: kind === 'callback' && owner ? `${owner.id} ${path}` : id, method, path };
}

/** Names of the component schemas in which a change is written. */
function listTypes({ before, after }: Found): string[] {
  const names = [after, before].flatMap((spot) => {
    const [, name] = /^\/components\/schemas\/([^/]+)/.exec(spot?.pointer ?? '') ?? [];
    return name === undefined ? [] : [name.replaceAll('~1', '/').replaceAll('~0', '~')];
  });
  return [...new Set(names)];
}

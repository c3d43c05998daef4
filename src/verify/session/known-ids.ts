import { readPlace } from '../../cases/breaks/place-value.ts';
import type { Collection } from '../../contract/collections/collection.ts';
import { plainName, singular } from '../../contract/collections/member-names.ts';
import { segmentsOf, shapeOf, variableOf } from '../../contract/collections/path-entries.ts';
import type { Operation } from '../../contract/model/contract.ts';
import { splitPathKey } from '../../contract/model/path-key.ts';

/** Item that the server has shown. */
export type Item = Readonly<Record<string, unknown>>;

/** Values of path parameters that are known to lead to something. */
export interface KnownIds {
  /** Finds the value of a path parameter; `undefined` where nothing is known. */
  find(operation: Operation, parameter: string): unknown;
  /** Remembers an item, by the values of the path that leads to it. */
  learn(collection: Collection, path: Item, key: unknown, item: Item): void;
  /** Forgets an item that is gone. */
  forget(collection: Collection, key: unknown): void;
}

interface Known {
  readonly collection: Collection;
  readonly key: unknown;
  readonly item: Item;
}

/** Creates the memory of ids; `given` are those that the user names. */
export function createKnownIds(given: Readonly<Record<string, string>>): KnownIds {
  /** By the shape of the path up to the id, such as `/documents/{}/shares/{}`. */
  const byPath = new Map<string, Known>();
  const parents = new Map<string, unknown>();
  return {
    find(operation, parameter) {
      if (Object.hasOwn(given, parameter)) return given[parameter];
      const prefix = prefixOf(operation, parameter);
      const known = prefix === undefined ? undefined : byPath.get(prefix)?.key;
      if (known !== undefined) return known;
      return findMember(parameter) ?? parents.get(parameter);
    },
    learn(collection, path, key, item) {
      const shape = itemShape(collection);
      if (shape !== undefined) byPath.set(shape, { collection, key, item });
      for (const [name, value] of Object.entries(path)) parents.set(name, value);
    },
    forget(collection, key) {
      const shape = itemShape(collection);
      if (shape !== undefined && byPath.get(shape)?.key === key) byPath.delete(shape);
    },
  };

  /** `token` of a path may be that of an item, and `share_id` its id. */
  function findMember(parameter: string): unknown {
    const wanted = plainName(parameter);
    for (const { collection, item, key } of [...byPath.values()].toReversed()) {
      const noun = plainName(singular(collection.name));
      if (wanted === `${noun}id` || wanted === `${noun}key`) return key;
      const own = Object.entries(item).find(([name]) => plainName(name) === wanted);
      const isScalar = typeof own?.[1] === 'string' || typeof own?.[1] === 'number';
      if (own !== undefined && isScalar && wanted !== 'id') return own[1];
    }
    return undefined;
  }
}

function itemShape({ itemPath, path }: Collection): string | undefined {
  if (itemPath !== undefined) return shapeOf(segmentsOf(splitPathKey(itemPath).template));
  return `${shapeOf(segmentsOf(splitPathKey(path).template))}/{}`;
}

/** Shape of the path up to a parameter that is a whole segment. */
function prefixOf({ path }: Operation, parameter: string): string | undefined {
  const segments = segmentsOf(splitPathKey(path).template);
  const index = segments.findIndex((segment) => variableOf(segment) === parameter);
  return index < 0 ? undefined : shapeOf(segments.slice(0, index + 1));
}

/** Reads what keys lead to, if it can be part of a path. */
export function readKey(item: unknown, keys: readonly string[]): string | number | undefined {
  const value = readPlace(item, keys);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

import type { Collection } from './collection.ts';

/** What a person or a program is told of a recognised collection. */
export interface CollectionSummary {
  readonly name: string;
  readonly path: string;
  /** Member with the key, and those that lead to it: `id`, `metadata.name`. */
  readonly key: string;
  /** What can be done, such as `list` and `create`. */
  readonly roles: readonly string[];
}

/** Describes a collection in short. */
export function summarise({ name, path, key, operations }: Collection): CollectionSummary {
  const roles = [...new Set(operations.map(({ role }) => role))];
  return { name, path, key: key.join('.'), roles };
}

/** Describes a collection on one line: `pets: list, create, show, change, remove at /pets, key id`. */
export function formatCollection(collection: Collection): string {
  const { name, path, key, roles } = summarise(collection);
  return `${name}: ${roles.join(', ')} at ${path}, key ${key}`;
}

import type { Collection, Role } from './collection.ts';

/** What a person or a program is told of a recognised collection. */
export interface CollectionSummary {
  /** Name of its table. */
  readonly name: string;
  readonly path: string;
  /** Member with the key of an item, and those that lead to it: `id`, `metadata.name`. */
  readonly key: string;
  readonly roles: readonly Role[];
}

/** Describes a collection in short. */
export function summarise({ name, path, key, operations }: Collection): CollectionSummary {
  const roles = [...new Set(operations.map(({ role }) => role))];
  return { name, path, key: key.join('.'), roles };
}

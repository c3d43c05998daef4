import type { MockApi } from '../mock/create-mock.ts';

type Recognised = Pick<MockApi, 'collections'>;

/** One line for each recognised collection, or for none: `pets: list, create, show at /pets, key id`. */
export function formatCollections({ collections }: Recognised): string[] {
  if (collections === undefined) return [];
  if (collections.length > 0) {
    return collections.map(
      ({ name, path, key, roles }) => `${name}: ${roles.join(', ')} at ${path}, key ${key}`,
    );
  }
  return [
    'No collection without a behaviour of its own is recognised: expected paths such as /things and /things/{id}.',
  ];
}

/** Lines about the collections that are there, or not there any more, since a reload. */
export function formatCollectionChanges(before: Recognised, after: Recognised): string[] {
  const [old, current] = [formatCollections(before), formatCollections(after)];
  const added = current.filter((line) => !old.includes(line));
  const names = new Set(after.collections?.map(({ name }) => name));
  const removed = (before.collections ?? []).filter(({ name }) => !names.has(name));
  return [
    ...added.map((line) => `  ${line}`),
    ...removed.map(({ name, path }) => `  ${name}: no longer recognised at ${path}.`),
  ];
}

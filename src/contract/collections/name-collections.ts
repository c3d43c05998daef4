import type { Collection } from './collection.ts';
import { variableOf } from './path-entries.ts';

/** Gives each collection a name of its own: the last segment of its path, with those before it where needed. */
export function nameCollections(collections: readonly Collection[]): Collection[] {
  const taken = new Set<string>();
  return collections.map((collection) => {
    const name = chooseName(collection.path, taken);
    taken.add(name);
    return { ...collection, name };
  });
}

function chooseName(path: string, taken: ReadonlySet<string>): string {
  const nouns = path
    .split('/')
    .filter((segment) => segment !== '' && variableOf(segment) === undefined)
    .map((segment) => segment.replace(/\.json$/, '').replaceAll(/[^\w-]+/g, '-'))
    // No table may be named as the prototype of an object is.
    .map((noun) => noun.replace(/^_+/, '') || 'items');
  for (let count = 1; count <= nouns.length; count += 1) {
    const name = nouns.slice(-count).join('.');
    if (!taken.has(name)) return name;
  }
  const whole = nouns.join('.') || 'items';
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${whole}-${number}`)) return `${whole}-${number}`;
  }
}

import type { SchemaPlaces } from '../../../contract/collections/schema-places.ts';
import type { Item } from '../../session/known-ids.ts';
import type { Trail } from '../trail.ts';
import { isAllowed, type ListSource } from './list-source.ts';
import { type Walk, walkPages } from './walk-pages.ts';

/** A list, seen by pages of several sizes while nobody else wrote. */
export interface ListView {
  /** Walk by the largest pages, which has the order of the list. */
  readonly reference: Walk;
  /** All walks, that of the largest pages first. */
  readonly walks: readonly Walk[];
  /** Items that any of them came upon. */
  readonly items: ReadonlyMap<string, Item>;
  /** Whether all of the list was seen. */
  readonly isWhole: boolean;
}

/** Times that a list is looked at anew, where somebody else writes. */
const MOST_VIEWS = 3;
/** Pages of a walk, below which sizes are chosen. */
const MOST_PAGES = 10;
const LARGEST = 100;

/** Looks at a list by pages of several sizes; `undefined` where it has no pages to look at, or does not stand still. */
export async function viewList(
  trail: Trail,
  source: ListSource,
  places: SchemaPlaces,
  query: Item = {},
): Promise<ListView | undefined> {
  const largest = largestSize(trail, source, places);
  for (let count = 0; count < MOST_VIEWS; count += 1) {
    const reference = await walkPages(trail, source, { query, size: largest });
    if (reference === undefined) return undefined;
    const walks = [reference];
    for (const size of chooseSizes(trail, source, reference)) {
      const isShort = reference.end === 'bound';
      const walk = await walkPages(trail, source, {
        query,
        size,
        ...(isShort && { mostPages: 4 }),
      });
      if (walk !== undefined) walks.push(walk);
    }
    const again = await walkPages(trail, source, {
      query,
      size: largest,
      ...(reference.end === 'bound' && { mostPages: 1 }),
    });
    if (again === undefined || !isStill(reference, again)) continue;
    const items = new Map(walks.flatMap((walk) => [...walk.items]));
    return { reference, walks, items, isWhole: reference.end !== 'bound' };
  }
  return undefined;
}

/** Largest pages that are sensible to ask for. */
export function largestSize(
  { session }: Trail,
  { order: { size } }: ListSource,
  places: SchemaPlaces,
): number | undefined {
  if (size === undefined) return undefined;
  const most = places.keyword(size.schema, 'maximum');
  const wanted = [
    LARGEST,
    ...(typeof most === 'number' && most < LARGEST ? [most] : []),
    50,
    30,
    20,
    10,
    5,
  ];
  return wanted.find((one) => isAllowed(session, size, one));
}

/** Sizes whose pages end in the middle, at the end, and one item before the end of a list. */
function chooseSizes(
  { session }: Trail,
  { order: { size } }: ListSource,
  { items, end, size: largest }: Walk,
): number[] {
  if (size === undefined || items.size === 0) return [];
  const all = items.size;
  const least = end === 'bound' ? 2 : Math.max(1, Math.ceil(all / MOST_PAGES));
  const wanted = end === 'bound' ? [least] : [least, least + 1, Math.ceil(all / 2), all - 1, all];
  const sizes = [...new Set(wanted)].filter((one) => one >= 1 && one !== largest);
  return sizes.filter((one) => isAllowed(session, size, one));
}

function isStill(before: Walk, after: Walk): boolean {
  const names = before.end === 'bound' ? (before.pages[0]?.names ?? []) : [...before.items.keys()];
  const same =
    after.end === 'bound' || before.end === 'bound'
      ? (after.pages[0]?.names ?? [])
      : [...after.items.keys()];
  return names.length === same.length && new Set(names).isSubsetOf(new Set(same));
}

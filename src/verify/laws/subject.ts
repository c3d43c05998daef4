import type { CaseRequest } from '../../cases/case.ts';
import type {
  Collection,
  CollectionOperation,
  Role,
} from '../../contract/collections/collection.ts';
import type { SchemaPlaces } from '../../contract/collections/schema-places.ts';
import type { Answer } from '../session/create-session.ts';
import type { MadeItem } from '../session/items.ts';
import { baseRequest, roleOf } from '../session/items.ts';
import type { ListSource } from './lists/list-source.ts';
import type { MakeItem } from './make-item.ts';
import type { Trail, Waits } from './trail.ts';
import type { Random } from './values/create-random.ts';

/** Collection that laws are tried on, and what is known of it. */
export interface Subject {
  readonly collection: Collection;
  readonly places: SchemaPlaces;
  readonly random: Random;
  readonly waits: Waits;
  /** Lists of the collection, that of its own path first. */
  readonly lists: readonly ListSource[];
  /** Items that were made for its laws, and are still there. */
  readonly made: readonly MadeItem[];
  /** Makes another item; `undefined` where the server does not do it. */
  readonly make: MakeItem;
  /** Values of the variables of the path of the collection, from the outermost one. */
  readonly parents: () => readonly unknown[];
}

/** Sets the path of a request to an operation of a collection. */
export function withPath(
  request: CaseRequest,
  { scope, keyParameter }: CollectionOperation,
  parents: readonly unknown[],
  key: string | number | undefined,
): CaseRequest {
  const outer = scope.flatMap(({ parameter }, index): [string, unknown][] =>
    parents[index] === undefined ? [] : [[parameter, parents[index]]],
  );
  const own: [string, unknown][] =
    keyParameter === undefined || key === undefined ? [] : [[keyParameter, key]];
  const path = Object.fromEntries([...outer, ...own]);
  return {
    ...request,
    pathParameters: { ...request.pathParameters, ...path },
    fixed: new Set([...request.fixed, ...Object.keys(path)]),
  };
}

/** Asks an operation about one item; `undefined` where the collection has none of the role. */
export async function askItem(
  trail: Trail,
  { collection, parents }: Pick<Subject, 'collection' | 'parents'>,
  role: Role,
  key: string | number,
): Promise<Answer | undefined> {
  const found = roleOf(collection, role);
  if (found?.keyParameter === undefined) return undefined;
  const base = await baseRequest(trail.session, found.operation);
  return base && trail.ask(found.operation, withPath(base, found, parents(), key));
}

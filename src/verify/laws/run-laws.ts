import type { Collection, CollectionOperation } from '../../contract/collections/collection.ts';
import { createSchemaPlaces, type SchemaPlaces } from '../../contract/collections/schema-places.ts';
import { AnswerError } from '../send/answer-error.ts';
import type { Session } from '../session/create-session.ts';
import { baseRequest, type MadeItem, roleOf } from '../session/items.ts';
import type { Item } from '../session/known-ids.ts';
import { tryTwice } from './answers-are-stable.ts';
import { tryChanges } from './changed-is-shown.ts';
import { tryListed } from './created-is-listed.ts';
import { tryShown } from './created-is-shown.ts';
import { tryEnds } from './ended-is-closed.ts';
import { tryFilters } from './filters-keep.ts';
import { findListSources, findLooseLists } from './lists/find-list-sources.ts';
import { askList, type ListSource } from './lists/list-source.ts';
import { tryOrders } from './lists-are-sorted.ts';
import { createItemMaker, type MakeItem } from './make-item.ts';
import { type ListSubject, tryPages } from './pages-agree.ts';
import { tryRemoval } from './removed-is-gone.ts';
import { trySecrets } from './secrets-stay-hidden.ts';
import type { Subject } from './subject.ts';
import { createTrail, createWaits, type Waits } from './trail.ts';
import { createRandom } from './values/create-random.ts';

/** Milliseconds between looks at what may come in a moment: less than a second in all. */
const WAITS: readonly number[] = [30, 90, 250, 500];
/** Items of each collection that laws are tried on. */
const ITEMS = 4;

/** Laws of lists, which change nothing. */
const LIST_LAWS: readonly ((session: Session, subject: ListSubject) => Promise<void>)[] = [
  tryPages,
  tryFilters,
  tryOrders,
];
/** Laws of collections; those that change or remove something come last. */
const LAWS: readonly ((session: Session, subject: Subject) => Promise<void>)[] = [
  tryShown,
  tryListed,
  trySecrets,
  ...LIST_LAWS,
  tryTwice,
  tryChanges,
  tryEnds,
  tryRemoval,
];

/** Tries the laws of all lists and collections that the server has, one after the other. Throws ConnectionError and StoppedError. */
export async function runLaws(session: Session, milliseconds = WAITS): Promise<void> {
  const waits = createWaits(milliseconds);
  const places = createSchemaPlaces(session.contract);
  for (const collection of session.collections)
    await tryCollection(session, collection, places, waits);
  for (const source of await findLooseLists(session, places)) {
    const subject = {
      places,
      waits,
      lists: [source],
      random: createRandom(session.options.seed, source.operation.id),
    };
    if ((await firstAnswer(session, source)) === undefined) continue;
    for (const law of [...LIST_LAWS, tryTwice]) await keepTo(() => law(session, subject));
  }
}

async function tryCollection(
  session: Session,
  collection: Collection,
  places: SchemaPlaces,
  waits: Waits,
): Promise<void> {
  // 1. What laws need: parents that are there, items to act on, lists that answer.
  const known = session.created.find((one) => one.collection === collection);
  const random = createRandom(session.options.seed, collection.path);
  let parents: readonly unknown[] =
    known === undefined ? [] : listParents(roleOf(collection, 'create'), known.path);
  const makeAnywhere = createItemMaker(session, collection, places, random);
  // Ids of parents that are known may have changed since.
  const make: MakeItem = async (members) => {
    const one = await makeAnywhere(members);
    if (one !== undefined) parents = listParents(roleOf(collection, 'create'), one.path);
    return one;
  };
  const made: MadeItem[] = [];
  const sources = await findListSources(session, collection, places, () => parents);
  const lists: ListSource[] = [];
  for (const source of sources) {
    const path = await firstAnswer(session, source);
    if (path === undefined) continue;
    lists.push(source);
    if (parents.length === 0) parents = listParents(source.role, path);
  }
  await keepTo(async () => {
    while (made.length < ITEMS) {
      const one = await make();
      // A server that takes the key of its client may take it twice.
      if (one === undefined || made.some(({ key }) => key === one.key)) break;
      made.push(one);
    }
  });
  if (lists.length === 0 && made.length === 0) return;
  const subject = { collection, places, random, waits, lists, made, make, parents: () => parents };

  // 2. The laws.
  for (const law of LAWS) await keepTo(() => law(session, subject));

  // 3. What follows asks for the item that was there before.
  if (known !== undefined) await remember(session, collection, known.key, known.path);
}

/** An answer that cannot be read ends one law. */
async function keepTo(law: () => Promise<void>): Promise<void> {
  try {
    await law();
  } catch (error) {
    if (!(error instanceof AnswerError)) throw error;
  }
}

/** Path of a list that the server has; `undefined` for one that it does not have. */
async function firstAnswer(session: Session, source: ListSource): Promise<Item | undefined> {
  try {
    const answer = await askList(createTrail(session, createWaits([])), source, {});
    return answer.isSuccess ? answer.path : undefined;
  } catch (error) {
    if (error instanceof AnswerError) return undefined;
    throw error;
  }
}

function listParents(role: CollectionOperation | undefined, path: Item): unknown[] {
  return (role?.scope ?? []).map(({ parameter }) => path[parameter]);
}

async function remember(
  session: Session,
  collection: Collection,
  key: string | number,
  path: Item,
): Promise<void> {
  session.ids.learn(collection, path, key, {});
  const show = roleOf(collection, 'show');
  const base = show?.keyParameter && (await baseRequest(session, show.operation));
  if (show?.keyParameter === undefined || base === undefined || base === '') return;
  const pathParameters = { ...base.pathParameters, ...path, [show.keyParameter]: key };
  await keepTo(async () => {
    await session.ask(show.operation, {
      ...base,
      pathParameters,
      fixed: new Set(Object.keys(pathParameters)),
    });
  });
}

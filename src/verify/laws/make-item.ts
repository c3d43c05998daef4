import type { Collection } from '../../contract/collections/collection.ts';
import type { SchemaPlaces } from '../../contract/collections/schema-places.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import type { Session } from '../session/create-session.ts';
import { baseRequest, createItem, type MadeItem, roleOf } from '../session/items.ts';
import type { Item } from '../session/known-ids.ts';
import { readSent, sentPlace, wrapSent } from './sent-item.ts';
import type { Random } from './values/create-random.ts';
import { type MemberMaker, makeMembers, type Richness } from './values/make-members.ts';

/** Makes an item, with some members as they are given; `undefined` where the server does not do it. */
export type MakeItem = (members?: Item) => Promise<MadeItem | undefined>;

const LEVELS: readonly (Richness | 'least')[] = ['rich', 'plain', 'least'];

/**
 * Creates the maker of items of a collection. The first item has all that its body may have; where the server refuses that,
 * which may have reasons that no contract tells, it and all later ones have less.
 */
export function createItemMaker(
  session: Session,
  collection: Collection,
  places: SchemaPlaces,
  random: Random,
): MakeItem {
  let level = 0;
  const isAbleToCreate = session.created.some((one) => one.collection === collection);
  return async (given = {}) => {
    const role = roleOf(collection, 'create');
    const base = role && (await baseRequest(session, role.operation));
    const body = role && sentPlace(role, places);
    if (role === undefined || base === undefined || !isAbleToCreate || !session.options.isWriting)
      return undefined;
    for (; level < LEVELS.length; level += 1) {
      const own = makeLevel(LEVELS[level] ?? 'least');
      const made = await createItem(
        session,
        collection,
        wrapSent(role, base.body, { ...own, ...given }),
      );
      if (made !== undefined) return { ...made, sent: readSent(role, made.sent) };
    }
    return undefined;

    function makeLevel(richness: Richness | 'least'): Item {
      if (richness === 'least' || body === undefined || role === undefined) return {};
      const sent = readSent(role, base?.body);
      const whole = role.operation.body?.content.find(
        ({ type }) => type === base?.mediaType,
      )?.schema;
      const isValid = (members: Item) => {
        const filled = {
          ...Object(base?.body),
          ...wrapSent(role, base?.body, { ...members, ...given }),
        };
        return whole === undefined || session.tools.oracle(whole, filled, 'request').length === 0;
      };
      const maker = {
        places,
        tools: session.tools,
        random,
        isLeft: (name: string) => Object.hasOwn(given, name),
      };
      const own = makeMembers(body, sent, richness, maker, isValid);
      const key = listKeys(collection, body, sent, maker).find((one) =>
        isValid({ ...own, ...one }),
      );
      return { ...own, ...key };
    }
  };
}

/** Keys that a client gives, so that nothing of somebody else's is written over. */
function listKeys(
  { key: [name = ''] }: Collection,
  body: SchemaPlace,
  sent: Item,
  { places, random }: MemberMaker,
): Item[] {
  const place = places.members(body).get(name);
  if (
    place === undefined ||
    !Object.hasOwn(sent, name) ||
    places.keyword(place, 'readOnly') === true
  )
    return [];
  if (typeof sent[name] === 'number') return [{ [name]: 100_000 + random.below(800_000) }];
  const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
  const uuid = hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  return [uuid, random.word(12)].map((value) => ({ [name]: value }));
}

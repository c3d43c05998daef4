import type { CaseRequest } from '../../../cases/case.ts';
import type {
  Collection,
  CollectionOperation,
  ListQuery,
} from '../../../contract/collections/collection.ts';
import { plainName } from '../../../contract/collections/member-names.ts';
import { readListQuery } from '../../../contract/collections/read-list-query.ts';
import { bodyPlace } from '../../../contract/collections/read-messages.ts';
import type { SchemaPlaces } from '../../../contract/collections/schema-places.ts';
import type { PagingFacts } from '../../../contract/extensions/parse-extension.ts';
import { readPaging } from '../../../contract/extensions/read-extension.ts';
import type {
  Contract,
  Operation,
  Parameter,
  SchemaPlace,
} from '../../../contract/model/contract.ts';
import { ContractError } from '../../../contract/model/contract-error.ts';
import type { Session } from '../../session/create-session.ts';
import { baseRequest, roleOf } from '../../session/items.ts';
import { type Item, readKey } from '../../session/known-ids.ts';
import { shownPlace } from '../sent-item.ts';
import { withPath } from '../subject.ts';
import type { ListSource, PageOrder } from './list-source.ts';

/** Names of members that tell items of an unknown kind apart. */
const KEYS = ['id', 'uuid', 'guid', 'key', 'slug'];
/** Cursors that are the key of an item. */
const BY_KEY = ['startingafter', 'after', 'afterid', 'lastid', 'sinceid', 'marker'];

/** Finds the lists of a collection; `parents` are the values of its path. */
export async function findListSources(
  session: Session,
  collection: Collection,
  places: SchemaPlaces,
  parents: () => readonly unknown[],
): Promise<ListSource[]> {
  const main = roleOf(collection, 'list');
  const roles = collection.operations.filter(({ role }) => role === 'list');
  const ordered = main === undefined ? roles : [main, ...roles.filter((one) => one !== main)];
  const found = await Promise.all(
    ordered.map(async (role) => {
      const { operation, envelope, query } = role;
      const base = await baseRequest(session, operation);
      if (base === undefined) return [];
      const item = shownPlace(role, places);
      const nameOf = (one: Item) =>
        collection.isKeyHidden ? undefined : textOf(readKey(one, collection.key));
      const about = { operation, envelope, item, query, role, nameOf };
      return [
        toSource(session.contract, about, base, places, (request) =>
          withPath(request, role, parents(), undefined),
        ),
      ];
    }),
  );
  return found.flat();
}

/** Finds the lists that page and belong to no collection. */
export async function findLooseLists(
  session: Session,
  places: SchemaPlaces,
): Promise<ListSource[]> {
  const { contract, collections } = session;
  const known = new Set(
    collections.flatMap(({ operations }) => operations.map(({ operation }) => operation)),
  );
  const found: ListSource[] = [];
  for (const operation of contract.operations) {
    if (operation.method !== 'get' || known.has(operation) || operation.flaw !== undefined)
      continue;
    const facts = tryPaging(contract, operation);
    const base = facts && (await baseRequest(session, operation));
    if (facts === undefined || base === undefined) continue;
    const place = bodyPlace(operation, 'list');
    const array = facts.items.reduce<SchemaPlace | undefined>(
      (at, name) => at && places.members(at).get(name),
      place,
    );
    const item = array && places.items(array);
    const query = readListQuery(operation, item ?? { pointer: '', schema: true }, places);
    const about = {
      operation,
      envelope: facts.items,
      item,
      query,
      role: undefined,
      nameOf: nameLoosely,
    };
    found.push(toSource(contract, about, base, places, (request) => request));
  }
  return found;
}

function nameLoosely(item: Item): string | undefined {
  const name = KEYS.find((key) => Object.keys(item).some((own) => plainName(own) === key));
  const own = Object.entries(item).find(([member]) => plainName(member) === name);
  return own && textOf(readKey(item, [own[0]]));
}

function textOf(key: string | number | undefined): string | undefined {
  return key === undefined ? undefined : String(key);
}

interface About {
  readonly operation: Operation;
  readonly envelope: readonly string[];
  readonly item: SchemaPlace | undefined;
  readonly query: ListQuery;
  readonly role: CollectionOperation | undefined;
  readonly nameOf: ListSource['nameOf'];
}

function toSource(
  contract: Contract,
  about: About,
  base: CaseRequest,
  places: SchemaPlaces,
  fill: (request: CaseRequest) => CaseRequest,
): ListSource {
  const order = readOrder(contract, about, places);
  const paging = new Set([order.parameter?.name, order.size?.name]);
  const query = Object.fromEntries(
    Object.entries(base.query).filter(([name]) => !paging.has(name)),
  );
  return {
    ...about,
    order,
    isWhole: Object.keys(query).length === 0,
    request: () => fill({ ...base, query }),
    describe: (where) => {
      const [, pointer = ''] = /^answer body (\/.*)$/.exec(where) ?? [];
      const names = pointer.split('/').slice(1);
      const body = bodyPlace(about.operation, 'list');
      const place = names.reduce<SchemaPlace | undefined>(
        (at, name) => at && places.members(at).get(name),
        body,
      );
      return String((place && places.keyword(place, 'description')) ?? '');
    },
  };
}

function readOrder(
  contract: Contract,
  { operation, query }: About,
  places: SchemaPlaces,
): PageOrder {
  const facts = tryPaging(contract, operation);
  const find = (name: string | undefined) =>
    operation.parameters.find((one) => one.in === 'query' && one.name === name);
  const isNumber = (parameter: Parameter | undefined) => {
    const types = parameter === undefined ? [] : places.types(parameter.schema);
    return types.length === 0 || types.includes('integer') || types.includes('number');
  };
  const given = find(facts?.size ?? query.size?.parameter);
  const size = given !== undefined && isNumber(given) ? { size: given } : {};
  const more = {
    ...size,
    ...(facts?.more && { more: facts.more }),
    ...(facts?.next && { next: facts.next }),
  };
  const parameter = find(facts?.parameter);
  const number = query.page ?? query.offset;
  // A page that is asked for by its number can be asked for though the answer denies that it is there.
  const isCounted = facts === undefined || facts.parameter === number?.parameter;
  const counted = find(number?.parameter);
  if (number !== undefined && counted !== undefined && isCounted && isNumber(counted)) {
    const by = query.page === undefined ? 'offset' : 'page';
    const first = facts?.first ?? firstOf(counted, number.fallback, by, places);
    return {
      by,
      parameter: counted,
      ...(first !== undefined && { first }),
      ...size,
      ...(facts?.more && { more: facts.more }),
    };
  }
  if (facts !== undefined && (facts.by === 'link' || parameter !== undefined)) {
    return {
      by: facts.by,
      ...(parameter && { parameter }),
      ...(facts.first !== undefined && { first: facts.first }),
      ...more,
    };
  }
  const after = find(query.after?.parameter);
  if (after === undefined) return { by: 'link', ...more };
  return {
    by: BY_KEY.includes(plainName(after.name)) ? 'key' : 'cursor',
    parameter: after,
    ...more,
  };
}

function firstOf(
  parameter: Parameter,
  fallback: number | undefined,
  by: 'page' | 'offset',
  places: SchemaPlaces,
): number | undefined {
  if (fallback !== undefined) return fallback;
  if (by === 'offset') return 0;
  const least = places.keyword(parameter.schema, 'minimum');
  return typeof least === 'number' && least >= 1 ? least : undefined;
}

/** A malformed extension is reported by other commands. */
function tryPaging(contract: Contract, operation: Operation): PagingFacts | undefined {
  try {
    return readPaging(contract, operation);
  } catch (error) {
    if (error instanceof ContractError) return undefined;
    throw error;
  }
}

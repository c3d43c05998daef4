import type { ListQuery } from '../../contract/collections/collection.ts';
import { instantRole, plainName } from '../../contract/collections/member-names.ts';
import type { SchemaPlaces } from '../../contract/collections/schema-places.ts';
import type { Parameter } from '../../contract/model/contract.ts';
import type { Session } from '../session/create-session.ts';
import type { Item } from '../session/known-ids.ts';
import { isAllowed, type ListSource } from './lists/list-source.ts';
import { largestSize } from './lists/view-list.ts';
import { walkPages } from './lists/walk-pages.ts';
import type { ListSubject } from './pages-agree.ts';
import { type Found, fileConfirmed, type Trail } from './trail.ts';
import { findDisorder } from './values/find-disorder.ts';

/** An order that can be asked for. */
interface Order {
  readonly member: string;
  readonly direction: 'ascending' | 'descending' | 'either';
  readonly query: Item;
  /** Such as `sort=-created`. */
  readonly words: string;
}

/** Orders of one list that are asked for. */
const MOST_ORDERS = 8;

/** Law: a list is in the order that was asked for. Items that are alike in it may come in any. */
export async function tryOrders(
  session: Session,
  { lists, places, waits }: ListSubject,
): Promise<void> {
  for (const source of lists) {
    for (const order of listOrders(session, source, places)) {
      await fileConfirmed(session, waits, (trail) =>
        tryOrder(trail, source, order, largestSize(trail, source, places)),
      );
    }
  }
}

async function tryOrder(
  trail: Trail,
  source: ListSource,
  order: Order,
  size: number | undefined,
): Promise<Found[]> {
  const { member, direction, query, words } = order;
  const walk = await walkPages(trail, source, { query, size });
  if (walk === undefined) return [];
  const values = [...walk.items.values()].map((item) => item[member]);
  const disorder = findDisorder(values, direction);
  if (disorder === undefined) return [];
  const [before, after] = disorder.map((value) => JSON.stringify(value));
  return [
    {
      kind: 'wrong-order',
      operation: source.operation,
      where: `query ${Object.keys(query)[0]}`,
      expected: `items ${direction === 'either' ? 'sorted' : direction} by ${member} for ${words}`,
      found: `${before} before ${after}`,
      lines: walk.lines,
    },
  ];
}

/** Lists the orders whose names the contract gives. */
function listOrders(session: Session, source: ListSource, places: SchemaPlaces): Order[] {
  const { sort, direction }: ListQuery = source.query;
  const find = (name: string | undefined) =>
    source.operation.parameters.find((one) => one.in === 'query' && one.name === name);
  const by = find(sort);
  if (by === undefined || source.item === undefined) return [];
  const members = [...places.members(source.item)].filter(
    ([, place]) => places.keyword(place, 'enum') === undefined,
  );
  const values = listValues(by, places);
  const directions = listDirections(find(direction), places);
  const orders = values.flatMap((value): Order[] => {
    const { name, sign } = readSort(value);
    const member = findMember(
      name,
      members.map(([own]) => own),
    );
    if (member === undefined) return [];
    const own = { [by.name]: value };
    const words = `${by.name}=${value}`;
    if (sign !== undefined) return [{ member, direction: sign, query: own, words }];
    if (directions.length > 0) {
      return directions.map(({ parameter, text, way }) => ({
        member,
        direction: way,
        query: { ...own, [parameter]: text },
        words: `${words}&${parameter}=${text}`,
      }));
    }
    // Where the opposite has a sign, a name without one ascends.
    const hasTwin = values.some(
      (other) =>
        other !== value && readSort(other).name === name && readSort(other).sign === 'descending',
    );
    return [{ member, direction: hasTwin ? 'ascending' : 'either', query: own, words }];
  });
  const allowed = orders.filter(({ query }) =>
    Object.entries(query).every(([name, value]) => {
      const parameter = find(name);
      return parameter !== undefined && isAllowed(session, parameter, value);
    }),
  );
  return allowed.slice(0, MOST_ORDERS);
}

function listValues({ schema }: Parameter, places: SchemaPlaces): string[] {
  const options = places.keyword(schema, 'enum');
  return Array.isArray(options) ? options.filter((one) => typeof one === 'string') : [];
}

function listDirections(parameter: Parameter | undefined, places: SchemaPlaces) {
  if (parameter === undefined) return [];
  return listValues(parameter, places).flatMap((text) => {
    const way = wayOf(text);
    return way === undefined ? [] : [{ parameter: parameter.name, text, way }];
  });
}

function wayOf(text: string): 'ascending' | 'descending' | undefined {
  if (/^(?:a|asc|ascending|\+|1)$/i.test(text)) return 'ascending';
  return /^(?:d|desc|descending|-|-1)$/i.test(text) ? 'descending' : undefined;
}

/** `-created`, `created_at:desc` and `createdDesc` name a member and a direction. */
function readSort(value: string): { name: string; sign: 'ascending' | 'descending' | undefined } {
  const [, sign, rest = ''] = /^([-+]?)(.*)$/.exec(value) ?? [];
  if (sign === '-') return { name: rest, sign: 'descending' };
  if (sign === '+') return { name: rest, sign: 'ascending' };
  const [, name, way = ''] =
    /^(.+?)(?:[:_\s.,-]|(?=[AD]))(asc|desc|ascending|descending)$/i.exec(value) ?? [];
  return name === undefined ? { name: value, sign: undefined } : { name, sign: wayOf(way) };
}

function findMember(name: string, members: readonly string[]): string | undefined {
  const wanted = plainName(name);
  const role = instantRole(name);
  return (
    members.find((own) => plainName(own) === wanted) ??
    (role === undefined ? undefined : members.find((own) => instantRole(own) === role))
  );
}

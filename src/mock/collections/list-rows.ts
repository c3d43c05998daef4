import type {
  Collection,
  CollectionOperation,
  Filter,
  ListQuery,
} from '../../contract/collections/collection.ts';
import { plainName } from '../../contract/collections/member-names.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { memberOf } from '../../contract/model/member-of.ts';
import { pageOf, type RowPage } from '../authoring/page-of.ts';
import type { CollectionModel } from './collection-model.ts';
import { keyOf, type Row, textOf } from './rows.ts';

type Query = Readonly<Record<string, unknown>>;

/** Values that mean that all rows are wanted. */
const ALL = ['all', 'any', '*', ''];
/** Members by which an object is meant in a filter. */
const NAMES = ['id', 'name', 'login', 'username', 'key', 'slug', 'title', 'gid', 'value'];
/** Size of a page where a page is asked for, and no size is known. */
const USUAL_SIZE = 20;

/** Chooses, sorts and cuts the rows of a list by its query. */
export function listRows(
  rows: readonly Row[],
  { query: known }: CollectionOperation,
  query: Query,
  model: CollectionModel,
): RowPage<Row> {
  const chosen = known.filters.reduce(
    (left, filter) => filterRows(left, filter, query, model),
    rows,
  );
  return cutPage(sortRows(chosen, known, query), known, query, model.collection);
}

function filterRows(
  rows: readonly Row[],
  { parameter, member }: Filter,
  query: Query,
  { item, fitting: { places } }: CollectionModel,
): readonly Row[] {
  const sent = query[parameter];
  if (sent === undefined || isJsonObject(sent)) return rows;
  const place = places.members(item).get(member);
  const known =
    place &&
    (places.keyword(place, 'enum') ?? places.keyword(places.items(place) ?? place, 'enum'));
  const wanted = [sent].flat().map(textOf);
  // `state=all` beside the states `open` and `closed`.
  const isAll = (value: string) =>
    ALL.includes(value.toLowerCase()) && !(Array.isArray(known) && known.includes(value));
  if (wanted.length === 0 || wanted.some(isAll)) return rows;
  return rows.filter((row) => wanted.some((value) => hasValue(memberOf(row, member), value)));
}

function hasValue(member: unknown, wanted: string): boolean {
  if (Array.isArray(member)) return member.some((item) => hasValue(item, wanted));
  if (isJsonObject(member)) return NAMES.some((name) => textOf(memberOf(member, name)) === wanted);
  return textOf(member) === wanted;
}

/** Sorts by `name`, `-name`, `name desc`, `name:desc` or a direction beside; unknown names sort nothing. */
function sortRows(
  rows: readonly Row[],
  { sort, direction }: ListQuery,
  query: Query,
): readonly Row[] {
  const sent = sort === undefined ? undefined : query[sort];
  if (sent === undefined) return rows;
  const isReversed = /^desc/i.test(textOf(direction === undefined ? undefined : query[direction]));
  const names = [sent].flat().flatMap((value) => textOf(value).split(','));
  const orders = names.flatMap((text) => {
    const [, minus = '', wanted = '', ending = ''] =
      /^\s*([-+]?)([\w.]+)(?:[\s:]+(\w+))?/.exec(text) ?? [];
    const name = findMember(rows, wanted);
    const isDown = minus === '-' || /^desc/i.test(ending);
    return name === undefined ? [] : [{ name, sign: isDown !== isReversed ? -1 : 1 }];
  });
  if (orders.length === 0) return rows;
  return rows.toSorted((one, other) => {
    for (const { name, sign } of orders) {
      const compared = compare(memberOf(one, name), memberOf(other, name));
      if (compared !== 0) return compared * sign;
    }
    return 0;
  });
}

/** `created` sorts by `created_at` as well. */
function findMember(rows: readonly Row[], wanted: string): string | undefined {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  const plain = plainName(wanted);
  const find = (name: string) => [...names].find((one) => plainName(one) === name);
  return plain === '' ? undefined : (find(plain) ?? find(`${plain}at`));
}

function compare(one: unknown, other: unknown): number {
  if (one === other) return 0;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [left, right] = [textOf(one), textOf(other)];
  return left < right ? -1 : Number(left > right);
}

function cutPage(
  rows: readonly Row[],
  known: ListQuery,
  query: Query,
  collection: Collection,
): RowPage<Row> {
  const asked = (name: 'page' | 'size' | 'offset' | 'after' | 'before') => {
    const parameter = known[name];
    return parameter === undefined ? undefined : query[parameter.parameter];
  };
  const [page, offset] = [numberOf(asked('page')), numberOf(asked('offset'))];
  const isPaged = page !== undefined;
  const size =
    numberOf(asked('size')) ?? known.size?.fallback ?? (isPaged ? USUAL_SIZE : undefined);
  const find = (value: unknown) =>
    rows.findIndex((row) => keyOf(row, collection) === textOf(value));
  const after = asked('after');
  if (after !== undefined) {
    // A number that is no key is an offset.
    const index = find(after);
    const start = index >= 0 ? index + 1 : (numberOf(after) ?? 0);
    return pageOf(rows, { offset: start, size });
  }
  const end = asked('before') === undefined ? -1 : find(asked('before'));
  if (end >= 0) {
    const start = Math.max(0, end - (size ?? end));
    return pageOf(rows, { offset: start, size: end - start });
  }
  // Pages are counted from 0 where that is the first one.
  const first = known.page?.fallback === 0 ? 0 : 1;
  return pageOf(rows, { page: isPaged ? page - first + 1 : undefined, offset, size });
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= 0 ? number : undefined;
}

import type { Operation, Parameter, SchemaPlace } from '../model/contract.ts';
import type { Filter, ListQuery, PageParameter } from './collection.ts';
import { plainName } from './member-names.ts';
import type { SchemaPlaces } from './schema-places.ts';

type PagingName = 'page' | 'size' | 'offset' | 'after' | 'before';

/** Names of paging parameters, without separators. */
const PAGING: Readonly<Record<PagingName, readonly string[]>> = {
  page: ['page', 'pagenumber', 'pagenum', 'pageno', 'pageindex', 'currentpage'],
  size: [
    ...['perpage', 'pagesize', 'limit', 'size', 'maxresults', 'top', 'first', 'take', 'pagelimit'],
    ...['count', 'maxitems', 'maxkeys', 'itemsperpage', 'resultsperpage', 'pagecount'],
  ],
  offset: ['offset', 'skip', 'start', 'startindex', 'startat', 'pageoffset', 'from'],
  after: [
    ...['cursor', 'after', 'startingafter', 'pagetoken', 'nexttoken', 'nextpagetoken', 'marker'],
    ...['continuationtoken', 'continue', 'pagecursor', 'pageafter', 'nextcursor', 'startcursor'],
  ],
  before: ['before', 'endingbefore', 'pagebefore', 'endcursor', 'prevcursor', 'previouscursor'],
};
const SORT = ['sort', 'orderby', 'sortby', 'ordering', 'sortfield', 'sortkey'];
const DIRECTION = ['direction', 'order', 'sortorder', 'sortdirection', 'orderdirection', 'sortdir'];

/** Reads which query parameters of a list choose rows, sort them, and cut a page out of them. */
export function readListQuery(
  { parameters }: Operation,
  item: SchemaPlace,
  places: SchemaPlaces,
): ListQuery {
  const query = parameters.filter(({ in: place }) => place === 'query');
  const used = new Set<string>();
  const take = (names: readonly string[]) => {
    const found = names
      .values()
      .map((name) => query.find((one) => plainName(one.name) === name && !used.has(one.name)))
      .find((one) => one !== undefined);
    if (found !== undefined) used.add(found.name);
    return found;
  };
  const members = namesOf(item, places);
  const page = takePage('page');
  const size = takePage('size');
  const offset = takePage('offset');
  const after = takePage('after');
  const before = takePage('before');
  const sort = take(SORT)?.name ?? takeOrder();
  const direction = take(DIRECTION)?.name;
  return {
    filters: query.filter(({ name }) => !used.has(name)).flatMap((one) => toFilter(one, members)),
    ...(page && { page }),
    ...(size && { size }),
    ...(offset && { offset }),
    ...(after && { after }),
    ...(before && { before }),
    ...(sort !== undefined && { sort }),
    ...(direction !== undefined && { direction }),
  };

  /** A member of the name is filtered by, and not paged by. */
  function takePage(name: PagingName): PageParameter | undefined {
    const found = take(PAGING[name].filter((one) => !members.has(one)));
    if (found === undefined) return undefined;
    const preset = places.keyword(found.schema, 'default');
    const isNumber = typeof preset === 'number' && preset >= 0;
    return { parameter: found.name, fallback: isNumber ? preset : undefined };
  }

  /** `order` alone has the name of a member, where nothing else sorts. */
  function takeOrder(): string | undefined {
    const order = query.find(({ name }) => plainName(name) === 'order' && !used.has(name));
    if (order === undefined) return undefined;
    const values = places.keyword(order.schema, 'enum');
    const isDirection =
      Array.isArray(values) && values.some((value) => /^(?:a|de)sc/i.test(`${value}`));
    if (isDirection) return undefined;
    used.add(order.name);
    return order.name;
  }
}

function namesOf(item: SchemaPlace, places: SchemaPlaces): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  for (const name of places.members(item).keys()) {
    const plain = plainName(name);
    if (!members.has(plain)) members.set(plain, name);
  }
  return members;
}

/** `filter[status]` and `status` both filter by the member of that name. */
function toFilter({ name }: Parameter, members: ReadonlyMap<string, string>): Filter[] {
  const [, inner = name] = /^filters?\[([^\]]+)\]$/i.exec(name) ?? [];
  const member = members.get(plainName(inner));
  return member === undefined ? [] : [{ parameter: name, member }];
}

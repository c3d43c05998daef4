import { plainName } from '../../../contract/collections/member-names.ts';
import { PAGE_NAMES } from '../../../contract/collections/page-names.ts';
import { isJsonObject } from '../../../contract/model/json-cursor.ts';
import type { Answer } from '../../session/create-session.ts';
import { type ListSource, readMember } from './list-source.ts';

/** Something that a page says of the list, and where. */
export interface Fact<Value> {
  /** Such as `answer body /total`, `answer header x-total-count`. */
  readonly where: string;
  readonly value: Value;
}

/** What a page says of the list that it is a part of. */
export interface PageFacts {
  /** Whether a page follows, in so many words. */
  readonly more?: Fact<boolean>;
  /** Whether a page goes before. */
  readonly previous?: Fact<boolean>;
  /** Number of all items. */
  readonly total?: Fact<number>;
  /** Number of all items, or of those of the page. */
  readonly count?: Fact<number>;
  readonly pages?: Fact<number>;
  /** Number of this page. */
  readonly current?: Fact<number>;
  /** Cursor, number or URL of the next page; null for none. */
  readonly next?: Fact<string | number | null>;
}

const LAST = ['islast', 'last', 'islastpage', 'lastpage', 'isfinal'];
/** The last one of a page may be a cursor too, where nothing else says what follows. */
const NEXT: readonly string[] = [...PAGE_NAMES.next, 'endcursor'];
const OUTER: readonly string[] = PAGE_NAMES.outer;
const TOTAL_HEADERS = ['x-total-count', 'x-total', 'total-count', 'x-pagination-total-count'];
const PAGES_HEADERS = ['x-total-pages', 'x-pagination-page-count'];

/** Reads what an answer says of its list, by the usual names and by what the contract names. */
export function readPageFacts(
  { envelope, order }: ListSource,
  { body, headers }: Answer,
): PageFacts {
  const members = [...listMembers(body, envelope)];
  const find = <Value>(
    names: readonly string[],
    is: (value: unknown) => value is Value,
  ): Fact<Value> | undefined => {
    for (const wanted of names) {
      const found = members.find(({ name, value }) => name === wanted && is(value));
      if (found !== undefined && is(found.value)) return { where: found.where, value: found.value };
    }
    return undefined;
  };
  const named = <Value>(
    path: readonly string[] | undefined,
    is: (value: unknown) => value is Value,
  ) => {
    const value = path && readMember(body, path);
    return path !== undefined && is(value)
      ? { where: `answer body /${path.join('/')}`, value }
      : undefined;
  };
  const last = find(LAST, isBoolean);
  const more =
    named(order.more, isBoolean) ??
    find(PAGE_NAMES.more, isBoolean) ??
    (last && { ...last, value: !last.value });
  const previous = find(PAGE_NAMES.previous, isBoolean);
  const total = find(PAGE_NAMES.total, isCount) ?? readHeader(headers, TOTAL_HEADERS);
  const count = find(PAGE_NAMES.count, isCount);
  const pages = find(PAGE_NAMES.pages, isCount) ?? readHeader(headers, PAGES_HEADERS);
  const current = find(PAGE_NAMES.current, isCount);
  const next = named(order.next, isNext) ?? readLink(headers) ?? find(NEXT, isNext);
  return {
    ...(more && { more }),
    ...(previous && { previous }),
    ...(total && { total }),
    ...(count && { count }),
    ...(pages && { pages }),
    ...(current && { current }),
    ...(next && { next }),
  };
}

/** Whether a page says that another one follows; `undefined` where it says nothing. */
export function saysMore({ more, next }: PageFacts): Fact<boolean> | undefined {
  if (more !== undefined) return more;
  return next && { where: next.where, value: next.value !== null && next.value !== '' };
}

interface Member {
  readonly name: string;
  readonly where: string;
  readonly value: unknown;
}

/** Members around the array of items, the nearest last, and of the objects beside it. */
function* listMembers(body: unknown, envelope: readonly string[]): Generator<Member> {
  for (let depth = 0; depth < Math.max(1, envelope.length); depth += 1) {
    const outer = envelope.slice(0, depth);
    const node = readMember(body, outer);
    if (!isJsonObject(node)) continue;
    const prefix = outer.map((name) => `/${name}`).join('');
    for (const [name, value] of Object.entries(node)) {
      if (name === envelope[depth]) continue;
      yield { name: plainName(name), where: `answer body ${prefix}/${name}`, value: hrefOf(value) };
      if (!isJsonObject(value) || !OUTER.includes(plainName(name))) continue;
      for (const [inner, own] of Object.entries(value)) {
        yield {
          name: plainName(inner),
          where: `answer body ${prefix}/${name}/${inner}`,
          value: hrefOf(own),
        };
        if (!isJsonObject(own) || !OUTER.includes(plainName(inner))) continue;
        for (const [innermost, last] of Object.entries(own)) {
          const where = `answer body ${prefix}/${name}/${inner}/${innermost}`;
          yield { name: plainName(innermost), where, value: hrefOf(last) };
        }
      }
    }
  }
}

/** HAL and JSON:API may write a link as an object. */
function hrefOf(value: unknown): unknown {
  return isJsonObject(value) && typeof value.href === 'string' ? value.href : value;
}

function readHeader(headers: Headers, names: readonly string[]): Fact<number> | undefined {
  const name = names.find((one) => /^\d+$/.test(headers.get(one) ?? ''));
  return name === undefined
    ? undefined
    : { where: `answer header ${name}`, value: Number(headers.get(name)) };
}

/** URL of the next page in `Link`, https://www.rfc-editor.org/rfc/rfc8288#section-3. */
function readLink(headers: Headers): Fact<string | null> | undefined {
  const header = headers.get('link');
  if (header === null) return undefined;
  for (const link of header.split('<')) {
    const [url = '', parameters = ''] = link.split('>');
    const relations = parameters
      .split(/[;,]/)
      .map((one) => one.trim().toLowerCase())
      .filter((one) => one.startsWith('rel='))
      .flatMap((one) => one.slice(4).replaceAll('"', '').split(' '));
    if (relations.includes('next')) return { where: 'answer header link', value: url };
  }
  return { where: 'answer header link', value: null };
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isNext(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

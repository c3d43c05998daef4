import { variableOf } from '../../../contract/collections/path-entries.ts';
import type { Operation } from '../../../contract/model/contract.ts';
import type { Answer } from '../../session/create-session.ts';
import type { Item } from '../../session/known-ids.ts';
import type { Trail } from '../trail.ts';
import { askList, itemsOf, type ListSource, readMember } from './list-source.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';

/** Page that was answered. */
export interface WalkedPage {
  readonly items: readonly Item[];
  /** Names of its items, where all have one. */
  readonly names: readonly string[];
  readonly facts: PageFacts;
  readonly answer: Answer;
  /** Number that asked for it, where it was asked for by one. */
  readonly start: number | undefined;
}

/** Pages of a list, in their order. */
export interface Walk {
  readonly pages: readonly WalkedPage[];
  /**
   * Why it ended: `empty` page, a page with nothing new on it, the page after the last one is `refused`, the server `said`
   * that it is the last one, or there are too many.
   */
  readonly end: 'empty' | 'repeated' | 'refused' | 'said' | 'bound';
  /** Items of all pages with their names, each once, in their order. */
  readonly items: ReadonlyMap<string, Item>;
  readonly size: number | undefined;
  /** Commands that ask for its pages. */
  readonly lines: readonly string[];
}

/** What is walked over. */
export interface WalkOptions {
  readonly query?: Item;
  /** Items that are asked for on a page. */
  readonly size?: number | undefined;
  readonly mostPages?: number;
}

const MOST_PAGES = 12;
const MOST_ITEMS = 1000;

type Start = string | number | undefined;

/**
 * Asks for the pages of a list, one after the other; `undefined` where the first one is refused, or items have no names.
 *
 * Pages that have numbers are asked for until nothing new comes, whatever the server says of what follows.
 */
export async function walkPages(
  trail: Trail,
  source: ListSource,
  { query = {}, size, mostPages = MOST_PAGES }: WalkOptions = {},
): Promise<Walk | undefined> {
  const before = trail.lines.length;
  const { order } = source;
  const sized =
    order.size === undefined || size === undefined ? query : { ...query, [order.size.name]: size };
  const pages: WalkedPage[] = [];
  const items = new Map<string, Item>();
  const finish = (end: Walk['end']): Walk => ({
    pages,
    end,
    items,
    size,
    lines: trail.lines.slice(before),
  });
  let start: Start;
  let asked = sized;
  while (pages.length < mostPages && items.size < MOST_ITEMS) {
    const answer = await askList(trail, source, asked);
    const page = answer.isSuccess ? readPage(source, answer, start) : undefined;
    if (page === undefined) return pages.length === 0 ? undefined : finish('refused');
    if (page.items.length === 0) {
      pages.push(page);
      return finish('empty');
    }
    // A list that counts from 0 has its second page at 1.
    const isFirstAgain =
      pages.length === 1 && order.first === undefined && start === 1 && order.by === 'page';
    if (isFirstAgain && page.names.join() === pages[0]?.names.join()) pages.pop();
    const isNew = page.names.some((name) => !items.has(name)) || pages.length === 0;
    pages.push(page);
    for (const [index, name] of page.names.entries()) {
      const item = page.items[index];
      if (item !== undefined && !items.has(name)) items.set(name, item);
    }
    if (!isNew) return finish('repeated');
    const next = findNext(source, page, start);
    if (next === undefined) return finish('said');
    start = next.start;
    asked = next.query === undefined ? { ...sized, ...next.parameters } : { ...next.query };
  }
  return finish('bound');
}

function readPage(source: ListSource, answer: Answer, start: Start): WalkedPage | undefined {
  const items = itemsOf(source, answer.body);
  if (items === undefined) return undefined;
  const names = items.map(source.nameOf);
  if (!names.every((name) => name !== undefined)) return undefined;
  const number = typeof start === 'number' ? start : source.order.first;
  return { items, names, facts: readPageFacts(source, answer), answer, start: number };
}

interface Next {
  readonly start: Start;
  readonly parameters?: Item;
  /** Whole query, where a URL is given. */
  readonly query?: Item;
}

function findNext(
  { operation, order, nameOf }: ListSource,
  page: WalkedPage,
  start: Start,
): Next | undefined {
  const { by, parameter, first } = order;
  const from = typeof start === 'number' ? start : first;
  const asks = (value: string | number): Next => ({
    start: value,
    parameters: { [parameter?.name ?? '']: value },
  });
  switch (by) {
    case 'page':
      return asks(from === undefined ? 1 : from + 1);
    case 'offset':
      return asks((from ?? 0) + page.items.length);
    case 'key': {
      const { next, more } = page.facts;
      if (typeof next?.value === 'string' && next.value !== '') break;
      const last = page.items.at(-1);
      const key = last && nameOf(last);
      return key === undefined || (more === undefined && next !== undefined)
        ? undefined
        : asks(key);
    }
    default:
  }
  const given =
    order.next === undefined ? page.facts.next?.value : readMember(page.answer.body, order.next);
  if ((typeof given !== 'string' && typeof given !== 'number') || given === '') return undefined;
  if (page.facts.more?.value === false) return undefined;
  const isUrl = typeof given === 'string' && /^(?:https?:\/)?\//.test(given);
  if (!isUrl) return parameter === undefined ? undefined : asks(given);
  const url = URL.parse(given, 'http://localhost');
  return url === null || !isSamePath(operation, url)
    ? undefined
    : { start: given, query: readQuery(operation, url) };
}

/** Only the same list can be asked for by its operation; a server may have another root. */
function isSamePath({ path }: Operation, { pathname }: URL): boolean {
  const last = (whole: string) => whole.split('/').findLast((segment) => segment !== '') ?? '';
  return variableOf(last(path)) !== undefined || last(path) === last(pathname);
}

/** Credentials are sent with each request anyway. */
function readQuery({ security }: Operation, { searchParams }: URL): Item {
  const keys = new Set(security.flat().map(({ parameter }) => parameter));
  return Object.fromEntries([...searchParams].filter(([name]) => !keys.has(name)));
}

import type { CallInput } from '../call-input.ts';
import type { Connection } from '../outcome.ts';
import type { Route } from '../route.ts';

/** How the pages of a list follow each other. Members of a body are named by the keys that lead to them. */
export interface Paging {
  /** What asks for the next page: `byCursor`, `byPage`, `byOffset` or `byLink`. */
  readonly by: PageOrder;
  /** Items of a page; none if the body itself is the list. */
  readonly items: readonly string[];
  /** Query parameter of the cursor, page or offset. */
  readonly parameter?: string;
  /** Cursor or URL of the next page in the body; a link stands in the `Link` header otherwise. */
  readonly next?: readonly string[];
  /** Whether a page follows; otherwise one does unless a page is empty, or shorter than was asked for. */
  readonly more?: readonly string[];
  /** Query parameter of the number of items on a page. */
  readonly size?: string;
  /** Failure that says that a page is past the end: its status and, if that has other meanings, a text or number in its body. */
  readonly past?: {
    readonly status: number;
    readonly member?: readonly string[];
    readonly value?: string | number;
  };
  /** Number of the first page or item, where it is not 1 and 0. */
  readonly first?: number;
}

/** A way in which pages follow each other. */
export interface PageOrder {
  /** Finds where the page after an answered one begins. */
  readonly findNext: (
    paging: Paging,
    page: AnsweredPage,
    input: CallInput,
    from: PageStart | undefined,
  ) => PageStart | undefined;
  /** Whether a failure says that there is no such page, as those may whose number is computed. */
  readonly isPast?: (paging: Paging, error: unknown) => boolean;
  /** Asks for a page; by its query parameter unless given. */
  readonly askFor?: (
    start: PageStart,
    client: Connection,
    route: Route,
    input: CallInput,
  ) => CallInput;
}

/** Page that was answered. */
export interface AnsweredPage {
  readonly items: readonly unknown[];
  readonly data: unknown;
  readonly headers: Headers;
  /** URL that was asked for. */
  readonly url: string;
}

/** A page of a list. */
export interface Page<Item, Data> {
  readonly items: readonly Item[];
  /** Whole result of the call. */
  readonly data: Data;
  /** Where the next page begins, to go on from another time; absent on the last page. */
  readonly next: PageStart | undefined;
}

/** Cursor, number or URL of a page. */
export type PageStart = string | number;

/** Which pages are asked for. */
export interface PageOptions {
  /** `next` of the page before the first one that is wanted. */
  readonly from?: PageStart | undefined;
  /** Pages at most, or items at most. */
  readonly limit?: number;
}

import type { AnyOperation, CallArgument, DataOf } from '../operation-types.ts';
import type { Page, PageOptions, PageStart, Paging } from '../paging/paging.ts';
import type { ItemAt, PagedMethod } from '../paging/with-pages.ts';
import { type Keyed, type QueryKey, queryKey } from './query-key.ts';
import { type Signalled, withSignal } from './with-signal.ts';

/** Options of a query that loads page after page. */
export interface InfiniteQueryOptions<Item, Data> {
  readonly queryKey: QueryKey;
  /** Always absent, which the first page is; TanStack's types want the member. */
  readonly initialPageParam: PageStart | undefined;
  readonly queryFn: (context: PageContext) => Promise<Page<Item, Data>>;
  readonly getNextPageParam: (page: Page<Item, Data>) => PageStart | undefined;
}

/** Makes the options of `useInfiniteQuery` from a method that lists in pages, and its argument. */
export function infiniteQueryOptions<Types extends AnyOperation, Wrapper, const How extends Paging>(
  method: PagedMethod<Types, Wrapper, How>,
  input?: CallArgument<Types, never>,
): InfiniteQueryOptions<ItemAt<DataOf<Types, Wrapper>, How['items']>, DataOf<Types, Wrapper>>;
/** Makes those of a method of which no types are known. */
export function infiniteQueryOptions(method: AnyPagedMethod, input: Signalled = {}): object {
  return {
    // Another key than that of a plain query, whose data have another shape.
    queryKey: [...queryKey(method, input), 'all'],
    queryFn: async ({ pageParam, signal }: PageContext) => {
      try {
        return (await method.pages(withSignal(input, signal), { from: pageParam }).next()).value;
      } catch (error) {
        const { by } = method.paging;
        if (pageParam === undefined || !by.isPast?.(method.paging, error)) throw error;
      }
      // The page before was the last one, which only this answer could tell. It has no data, and no page follows.
      return { items: [] };
    },
    getNextPageParam: ({ next }: Page<unknown, unknown>) => next,
  };
}

/** What a query is told of the page that it is to load. */
interface PageContext {
  readonly pageParam: PageStart | undefined;
  readonly signal: AbortSignal;
}

/** As a method, its parameters may be more special. */
interface AnyPagedMethod extends Keyed {
  readonly paging: Paging;
  pages(input: object, options: PageOptions): AsyncGenerator<Page<unknown, unknown>>;
}

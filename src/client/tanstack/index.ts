// Options for TanStack Query, in its own words; nothing of it is imported: https://tanstack.com/query/latest/docs.
export {
  type InfiniteQueryOptions,
  infiniteQueryOptions,
} from './infinite-query-options.ts';
export { type MutationOptions, mutationOptions } from './mutation-options.ts';
export { type QueryKey, queryKey } from './query-key.ts';
export { type QueryOptions, queryOptions } from './query-options.ts';

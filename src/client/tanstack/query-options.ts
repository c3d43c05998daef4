import type { OperationMethod } from '../operation.ts';
import type { AnyOperation, CallArguments, DataOf } from '../operation-types.ts';
import { type QueryKey, queryKey } from './query-key.ts';

/** Options of a query. */
export interface QueryOptions<Data> {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<Data>;
}

/** Makes the options of `useQuery` from a method and its argument. */
export function queryOptions<Types extends AnyOperation, Wrapper>(
  method: OperationMethod<Types, Wrapper>,
  ...input: CallArguments<Types, never>
): QueryOptions<DataOf<Types, Wrapper>>;
/** Makes those of a method of which no types are known. */
export function queryOptions(method: AnyMethod, input: object = {}): QueryOptions<unknown> {
  return {
    queryKey: queryKey(method, input),
    queryFn: ({ signal }) => method({ ...input, signal }),
  };
}

type AnyMethod = OperationMethod<AnyOperation> & ((input: object) => Promise<unknown>);

import type { OperationMethod } from '../operation.ts';
import type { AnyOperation, CallArguments, DataOf } from '../operation-types.ts';
import type { QueryData } from './query-data.ts';
import { type QueryKey, queryKey } from './query-key.ts';
import { type Signalled, withSignal } from './with-signal.ts';

/** Options of a query. */
export interface QueryOptions<Data> {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<Data>;
}

/** Makes the options of `useQuery` from a method and its argument; the data of an answer without a body are `null`. */
export function queryOptions<Types extends AnyOperation, Wrapper>(
  method: OperationMethod<Types, Wrapper>,
  ...input: CallArguments<Types, never>
): QueryOptions<QueryData<DataOf<Types, Wrapper>>>;
/** Makes those of a method of which no types are known. */
export function queryOptions(method: AnyMethod, input: Signalled = {}): QueryOptions<unknown> {
  return {
    queryKey: queryKey(method, input),
    queryFn: async ({ signal }) => (await method(withSignal(input, signal))) ?? null,
  };
}

type AnyMethod = OperationMethod<AnyOperation> & ((input: object) => Promise<unknown>);

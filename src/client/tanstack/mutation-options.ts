import type { OperationMethod } from '../operation.ts';
import type { AnyOperation, CallArguments, DataOf } from '../operation-types.ts';
import { type QueryKey, queryKey } from './query-key.ts';

/** Options of a mutation, whose variables are the argument of the method. */
export interface MutationOptions<Input, Data> {
  readonly mutationKey: QueryKey;
  readonly mutationFn: (input: Input) => Promise<Data>;
}

/** Makes the options of `useMutation` from a method. */
export function mutationOptions<Types extends AnyOperation, Wrapper>(
  method: OperationMethod<Types, Wrapper>,
): MutationOptions<CallArguments<Types, never>[0], DataOf<Types, Wrapper>>;
/** Makes those of a method of which no types are known. */
export function mutationOptions(method: AnyMethod): MutationOptions<object, unknown> {
  return { mutationKey: queryKey(method), mutationFn: method };
}

type AnyMethod = OperationMethod<AnyOperation> & ((input: object) => Promise<unknown>);

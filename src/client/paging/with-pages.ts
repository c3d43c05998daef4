import type { CallInput } from '../call-input.ts';
import type { Bindable, Operation, OperationCall, OperationMethod } from '../operation.ts';
import type { AnyOperation, CallArgument, DataOf, OperationInput } from '../operation-types.ts';
import type { Connection } from '../outcome.ts';
import type { Page, PageOptions, Paging } from './paging.ts';
import { readItems, readPages } from './read-pages.ts';

/** Arguments of a call, and which pages are wanted. */
type PageArguments<Types extends AnyOperation> =
  Record<never, never> extends OperationInput<Types>
    ? [input?: CallArgument<Types, never>, options?: PageOptions]
    : [input: CallArgument<Types, never>, options?: PageOptions];

type MemberAt<Value, Keys> = Keys extends readonly [infer Key, ...infer Rest]
  ? Value extends Readonly<Record<Key & string, unknown>>
    ? MemberAt<NonNullable<Value[Key & string]>, Rest>
    : Key extends keyof Value
      ? MemberAt<NonNullable<Value[Key]>, Rest>
      : never
  : Value;

/** Item of a list that some keys lead to. */
export type ItemAt<Data, Keys> =
  MemberAt<Data, Keys> extends infer List
    ? List extends readonly (infer Item)[]
      ? Item
      : never
    : never;

/** Iterators over the pages and the items of a list; each page is asked for when it is wanted. */
interface PageIterators<Item, Data, Arguments extends readonly unknown[]> {
  readonly pages: (...input: Arguments) => AsyncGenerator<Page<Item, Data>, void, undefined>;
  readonly items: (...input: Arguments) => AsyncGenerator<Item, void, undefined>;
}

/** Method of a client that lists in pages. */
export type PagedMethod<Types extends AnyOperation, Wrapper, How extends Paging> = OperationMethod<
  Types,
  Wrapper
> &
  PageIterators<
    ItemAt<DataOf<Types, Wrapper>, How['items']>,
    DataOf<Types, Wrapper>,
    PageArguments<Types>
  > & { readonly paging: Paging };

/** Operation that lists in pages. */
export type PagedOperation<Types extends AnyOperation, Wrapper, How extends Paging> = OperationCall<
  Types,
  Wrapper
> &
  PageIterators<
    ItemAt<DataOf<Types, Wrapper>, How['items']>,
    DataOf<Types, Wrapper>,
    [client: Connection, ...PageArguments<Types>]
  > & { readonly paging: Paging } & Bindable<PagedMethod<Types, Wrapper, How>>;

/** Adds the iterators over pages to an operation. */
export function withPages<Types extends AnyOperation, Wrapper, const How extends Paging>(
  operation: Operation<Types, Wrapper>,
  paging: How,
): PagedOperation<Types, Wrapper, How>;
/** Adds them to one of which no types are known. */
export function withPages(
  operation: Pick<Operation<AnyOperation>, 'route'>,
  paging: Paging,
): object {
  const { route } = operation;
  return Object.assign(operation, {
    paging,
    pages: (client: Connection, input?: CallInput, options?: PageOptions) =>
      readPages(client, route, paging, input, options),
    items: (client: Connection, input?: CallInput, options?: PageOptions) =>
      readItems(client, route, paging, input, options),
  });
}

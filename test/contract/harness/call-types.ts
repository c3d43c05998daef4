import type { FetchResponse } from 'openapi-fetch';

type AnyOperation = Record<string | number, unknown>;
type AnyMediaType = `${string}/${string}`;

/** What a typed client gives as `data` of an operation. */
export type DataOf<Operation extends AnyOperation> = NonNullable<
  FetchResponse<Operation, object, AnyMediaType>['data']
>;

/** What a typed client gives as `error` of an operation. */
export type ErrorOf<Operation extends AnyOperation> = NonNullable<
  FetchResponse<Operation, object, AnyMediaType>['error']
>;

import type { FieldStyles } from './write-fields.ts';

/** What is to be known of an operation besides its method and path; absent where it is as usual. */
export interface RouteDetails {
  /** Media type of the body, where it is not `application/json`. */
  readonly body?: string;
  /** Fields of a form that are not written as usual. */
  readonly fields?: FieldStyles;
  /** Query parameters that are not written as usual. */
  readonly query?: FieldStyles;
  /** Path whose parameters are not written as usual, such as `/things/{;id*}`. */
  readonly template?: string;
  /** How the body of a response is read, where it is not as JSON. */
  readonly parseAs?: 'text';
}

export type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';

/** Method in lower case, and path as the contract writes it. */
export type OperationRoute = readonly [method: HttpMethod, path: string, details?: RouteDetails];

/** Routes by the name of the method that calls them. */
export type OperationRoutes = Readonly<Record<string, OperationRoute>>;

import type { CallInput } from './call-input.ts';
import type { ClientError } from './errors/client-error.ts';
import type { Route } from './route.ts';

/** What came of a call, of whose types nothing is known. */
export type Outcome =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Headers;
      readonly data: unknown;
    }
  | { readonly ok: false; readonly status: number | undefined; readonly error: ClientError };

/** Calls an operation and says what came of it; never throws. */
export type Send = (route: Route, input?: CallInput) => Promise<Outcome>;

/** What operations are called through: a client, or less. */
export interface Connection {
  readonly baseUrl: string;
  /** Aborts all calls. */
  readonly signal?: AbortSignal | null | undefined;
  readonly send: Send;
}

import { ClientError } from './client-error.ts';

/** What a server answered instead of a success. */
export interface Failure<Status extends number = number, Body = unknown> {
  readonly status: Status;
  readonly body: Body;
  readonly headers: Headers;
}

/** A documented failure. It is narrowed by its status, and by what its body says. */
export class FailureError<Status extends number = number, Body = unknown> extends ClientError<
  Failure<Status, Body>
> {
  override readonly name: string = 'FailureError';
  declare readonly status: Status;
  declare readonly body: Body;
  declare readonly headers: Headers;
}

import { ClientError } from './client-error.ts';
import type { Failure } from './failure-error.ts';

/** The server answered with a status that the contract does not have; `body` is the text of the answer. */
export class UndocumentedStatusError extends ClientError<Failure> {
  override readonly name = 'UndocumentedStatusError';
  declare readonly status: number;
  declare readonly body: unknown;
  declare readonly headers: Headers;
}

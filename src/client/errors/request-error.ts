import { ClientError } from './client-error.ts';
import type { Issue } from './issue.ts';

/** The request was not sent: it breaks the contract, or it could not be made, for the reason in `cause`. */
export class RequestError extends ClientError<{ readonly issues: readonly Issue[] }> {
  override readonly name = 'RequestError';
  declare readonly issues: readonly Issue[];
}

import { ClientError } from './client-error.ts';

/** The caller aborted the call; `cause` is the reason of its signal. */
export class AbortError extends ClientError {
  override readonly name = 'AbortError';
}

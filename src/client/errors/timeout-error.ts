import { ClientError } from './client-error.ts';

/** The answer was not there, with its body unless that is a stream, when the time was over. */
export class TimeoutError extends ClientError {
  override readonly name = 'TimeoutError';
}

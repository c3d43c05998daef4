import { ClientError } from './client-error.ts';

/** No answer came, or not all of it; `cause` says why. */
export class NetworkError extends ClientError {
  override readonly name = 'NetworkError';
}
